import HeedPractice
import Testing

extension Decider {
  /// The state after people have acted in turn, all on one day.
  static func after(
    _ acts: [(Voice, Command)], on day: Day = .monday,
    at place: SourceLocation = #_sourceLocation
  ) -> State {
    acts.reduce(into: initial) { state, act in
      do {
        let (voice, command) = act
        for event in try decide(command, by: voice, on: day, in: state) {
          evolve(&state, with: Happening(event, by: voice.person, of: voice.side, on: day))
        }
      } catch {
        Issue.record("\(act.0.person) cannot \(act.1): \(error)", sourceLocation: place)
      }
    }
  }
}

/// How far a circle has come.
enum Lanterns {
  static let founding: [(Voice, Circle.Command)] = [(Cast.ines, .found)]
  static let inviting = founding + [(Cast.ines, .invite("door"))]
  static let joining = inviting + [(Cast.bo, .join("door"))]
  static let sharing = joining + [(Cast.ines, .nameSteward("bo"))]
  static let leaving = joining + [(Cast.bo, .leave(holding: 0))]

  static let founded = Circle.after(founding)
  static let invited = Circle.after(inviting)
  static let joined = Circle.after(joining)
  static let shared = Circle.after(sharing)
  static let left = Circle.after(leaving)
}

@Suite("A circle refuses")
struct CircleRefusalTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var after: Circle.State
    var by: Voice
    var command: Circle.Command
    var with: Circle.Refusal
  }

  static let table: [Row] = [
    Row(
      testDescription: "to be founded twice", after: Lanterns.founded, by: Cast.bo,
      command: .found, with: .alreadyFounded),
    Row(
      testDescription: "invitations before it is founded", after: Circle.initial, by: Cast.host,
      command: .invite("door"), with: .notFounded),
    Row(
      testDescription: "invitations from a member who is no steward", after: Lanterns.joined,
      by: Cast.bo, command: .invite("gate"), with: .onlyASteward),
    Row(
      testDescription: "invitations from a stranger", after: Lanterns.joined, by: Cast.cy,
      command: .invite("gate"), with: .onlyASteward),
    Row(
      testDescription: "invitations from the community", after: Lanterns.joined, by: Cast.amara,
      command: .invite("gate"), with: .onlyASteward),
    Row(
      testDescription: "members who join again", after: Lanterns.invited, by: Cast.ines,
      command: .join("door"), with: .alreadyAMember),
    Row(
      testDescription: "an invitation that somebody has used", after: Lanterns.joined,
      by: Cast.cy, command: .join("door"), with: .invitationUsed),
    Row(
      testDescription: "making an invitation anew that somebody has used", after: Lanterns.joined,
      by: Cast.ines, command: .invite("door"), with: .invitationUsed),
    Row(
      testDescription: "being founded by a community", after: Circle.initial, by: Cast.amara,
      command: .found, with: .onlyAMember),
    Row(
      testDescription: "an invitation nobody made", after: Lanterns.founded, by: Cast.cy,
      command: .join("door"), with: .invitationUsed),
    Row(
      testDescription: "stewards named by a member", after: Lanterns.joined, by: Cast.bo,
      command: .nameSteward("bo"), with: .onlyASteward),
    Row(
      testDescription: "stewards named by the host", after: Lanterns.joined, by: Cast.host,
      command: .nameSteward("bo"), with: .onlyASteward),
    Row(
      testDescription: "a stranger as steward", after: Lanterns.joined, by: Cast.ines,
      command: .nameSteward("cy"), with: .notAMember),
    Row(
      testDescription: "somebody who has left as steward", after: Lanterns.left, by: Cast.ines,
      command: .nameSteward("bo"), with: .notAMember),
    Row(
      testDescription: "a stranger stepping down", after: Lanterns.joined, by: Cast.cy,
      command: .stepDown, with: .onlyAMember),
    Row(
      testDescription: "its last steward stepping down", after: Lanterns.joined, by: Cast.ines,
      command: .stepDown, with: .lastSteward),
    Row(
      testDescription: "a stranger leaving", after: Lanterns.joined, by: Cast.cy,
      command: .leave(holding: 0), with: .onlyAMember),
    Row(
      testDescription: "a second leaving", after: Lanterns.left, by: Cast.bo,
      command: .leave(holding: 0), with: .onlyAMember),
    Row(
      testDescription: "its last steward leaving", after: Lanterns.joined, by: Cast.ines,
      command: .leave(holding: 0), with: .lastSteward),
    Row(
      testDescription: "a member leaving with two words in hand", after: Lanterns.joined,
      by: Cast.bo, command: .leave(holding: 2), with: .holdsWords(2)),
    Row(
      testDescription: "a steward leaving with a word in hand", after: Lanterns.shared,
      by: Cast.bo, command: .leave(holding: 1), with: .holdsWords(1)),
  ]

  @Test(arguments: table)
  func refuses(_ row: Row) {
    #expect(throws: row.with) {
      try Circle.decide(row.command, by: row.by, on: .monday, in: row.after)
    }
  }
}

