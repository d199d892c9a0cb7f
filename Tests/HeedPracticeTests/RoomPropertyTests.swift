import HeedPractice
import Testing

@Suite("Whatever people try in a circle or a community")
struct RoomPropertyTests {
  @Test("a circle has a steward, and loses nobody's name", arguments: 0..<300 as Range<UInt64>)
  func circle(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var state = Circle.initial
    var history: [Happening<Circle.Event>] = []
    for number in 0..<80 {
      let (voice, command) = (dice.pick(Cast.everyone), circleCommand(&dice))
      let events = (try? Circle.decide(command, by: voice, on: .monday + number, in: state)) ?? []
      let before = state
      for event in events {
        history.append(Happening(event, by: voice.person, of: voice.side, on: .monday + number))
        Circle.evolve(&state, with: history[history.count - 1])
      }
      #expect(!state.isFounded || !state.stewards.isEmpty, "nobody answers the community")
      #expect(state.order.starts(with: before.order))
      #expect(Set(state.order) == Set(state.members.keys))
      #expect(Set(state.stewards).isSubset(of: state.people))
    }
    #expect(try history.allSatisfy { try Circle.Event($0.what.entry) == $0.what })
    #expect(Circle.replay(history) == state)
  }

  private func circleCommand(_ dice: inout Dice) -> Circle.Command {
    let door: ID<Invitation> = dice.pick(["door", "gate", "gap"])
    return dice.pick([
      .found, .invite(door), .invite(door), .join(door), .join(door),
      .nameSteward(dice.pick(Cast.everyone).person), .stepDown, .leave(holding: dice.below(3)),
    ])
  }

  @Test("a community lets in only whom its own people welcome", arguments: 0..<300 as Range<UInt64>)
  func community(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var state = Community.initial
    var history: [Happening<Community.Event>] = []
    for number in 0..<80 {
      let (voice, command) = (dice.pick(Cast.everyone), communityCommand(&dice))
      let events =
        (try? Community.decide(command, by: voice, on: .monday + number, in: state)) ?? []
      #expect(events.isEmpty || voice.side == .community)
      #expect(events.isEmpty || !state.isGathered || state.people.contains(voice.person))
      for event in events {
        history.append(Happening(event, by: voice.person, of: voice.side, on: .monday + number))
        Community.evolve(&state, with: history[history.count - 1])
      }
      #expect(Set(state.people).count == state.people.count)
    }
    #expect(try history.allSatisfy { try Community.Event($0.what.entry) == $0.what })
    #expect(Community.replay(history) == state)
  }

  private func communityCommand(_ dice: inout Dice) -> Community.Command {
    let person = dice.pick(Cast.community).person
    return dice.pick([
      .gather, .welcome(person), .welcome(person), .renewCode(of: person),
      dice.isLucky(oneIn: 3) ? .leave : .welcome(person),
    ])
  }
}
