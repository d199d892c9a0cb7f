/// News from the circle, pooled into the community's load budget (R7, H5).
///
/// Nothing the circle does sends a message of its own. Once in each period that the community has
/// set, what came since the last one stands together in one letter; between letters there is none.
public struct PooledLetter: Equatable, Sendable {
  public enum Item: Equatable, Sendable {
    case answered(ID<Ask>)
    case listed(ID<Offer>)
    case wordGiven(ID<Commitment>)
    case told(ID<Commitment>)
    case reported(ID<Commitment>)
  }

  /// The first and the last day of the period it gathers.
  public var days: ClosedRange<Day>
  public var items: [Item]
}

extension Partnership.State {
  /// The one letter that may be shown as new on a day: that of the last whole period.
  ///
  /// Periods are counted from the day the partnership was opened. Nil when none has passed, when
  /// nothing happened in it, and while the partnership is not open: a pause is quiet.
  public func pooledLetter(on today: Day) -> PooledLetter? {
    guard stage == .open, let openedOn, today >= openedOn else { return nil }
    let length = agreed.poolDays
    let whole = (today - openedOn) / length
    guard whole > 0 else { return nil }
    let first = openedOn + (whole - 1) * length
    let days = first...(first + (length - 1))
    let items = news(in: days)
    return items.isEmpty ? nil : PooledLetter(days: days, items: items)
  }

  private func news(in days: ClosedRange<Day>) -> [PooledLetter.Item] {
    let answered = asks.filter { $0.answers.contains { days.contains($0.on) } }
    let listed = offers.filter { days.contains($0.listedOn) && $0.fate == nil }
    let given = commitments.filter { days.contains($0.givenOn) }
    let told = commitments.filter {
      $0.dueDays.contains { $0.tellings.contains { days.contains($0.on) } }
    }
    let reported = commitments.filter { $0.reports.contains { days.contains($0.on) } }
    return told.map { .told($0.id) } + reported.map { .reported($0.id) }
      + answered.map { .answered($0.id) } + given.map { .wordGiven($0.id) }
      + listed.map { .listed($0.id) }
  }
}
