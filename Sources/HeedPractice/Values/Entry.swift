/// The stored form of an event: what kind it is, single-line facts, and people's words.
///
/// Facts go into the header of a record entry and passages into its body, so that words can be
/// erased and the rest still read. Names of kinds, facts and passages are written out where they
/// are used and never change once stored.
public struct Entry: Equatable, Sendable {
  public struct Field: Equatable, Sendable {
    public var name: String
    public var text: String

    public init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  public var kind: String
  /// The ask, offer, commitment or mandate it belongs to; nil for the partnership itself.
  public var thread: String?
  public var facts: [Field]
  public var passages: [Field]

  public init(
    _ kind: String, thread: String? = nil, facts: [Field?] = [], passages: [Field?] = []
  ) {
    self.kind = kind
    self.thread = thread
    self.facts = facts.compactMap { $0 }
    self.passages = passages.compactMap { $0 }
  }

  /// Why an entry cannot be read as an event.
  public enum Unreadable: Error, Equatable, Sendable {
    case unknownKind(String)
    case missing(String)
    case malformed(String)
  }
}

/// An event that can be written into the record and read back unchanged.
public protocol Recordable: Equatable, Sendable {
  var entry: Entry { get }

  /// Reads an event back.
  ///
  /// - Throws: ``Entry/Unreadable`` naming what does not fit.
  init(_ entry: Entry) throws(Entry.Unreadable)
}

extension Entry {
  func fact(_ name: String) throws(Unreadable) -> String {
    guard let field = facts.first(where: { $0.name == name }) else { throw .missing(name) }
    return field.text
  }

  func passage(_ name: String) throws(Unreadable) -> String {
    guard let field = passages.first(where: { $0.name == name }) else { throw .missing(name) }
    return field.text
  }

  func id<Thing>(_ name: String, of: Thing.Type = Thing.self) throws(Unreadable) -> ID<Thing> {
    guard let id = ID<Thing>(try fact(name)) else { throw .malformed(name) }
    return id
  }

  func threadID<Thing>(of: Thing.Type = Thing.self) throws(Unreadable) -> ID<Thing> {
    guard let thread else { throw .missing("thread") }
    guard let id = ID<Thing>(thread) else { throw .malformed("thread") }
    return id
  }

  func day(_ name: String) throws(Unreadable) -> Day {
    guard let day = Day(try fact(name)) else { throw .malformed(name) }
    return day
  }

  func optionalDay(_ name: String) throws(Unreadable) -> Day? {
    guard facts.contains(where: { $0.name == name }) else { return nil }
    return try day(name)
  }

  func number(_ name: String, within range: ClosedRange<Int>) throws(Unreadable) -> Int {
    let text = try fact(name)
    guard let number = Int(text), String(number) == text, range.contains(number)
    else { throw .malformed(name) }
    return number
  }

  func choice<Choice: RawRepresentable<String>>(
    _ name: String, of: Choice.Type = Choice.self
  ) throws(Unreadable) -> Choice {
    guard let choice = Choice(rawValue: try fact(name)) else { throw .malformed(name) }
    return choice
  }
}

extension Entry.Field {
  static func day(_ name: String, _ day: Day?) -> Self? {
    day.map { Self(name, $0.description) }
  }
}
