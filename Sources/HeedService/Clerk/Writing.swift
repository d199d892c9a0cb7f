import HeedPractice
import HeedRecord

/// Between what the rules speak of and the bytes of the record.
enum Writing {
  /// The header and the words of a happening.
  static func texts<Event: Recordable>(
    of happening: Happening<Event>, in origin: String
  ) -> (header: String, body: String) {
    let entry = happening.what.entry
    let header = EntryHeader(
      origin: origin, kind: entry.kind, day: happening.on.description,
      by: "\(happening.side.rawValue) \(happening.by)", thread: entry.thread,
      facts: entry.facts.map { .init($0.name, $0.text) })
    let body = EntryBody(entry.passages.map { .init($0.name, $0.text) })
    return (header.text, body.text)
  }

  /// Reads a happening back; nil when it is not one of these events.
  static func happening<Event: Recordable>(
    header: String, body: String, of: Event.Type = Event.self
  ) -> Happening<Event>? {
    guard let header = try? EntryHeader(header), let body = try? EntryBody(body),
      let day = Day(header.day), let author = author(header.by)
    else { return nil }
    let entry = Entry(
      header.kind, thread: header.thread, facts: header.facts.map { .init($0.name, $0.text) },
      passages: body.passages.map { .init($0.name, $0.text) })
    guard let event = try? Event(entry) else { return nil }
    return Happening(event, by: author.person, of: author.side, on: day)
  }

  static func author(_ by: String) -> (side: Side, person: ID<Person>)? {
    let parts = by.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, let side = Side(rawValue: String(parts[0])),
      let person = ID<Person>(parts[1])
    else { return nil }
    return (side, person)
  }
}
