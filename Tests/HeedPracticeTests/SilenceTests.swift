import HeedPractice
import Testing

/// No timer, default or host ever yields consent, recognition or rest (R1, H26).
@Suite("In ten years of silence")
struct SilenceTests {
  @Test("nothing is answered, recognised, let go or taken", arguments: Story.all.indices)
  func nothingComes(seed: Int) {
    let story = Story.all[seed]
    let (state, today) = (story.end, story.lastDay)
    for years in [1, 10] {
      let later = today + years * 365
      check(state.whatCameOfIt(on: later), against: state.whatCameOfIt(on: today))
      for word in state.commitments {
        check(word.standing(on: later), against: word.standing(on: today))
      }
      let (then, now) = (state.mandates(on: later), state.mandates(on: today))
      #expect(then.allSatisfy { now.contains($0) }, "a mandate came back")
      #expect(state.pooledLetter(on: later) == nil, "news from nowhere")
    }
  }

  private func check(_ later: WhatCameOfIt, against now: WhatCameOfIt) {
    #expect(later.answered.allSatisfy { now.answered.contains($0) }, "recognised by silence")
    #expect(later.letGo == now.letGo)
    #expect(later.notAnswered == now.notAnswered)
    #expect(later.saidNo == now.saidNo)
    #expect(later.guidance == now.guidance)
    #expect(later.takenWithoutWord == now.takenWithoutWord)
    #expect(later.offers.allSatisfy { now.offers.contains($0) })
    #expect(later.reported.allSatisfy { now.reported.contains($0) })
    #expect(now.slipped.allSatisfy { later.slipped.contains($0) })
  }

  /// A word may come to be missed, and that is all that may come of it.
  private func check(_ later: Commitment.Standing, against now: Commitment.Standing) {
    if case .missed = later { return }
    #expect(later == now)
  }

  @Test("a report is unanswered still")
  func unanswered() {
    let state = Scene.reported.state
    #expect(state.whatCameOfIt(on: .tenYearsOn).reported.map(\.id) == ["carry"])
    #expect(state.whatCameOfIt(on: .tenYearsOn).answered == [])
  }

  @Test("a letter is not answered, and only the community can open what it proposed")
  func unopened() {
    let state = Scene.proposed.state
    for voice in Cast.everyone where voice.side != .community {
      let answer = Partnership.refusal(
        of: .open(), by: voice, on: .tenYearsOn, in: state)
      #expect(answer == .onlyThe(.community))
    }
  }
}