@Suite("In a circle")
struct CircleTests {
  @Test("whoever founds it is its first member and steward")
  func founder() {
    #expect(Lanterns.founded.isFounded)
    #expect(Lanterns.founded.people == ["ines"])
    #expect(Lanterns.founded.stewards == ["ines"])
    #expect(Lanterns.founded.member("ines")?.joinedOn == .monday)
  }

  @Test("whoever joins is a member, no steward, and has used the invitation up")
  func joining() {
    #expect(Lanterns.invited.invitations == ["door"])
    #expect(Lanterns.joined.invitations == [])
    #expect(Lanterns.joined.people == ["ines", "bo"])
    #expect(Lanterns.joined.stewards == ["ines"])
  }

  @Test("the host may invite, when the last steward has lost the key")
  func hostInvites() throws {
    let events = try Circle.decide(
      .invite("gate"), by: Cast.host, on: .monday, in: Lanterns.joined)
    #expect(events == [.invited("gate")])
  }

  @Test("the host's guest is steward where none is left")
  func hostRestores() {
    let history = [
      Happening(Circle.Event.founded, by: "ines", of: .circle, on: .monday),
      Happening(.steppedDown, by: "ines", of: .circle, on: .monday),
      Happening(.invited("gate"), by: "hana", of: .host, on: .monday),
      Happening(.joined("gate"), by: "cy", of: .circle, on: .tuesday),
    ]
    #expect(Circle.replay(history).stewards == ["cy"])
  }

  @Test("stewards share the work and one of them may go")
  func sharing() {
    #expect(Lanterns.shared.stewards == ["ines", "bo"])
    let one = Circle.after(Lanterns.sharing + [(Cast.ines, .stepDown)])
    #expect(one.stewards == ["bo"])
    #expect(one.people == ["ines", "bo"])
    let gone = Circle.after(Lanterns.sharing + [(Cast.ines, .leave(holding: 0))])
    #expect(gone.stewards == ["bo"])
    #expect(gone.people == ["bo"])
    #expect(gone.members["ines"]?.isSteward == false)
  }

  @Test("whoever leaves is remembered with the day, and no longer belongs to it")
  func leaving() {
    #expect(Lanterns.left.member("bo") == nil)
    #expect(Lanterns.left.people == ["ines"])
    #expect(Lanterns.left.members["bo"]?.joinedOn == .monday)
    #expect(Lanterns.left.members["bo"]?.leftOn == .monday)
    #expect(Lanterns.left.members["bo"]?.isSteward == false)
  }

  @Test("a steward who has left is none when they return")
  func returning() {
    let back = Circle.after(
      Lanterns.sharing + [
        (Cast.bo, .leave(holding: 0)), (Cast.ines, .invite("gate")), (Cast.bo, .join("gate")),
      ])
    #expect(back.people == ["ines", "bo"])
    #expect(back.order == ["ines", "bo"])
    #expect(back.stewards == ["ines"])
  }

  @Test("the same command again brings nothing about")
  func again() throws {
    let twice: [(Circle.State, Voice, Circle.Command)] = [
      (Lanterns.invited, Cast.ines, .invite("door")),
      (Lanterns.invited, Cast.host, .invite("door")),
      (Lanterns.shared, Cast.ines, .nameSteward("bo")),
      (Circle.after(Lanterns.sharing + [(Cast.bo, .stepDown)]), Cast.bo, .stepDown),
    ]
    for (state, voice, command) in twice {
      #expect(try Circle.decide(command, by: voice, on: .monday, in: state) == [])
    }
  }
}
