import HeedPractice
import HeedService
import Testing

@testable import HeedWeb

/// A page that offers what the rules refuse leads people into a wall; one that does not offer what
/// they allow takes something from them.
@Suite("A page offers an act if and only if the rules allow it, when")
struct OfferedActsTests {
  private static let days: [Day] = [.wednesday, .nextMonday]
  private static let stages: [Partnership.Stage] = [.open, .paused, .ended]

  /// Every reader, at every stage, on a day before and a day after the one promised.
  private func everywhere(
    _ scene: Scene, _ stages: [Partnership.Stage] = stages,
    _ check: (Scene, Voice, Day, Comment) -> Void
  ) {
    for stage in stages {
      for voice in Voice.circle + Voice.community {
        for day in Self.days {
          check(scene.at(stage), voice, day, "\(stage), \(voice.person), \(day)")
        }
      }
    }
  }

  @Test("a word:", arguments: Scene.withWord)
  func words(_ scene: Scene) throws {
    let word = try #require(scene.state.commitment("carry"))
    everywhere(scene) { scene, voice, day, place in
      let card = WordCard(word, in: scene.seen(by: voice), on: day)
      func allows(_ command: Partnership.Command) -> Bool {
        scene.allows(command, by: voice, on: day)
      }
      #expect(card.mayTell == allows(.tell("Another thing", .nextMonday + 90)), place)
      #expect(card.mayReport == allows(.commitment(.report("carry", .partly, account: "x"))), place)
      #expect(card.mayHandOver == allows(.handOver(to: "bo")), place)
      #expect(card.mayAccept == allows(.accept), place)
      #expect(card.mayDeclineHandOver == allows(.declineHandOver), place)
      #expect(card.mayRedate == allows(.commitment(.redate("carry", to: day + 3))), place)
      // A word reported as done waits for an answer; letting go is no answer, and is not offered.
      #expect(card.mayLetGo == (allows(.letGo) && word.isOpen), place)
      let say = Partnership.Command.recognition(
        .recognise("carry", "another", .partly, words: ""))
      #expect(card.mayRecognise == allows(say), place)
      let mayTakeBack = word.standingRecognitions.contains { said in
        allows(.recognition(.takeBack("carry", said.id, reason: "x")))
      }
      #expect((card.ownRecognition != nil) == mayTakeBack, place)
      if let day = card.proposed { #expect(allows(.commitment(.redate("carry", to: day))), place) }
    }
  }

  @Test("an ask:", arguments: Scene.withAsk)
  func asks(_ scene: Scene) throws {
    let ask = try #require(scene.state.ask("chairs"))
    everywhere(scene) { scene, voice, day, place in
      let line = AskLine(ask, in: scene.seen(by: voice), on: day)
      func allows(_ command: Partnership.Command) -> Bool {
        scene.allows(command, by: voice, on: day)
      }
      let notAble = Partnership.Command.ask(.answer("chairs", .notAble(because: "Rain")))
      #expect(line.mayTake == allows(.takeChairs), place)
      #expect(line.maySayNotAble == allows(notAble), place)
      let standing = scene.state.mandates(on: day).first?.id
      let word = Commitment.Draft.chairs.with {
        $0.id = "another"
        $0.due = day
        $0.promisee = standing
      }
      #expect((line.wordPath != nil) == allows(.commitment(.give(word))), place)
    }
  }

  @Test("an offer:", arguments: Scene.withOffer)
  func offers(_ scene: Scene) throws {
    let offer = try #require(scene.state.offer("van"))
    everywhere(scene) { scene, voice, day, place in
      let line = OfferLine(offer, in: scene.seen(by: voice), on: day)
      func allows(_ command: Partnership.Command) -> Bool {
        scene.allows(command, by: voice, on: day)
      }
      #expect(line.mayTake == allows(.offer(.take("van"))), place)
      #expect(line.mayDecline == allows(.offer(.decline("van"))), place)
      #expect(line.mayTakeBack == allows(.offer(.takeBack("van"))), place)
      let word = Commitment.Draft.chairs.with {
        $0.id = "another"
        $0.basis = .offer("van")
        $0.due = day
      }
      #expect((line.wordPath != nil) == allows(.commitment(.give(word))), place)
    }
  }

  @Test("the partnership as a whole:", arguments: Scene.all)
  func wholes(_ scene: Scene) {
    let stages = scene.state.mandates.isEmpty ? [.proposed] : Partnership.Stage.allCases
    everywhere(scene, stages) { scene, voice, day, place in
      let acts = PartnershipModel(scene.seen(by: voice), on: day).acts
      func allows(_ command: Partnership.Command) -> Bool {
        scene.allows(command, by: voice, on: day)
      }
      #expect(acts.mayAsk == allows(.ask(.ask("soup", .ask, words: "Soup", day: nil))), place)
      #expect(acts.mayPause == allows(.relationship(.pause)), place)
      #expect(acts.mayResume == allows(.relationship(.resume)), place)
      #expect(acts.mayEnd == allows(.relationship(.end)), place)
      let agreements = Agreements(poolDays: 14)
      #expect(acts.mayAgree == allows(.relationship(.agree(agreements))), place)
      let grant = Mandate.Grant(id: "farids", holder: "farid", scope: "Youth")
      #expect(acts.mayGiveMandate == allows(.mandate(.give(grant))), place)
      #expect(acts.mayEndMandates == allows(.mandate(.end("eddas"))), place)
      #expect(
        acts.mayOffer == allows(.offer(.list("bread", words: "Bread", until: day))), place)
      #expect(acts.mayTakeBackLetter == allows(.relationship(.takeBackProposal)), place)
      guard let standing = scene.state.mandates(on: day).first?.id else { return }
      let word = Commitment.Draft.chairs.with {
        $0.id = "another"
        $0.basis = .unasked
        $0.due = day
        $0.promisee = standing
      }
      #expect(acts.mayGiveWord == allows(.commitment(.give(word))), place)
    }
  }
}
