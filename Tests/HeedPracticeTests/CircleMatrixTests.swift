import HeedPractice
import Testing

@Suite("Who may do what in a circle")
struct CircleMatrixTests {
  /// The circle before its founding, with one steward, and with two; one invitation is out.
  enum Form: CaseIterable {
    case unfounded, ledByOne, ledByTwo

    var state: Circle.State {
      switch self {
      case .unfounded: Circle.initial
      case .ledByOne:
        Circle.after(Lanterns.joining + [(Cast.ines, .invite("gate"))])
      case .ledByTwo:
        Circle.after(
          Lanterns.joining + [
            (Cast.ines, .invite("hatch")), (Cast.ines, .invite("gate")),
            (Self.dora, .join("hatch")), (Cast.ines, .nameSteward("dora")),
          ])
      }
    }

    static let dora = Voice("dora", of: .circle)
  }

  enum Needs { case toBeTheFirst, stewardOrHost, stranger, steward, memberWhoMayGo }

  static let needs: [(Circle.Command, Needs)] = [
    (.found, .toBeTheFirst),
    (.invite("gap"), .stewardOrHost),
    (.join("gate"), .stranger),
    (.nameSteward("bo"), .steward),
    (.stepDown, .memberWhoMayGo),
    (.leave(holding: 0), .memberWhoMayGo),
  ]

  @Test("is the same for every voice at every time", arguments: needs)
  func answers(_ command: Circle.Command, _ needs: Needs) {
    for form in Form.allCases {
      for voice in Cast.everyone {
        let answer = Circle.refusal(of: command, by: voice, on: .monday, in: form.state)
        #expect(
          answer == expected(needs, voice, form), "\(command), \(voice.person), \(form)")
      }
    }
  }

  private func expected(_ needs: Needs, _ voice: Voice, _ form: Form) -> Circle.Refusal? {
    let isFounded = form != .unfounded
    let isSteward = isFounded && voice == Cast.ines
    let isMember = isSteward || isFounded && voice == Cast.bo
    switch needs {
    case .toBeTheFirst:
      if voice.side != .circle { return .onlyAMember }
      return isFounded ? .alreadyFounded : nil
    case .stewardOrHost:
      if !isFounded { return .notFounded }
      return isSteward || voice == Cast.host ? nil : .onlyASteward
    case .stranger:
      if isMember { return .alreadyAMember }
      return isFounded ? nil : .invitationUsed
    case .steward: return isSteward ? nil : .onlyASteward
    case .memberWhoMayGo:
      if !isMember { return .onlyAMember }
      return isSteward && form == .ledByOne ? .lastSteward : nil
    }
  }
}
