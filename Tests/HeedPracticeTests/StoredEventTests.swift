import HeedPractice
import Testing

@Suite("What is stored")
struct StoredEventTests {
  @Test("of a partnership is written and read under names that never change")
  func partnership() throws {
    for stored in StoredEvents.partnership {
      #expect(stored.event.entry == stored.entry)
      #expect(try Partnership.Event(stored.entry) == stored.event)
    }
  }

  @Test("of a partnership has an expectation for every kind of event")
  func everyKind() {
    let reached = Set(StoredEvents.partnership.map { EventKind($0.event) })
    #expect(Set(EventKind.allCases).subtracting(reached) == [])
  }

  @Test("of a circle is written and read under names that never change")
  func circle() throws {
    for stored in StoredEvents.circle {
      #expect(stored.event.entry == stored.entry)
      #expect(try Circle.Event(stored.entry) == stored.event)
    }
  }

  @Test("of a community is written and read under names that never change")
  func community() throws {
    for stored in StoredEvents.community {
      #expect(stored.event.entry == stored.entry)
      #expect(try Community.Event(stored.entry) == stored.event)
    }
  }

  @Test("keeps facts that name nobody apart from people's words (R11)")
  func apart() {
    for stored in StoredEvents.partnership {
      for fact in stored.entry.facts {
        let isOneLine = !fact.text.contains(where: \.isNewline)
        #expect(isOneLine, "\(stored.entry.kind) \(fact.name)")
        #expect(fact.text.utf8.count <= 60, "\(stored.entry.kind) \(fact.name)")
      }
    }
  }

  @Test("names the sides as it always has")
  func sides() {
    #expect(Side.allCases.map(\.rawValue) == ["circle", "community", "host"])
  }

  @Test("leaves out what is not there")
  func leftOut() {
    let entry = Entry("asked", facts: [nil, .init("form", "ask")], passages: [nil])
    #expect(entry.facts == [.init("form", "ask")])
    #expect(entry.passages == [])
    #expect(entry.thread == nil)
  }
}
