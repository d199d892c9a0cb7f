extension Commitment {
  static func evolve(
    _ state: inout Partnership.State, with event: Event, of happening: Happening<Partnership.Event>
  ) {
    let today = happening.on
    switch event {
    case .given(let given):
      state.commitments.append(Commitment(given, by: happening.by, on: today))

    case .told(let id, let words, let day):
      state.commitments.change(id) {
        $0.addTelling(Telling(on: today, words: words, proposes: day))
      }

    case .leavingTold(let id, let words):
      state.commitments.change(id) {
        $0.addTelling(Telling(on: today, words: words, proposes: nil))
        $0.handOver = HandOver(to: nil)
      }

    case .redated(let id, let day):
      state.commitments.change(id) {
        $0.endDueDay(on: today)
        $0.dueDays.append(DueDay(day: day, setOn: today))
      }

    case .letGo(let id):
      state.commitments.change(id) {
        $0.endDueDay(on: today)
        $0.letGoOn = today
      }

    case .reported(let id, let outcome, let account):
      let report = Report(outcome: outcome, account: account, on: today, by: happening.by)
      state.commitments.change(id) { $0.reports.append(report) }

    case .handedOver(let id, let person):
      state.commitments.change(id) { $0.handOver = HandOver(to: person) }

    case .handOverAccepted(let id):
      state.commitments.change(id) {
        $0.owners.append(happening.by)
        $0.handOver = nil
      }

    case .handOverDeclined(let id):
      state.commitments.change(id) { $0.handOver = nil }
    }
  }

  private init(_ given: Given, by owner: ID<Person>, on day: Day) {
    self.init(
      id: given.id, basis: given.basis, what: given.what, plan: given.plan, frame: given.frame,
      promisee: given.promisee, owners: [owner], givenOn: day,
      dueDays: [DueDay(day: given.due, setOn: day)])
  }

  private mutating func addTelling(_ telling: Telling) {
    dueDays[dueDays.count - 1].tellings.append(telling)
  }

  private mutating func endDueDay(on day: Day) {
    dueDays[dueDays.count - 1].replacedOn = day
  }
}
