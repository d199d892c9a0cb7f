extension Partnership {
  public static func evolve(_ state: inout State, with happening: Happening<Event>) {
    if happening.side != .host { state.sides[happening.by] = happening.side }
    switch happening.what {
    case .relationship(let event): Relationship.evolve(&state, with: event, of: happening)
    case .mandate(let event): Mandate.evolve(&state, with: event, of: happening)
    case .ask(let event): Ask.evolve(&state, with: event, of: happening)
    case .offer(let event): Offer.evolve(&state, with: event, of: happening)
    case .commitment(let event): Commitment.evolve(&state, with: event, of: happening)
    case .recognition(let event): Recognition.evolve(&state, with: event, of: happening)
    }
  }
}

/// A thing that an id of its own kind names.
protocol Identified {
  var id: ID<Self> { get }
}

extension Array where Element: Identified {
  /// Changes the element with an id; leaves the array as it is when there is none.
  mutating func change(_ id: ID<Element>, _ body: (inout Element) -> Void) {
    guard let index = firstIndex(where: { $0.id == id }) else { return }
    body(&self[index])
  }
}
