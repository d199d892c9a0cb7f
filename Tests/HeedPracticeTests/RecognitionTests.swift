import HeedPractice
import Testing

@Suite("A recognition")
struct RecognitionTests {
  private func recognise(
    _ id: ID<Recognition>, _ verdict: Recognition.Verdict, words: String = ""
  ) -> Partnership.Command {
    .recognition(.recognise("carry", id, verdict, words: words))
  }

  @Test("says who said what, and who vouches for it")
  func said() {
    let said = Scene.recognised.word?.recognitions.first
    #expect(said?.id == "thanks")
    #expect(said?.by == "amara")
    #expect(said?.verdict == .asAsked)
    #expect(said?.words == "As we asked")
    #expect(said?.on == .tuesday)
    #expect(said?.attestation == .hostOnly)
    #expect(said?.takenBack == nil)
  }

  @Test("needs no words, and takes as many as fit", arguments: ["", Text.page])
  func words(_ words: String) {
    let scene = Scene.reported.then(Cast.amara, recognise("thanks", .partly, words: words))
    #expect(scene.word?.recognitions.map(\.words) == [words])
  }

  @Test("of two mandates may differ, and both are shown (H4)")
  func differing() {
    let scene = Scene.recognised.then(Cast.dalia, recognise("no", .notThis))
    #expect(scene.word?.standingRecognitions.map(\.verdict) == [.asAsked, .notThis])
    #expect(scene.word?.standingRecognitions.map(\.by) == ["amara", "dalia"])
  }

  @Test("is not for the promisee alone")
  func otherMandate() {
    let scene = Scene.reported.then(Cast.dalia, recognise("yes", .asAsked))
    #expect(scene.word?.isUnanswered == false)
  }

  @Test("comes after any report, and after the end as well")
  func late() {
    for outcome in Commitment.Report.Outcome.allCases {
      let scene = Scene.promised.then(Cast.bo, .report(outcome)).at(.ended)
        .then(Cast.amara, recognise("thanks", .partly))
      #expect(scene.word?.recognitions.count == 1)
    }
  }

  @Test("is taken back in public, with the reason, and work is unanswered again")
  func takenBack() {
    let word = RecognitionRefusalTests.takenBack.word
    #expect(word?.recognitions.count == 1)
    #expect(word?.recognitions.first?.takenBack?.reason == "It came apart")
    #expect(word?.recognitions.first?.takenBack?.on == .tuesday)
    #expect(word?.recognitions.first?.verdict == .asAsked)
    #expect(word?.standingRecognitions == [])
    #expect(word?.isUnanswered == true)
  }

  @Test("that was taken back may be followed by another one")
  func afterwards() {
    let scene = RecognitionRefusalTests.takenBack.then(Cast.amara, recognise("again", .partly))
    #expect(scene.word?.standingRecognitions.map(\.id) == ["again"])
    #expect(scene.word?.recognitions.map(\.id) == ["thanks", "again"])
  }

  @Test("may be taken back by whoever said it, also when their mandate has ended since")
  func withoutMandate() {
    let scene = Scene.recognised.then(Cast.dalia, .mandate(.end("amaras")))
      .then(Cast.amara, .takeBack("It fell over"))
    #expect(scene.word?.standingRecognitions == [])
  }

  @Test("taken back leaves those of others standing")
  func othersStand() {
    let scene = Scene.recognised.then(Cast.dalia, recognise("yes", .partly))
      .then(Cast.amara, .takeBack(Text.page))
    #expect(scene.word?.standingRecognitions.map(\.id) == ["yes"])
    #expect(scene.word?.isUnanswered == false)
  }

  @Test("is missing where nothing was reported, and that is not unanswered")
  func nothingToAnswer() {
    #expect(Scene.promised.word?.isUnanswered == false)
    #expect(Scene.reported.word?.isUnanswered == true)
  }
}
