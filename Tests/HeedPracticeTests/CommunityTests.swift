import HeedPractice
import Testing

/// How far a community has come.
enum River {
  static let gathering: [(Voice, Community.Command)] = [(Cast.amara, .gather)]
  static let welcoming = gathering + [(Cast.amara, .welcome("dalia"))]

  static let gathered = Community.after(gathering)
  static let welcomed = Community.after(welcoming)
  static let left = Community.after(welcoming + [(Cast.dalia, .leave)])
}

@Suite("A community refuses")
struct CommunityRefusalTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var after: Community.State
    var by: Voice
    var command: Community.Command
    var with: Community.Refusal
  }

  static let table: [Row] = [
    Row(
      testDescription: "to be gathered twice", after: River.gathered, by: Cast.farid,
      command: .gather, with: .alreadyGathered),
    Row(
      testDescription: "to be gathered again by its own people", after: River.gathered,
      by: Cast.amara, command: .gather, with: .alreadyGathered),
    Row(
      testDescription: "somebody welcomed by a circle", after: River.gathered, by: Cast.ines,
      command: .welcome("farid"), with: .onlyItsPeople),
    Row(
      testDescription: "somebody welcomed by the host", after: River.gathered, by: Cast.host,
      command: .welcome("farid"), with: .onlyItsPeople),
    Row(
      testDescription: "somebody who welcomes themselves", after: River.gathered, by: Cast.farid,
      command: .welcome("farid"), with: .onlyItsPeople),
    Row(
      testDescription: "its own people when they speak for a circle", after: River.gathered,
      by: Voice("amara", of: .circle), command: .welcome("farid"), with: .onlyItsPeople),
    Row(
      testDescription: "a code renewed by the host", after: River.gathered, by: Cast.host,
      command: .renewCode(of: "amara"), with: .onlyItsPeople),
    Row(
      testDescription: "a code for a stranger", after: River.gathered, by: Cast.amara,
      command: .renewCode(of: "farid"), with: .notOneOfUs),
    Row(
      testDescription: "a code for somebody who has left", after: River.left, by: Cast.amara,
      command: .renewCode(of: "dalia"), with: .notOneOfUs),
    Row(
      testDescription: "a stranger leaving", after: River.gathered, by: Cast.farid,
      command: .leave, with: .onlyItsPeople),
    Row(
      testDescription: "a second leaving", after: River.left, by: Cast.dalia, command: .leave,
      with: .onlyItsPeople),
  ]

  @Test(arguments: table)
  func refuses(_ row: Row) {
    #expect(throws: row.with) {
      try Community.decide(row.command, by: row.by, on: .monday, in: row.after)
    }
  }
}

@Suite("In a community")
struct CommunityTests {
  @Test("whoever gathers it is its first person")
  func gathering() {
    #expect(River.gathered.isGathered)
    #expect(River.gathered.people == ["amara"])
  }

  @Test("anybody of it may welcome others, in the order of their coming")
  func welcoming() {
    let three = Community.after(River.welcoming + [(Cast.dalia, .welcome("farid"))])
    #expect(three.people == ["amara", "dalia", "farid"])
  }

  @Test("whoever leaves is no longer of it, and may be welcomed again")
  func leaving() {
    #expect(River.left.people == ["amara"])
    let back = Community.after(
      River.welcoming + [(Cast.dalia, .leave), (Cast.amara, .welcome("dalia"))])
    #expect(back.people == ["amara", "dalia"])
  }

  @Test("to welcome somebody again brings nothing about")
  func again() throws {
    let events = try Community.decide(
      .welcome("dalia"), by: Cast.amara, on: .monday, in: River.welcomed)
    #expect(events == [])
  }

  @Test("a lost code is renewed as often as it is lost, and changes nothing else")
  func renewing() throws {
    let once = River.welcoming + [(Cast.amara, .renewCode(of: "dalia"))]
    #expect(Community.after(once) == River.welcomed)
    let events = try Community.decide(
      .renewCode(of: "dalia"), by: Cast.amara, on: .monday, in: Community.after(once))
    #expect(events == [.codeRenewed(of: "dalia")])
  }

  enum Needs { case toBeTheFirst, oneOfUs }

  static let needs: [(Community.Command, Needs)] = [
    (.gather, .toBeTheFirst),
    (.welcome("farid"), .oneOfUs),
    (.renewCode(of: "amara"), .oneOfUs),
    (.leave, .oneOfUs),
  ]

  @Test("every voice gets the answer that is due to it", arguments: needs)
  func answers(_ command: Community.Command, _ needs: Needs) {
    for voice in Cast.everyone {
      let isOneOfUs = voice == Cast.amara || voice == Cast.dalia
      let gathered = Community.refusal(of: command, by: voice, on: .monday, in: River.welcomed)
      let before = Community.refusal(of: command, by: voice, on: .monday, in: Community.initial)
      switch needs {
      case .toBeTheFirst:
        #expect(gathered == (voice.side == .community ? .alreadyGathered : .onlyItsPeople))
        #expect(before == (voice.side == .community ? nil : .onlyItsPeople))
      case .oneOfUs:
        #expect(gathered == (isOneOfUs ? nil : .onlyItsPeople), "\(voice.person)")
        #expect(before == .onlyItsPeople, "\(voice.person)")
      }
    }
  }
}
