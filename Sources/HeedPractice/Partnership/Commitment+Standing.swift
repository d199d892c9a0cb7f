extension Commitment {
  /// How a day was missed: whether the owner said so before it came (S10).
  public enum Miss: String, CaseIterable, Sendable {
    case told, notTold
  }

  /// Where a word stands on a day; derived from its history, never stored (S12).
  public enum Standing: Equatable, Sendable {
    case letGo(on: Day)
    case reported(Report)
    case missed(Miss, due: Day)
    /// Not yet due, and the owner has told that it will slip.
    case slipping(Telling, due: Day)
    case given(due: Day)
  }

  public func standing(on today: Day) -> Standing {
    if let letGoOn { return .letGo(on: letGoOn) }
    if let last = reports.last, last.outcome != .notDone { return .reported(last) }
    guard let current = dueDays.last else { return .given(due: givenOn) }
    if let miss = miss(of: current, on: today) { return .missed(miss, due: current.day) }
    if let report = reports.last { return .reported(report) }
    if let telling = current.tellings.last { return .slipping(telling, due: current.day) }
    return .given(due: current.day)
  }

  /// Every day that was missed up to today, oldest first.
  ///
  /// A later report or a later day does not make a miss unhappen.
  public func misses(on today: Day) -> [(due: Day, miss: Miss)] {
    dueDays.compactMap { due in miss(of: due, on: today).map { (due.day, $0) } }
  }

  /// Whether one due day was missed, seen from a day.
  ///
  /// It was kept to when something was reported as done or partly done by then, since it was set;
  /// and it was moved in time when the promisee replaced it or let the word go by then. Told means: said on an earlier
  /// day than the one promised.
  private func miss(of due: DueDay, on today: Day) -> Miss? {
    guard today > due.day else { return nil }
    if let replacedOn = due.replacedOn, replacedOn <= due.day { return nil }
    let inTime = due.setOn...due.day
    if reports.contains(where: { $0.outcome != .notDone && inTime.contains($0.on) }) { return nil }
    let wasTold = due.tellings.contains { $0.on < due.day }
    let wasReportedNotDone = reports.contains {
      $0.outcome == .notDone && $0.on >= due.setOn && $0.on < due.day
    }
    return wasTold || wasReportedNotDone ? .told : .notTold
  }

  /// What the community has said of it and has not taken back; more than one mandate may have.
  public var standingRecognitions: [Recognition] {
    recognitions.filter { $0.takenBack == nil }
  }

  /// Reported, and the community has said nothing that stands: so it shows, for ever (R1).
  public var isUnanswered: Bool { !reports.isEmpty && standingRecognitions.isEmpty }
}
