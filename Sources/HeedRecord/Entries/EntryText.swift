/// The header of an entry: what kind of thing was said, on which day, by which side.
///
/// ```
/// heed-header/v1
/// origin heed.example/record/7f3a
/// kind word-given
/// day 2026-11-22
/// by circle 4k9…
/// thread 8zq…
/// due 2026-12-05
/// ```
///
/// It holds no names and no words. Its bytes are kept as they were first written and never made
/// anew from what was read.
public struct EntryHeader: Equatable, Sendable {
  public struct Field: Equatable, Sendable {
    public var name: String
    public var text: String

    public init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  public var origin: String
  public var kind: String
  public var day: String
  /// `circle ID`, `community ID`, `host ID`, or `code`.
  public var by: String
  public var thread: String?
  public var facts: [Field]

  public init(
    origin: String, kind: String, day: String, by: String, thread: String? = nil,
    facts: [Field] = []
  ) {
    self.origin = origin
    self.kind = kind
    self.day = day
    self.by = by
    self.thread = thread
    self.facts = facts
  }

  private static let firstLine = "heed-header/v1"

  public var text: String {
    var text = "\(Self.firstLine)\norigin \(origin)\nkind \(kind)\nday \(day)\nby \(by)\n"
    if let thread { text += "thread \(thread)\n" }
    for fact in facts { text += "\(fact.name) \(fact.text)\n" }
    return text
  }

  /// Reads a header back.
  ///
  /// - Throws: ``Malformed/header`` for anything that would not be written the same again.
  public init(_ text: String) throws(Malformed) {
    guard text.utf8.count <= 1 << 16 else { throw .tooLarge }
    var fields: [Field] = []
    for line in lines(text).dropFirst().dropLast() {
      guard let space = line.utf8.firstIndex(of: UInt8(ascii: " ")) else { throw .header }
      fields.append(Field(String(line[..<space]), String(line[line.utf8.index(after: space)...])))
    }
    guard fields.count >= 4, fields[0].name == "origin", fields[1].name == "kind",
      fields[2].name == "day", fields[3].name == "by"
    else { throw .header }
    let hasThread = fields.count > 4 && fields[4].name == "thread"
    self.init(
      origin: fields[0].text, kind: fields[1].text, day: fields[2].text, by: fields[3].text,
      thread: hasThread ? fields[4].text : nil, facts: Array(fields[(hasThread ? 5 : 4)...]))
    guard self.text.utf8.elementsEqual(text.utf8) else { throw .header }
  }
}

/// The words of an entry, in named passages; readable as it stands.
///
/// ```
/// what
///   Translate the notice into Tigrinya
/// when
///   the notice arrives
/// ```
///
/// A name has a line of its own; each line of a passage is indented by two spaces.
public struct EntryBody: Equatable, Sendable {
  public var passages: [EntryHeader.Field]

  public init(_ passages: [EntryHeader.Field]) {
    self.passages = passages
  }

  public var text: String {
    passages.map { passage in
      let indented = lines(passage.text).map { "  \($0)\n" }.joined()
      return "\(passage.name)\n\(indented)"
    }.joined()
  }

  /// Reads a body back.
  ///
  /// - Throws: ``Malformed/body`` for anything that would not be written the same again.
  public init(_ text: String) throws(Malformed) {
    guard text.utf8.count <= 1 << 20 else { throw .tooLarge }
    passages = []
    var current: [Substring] = []
    var name: Substring?
    func close(_ passages: inout [EntryHeader.Field]) throws(Malformed) {
      guard let name else { return }
      guard !current.isEmpty else { throw .body }
      passages.append(.init(String(name), current.joined(separator: "\n")))
    }
    for line in lines(text).dropLast() {
      if line.utf8.starts(with: "  ".utf8) {
        current.append(Substring(line.utf8.dropFirst(2)))
      } else {
        try close(&passages)
        name = line
        current = []
      }
    }
    try close(&passages)
    guard self.text.utf8.elementsEqual(text.utf8) else { throw .body }
  }
}
