extension Partnership.Event: Recordable {
  public var entry: Entry {
    switch self {
    case .relationship(let event): event.entry
    case .mandate(let event): event.entry
    case .ask(let event): event.entry
    case .offer(let event): event.entry
    case .commitment(let event): event.entry
    case .recognition(let event): event.entry
    }
  }

  public init(_ entry: Entry) throws(Entry.Unreadable) {
    if let event = try Relationship.Event.read(entry) {
      self = .relationship(event)
    } else if let event = try Mandate.Event.read(entry) {
      self = .mandate(event)
    } else if let event = try Ask.Event.read(entry) {
      self = .ask(event)
    } else if let event = try Offer.Event.read(entry) {
      self = .offer(event)
    } else if let event = try Commitment.Event.read(entry) {
      self = .commitment(event)
    } else if let event = try Recognition.Event.read(entry) {
      self = .recognition(event)
    } else {
      throw .unknownKind(entry.kind)
    }
  }
}
