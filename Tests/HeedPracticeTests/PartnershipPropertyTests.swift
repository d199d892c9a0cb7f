import HeedPractice
import Testing

@Suite("Whatever people try in a partnership")
struct PartnershipPropertyTests {
  static let seeds = Story.all.indices

  @Test("every kind of thing comes to happen, and most tries are refused")
  func coverage() {
    var reached: Set<EventKind> = []
    var (acts, refusals) = (0, 0)
    for story in Story.all {
      reached.formUnion(story.history.map { EventKind($0.what) })
      acts += story.history.count
      refusals += story.refusals
    }
    #expect(Set(EventKind.allCases).subtracting(reached) == [])
    #expect(acts > 5_000, "the stories are too quiet: \(acts)")
    #expect(refusals > 10_000, "the stories are too smooth: \(refusals)")
  }

  @Test("nobody speaks for those they do not speak for (R2, R3, S3)", arguments: seeds)
  func voices(seed: Int) {
    var sides: [ID<Person>: Side] = [:]
    for step in Story.all[seed].steps {
      let speaker = step.voice
      #expect(speaker.side != .host, "the host brings nothing about")
      #expect(sides[speaker.person, default: speaker.side] == speaker.side, "on both sides")
      sides[speaker.person] = speaker.side
      for happening in step.happenings {
        #expect(happening.what.isCircles == (speaker.side == .circle), "\(happening.what)")
        if case .recognition = happening.what {
          let mandate = step.before.mandate(of: speaker.person, on: step.day)
          #expect(mandate != nil, "recognised without a mandate")
        }
      }
    }
    for mandate in Story.all[seed].end.mandates {
      #expect(sides[mandate.holder] != .circle, "a mandate held by the circle")
    }
  }

  @Test("nothing is lost: no word, wording, telling, report or recognition", arguments: seeds)
  func kept(seed: Int) {
    for step in Story.all[seed].steps {
      #expect(Loss(from: step.before, to: step.after).found == [], "\(step.command)")
    }
  }

  @Test("only the promisee moves a word or lets it go, or who speaks now", arguments: seeds)
  func promisee(seed: Int) throws {
    for step in Story.all[seed].steps {
      for happening in step.happenings {
        guard let id = happening.what.promiseesOwn else { continue }
        let word = try #require(step.before.commitment(id))
        let promisee = try #require(step.before.mandate(word.promisee))
        let isPromisee = promisee.holder == step.voice.person
        #expect(step.before.mandate(of: step.voice.person, on: step.day) != nil)
        #expect(isPromisee || !promisee.stands(on: step.day))
      }
    }
  }

  @Test("the stage changes by acts of the relationship alone (R2)", arguments: seeds)
  func stage(seed: Int) {
    for step in Story.all[seed].steps where step.before.stage != step.after.stage {
      for happening in step.happenings {
        guard case .relationship = happening.what else {
          Issue.record("\(happening.what) changed the stage")
          continue
        }
        #expect(happening.side == (happening.what.isCircles ? .circle : .community))
      }
    }
  }

  @Test("the same again brings nothing more about", arguments: seeds)
  func again(seed: Int) {
    for step in Story.all[seed].steps {
      let events =
        (try? Partnership.decide(
          step.command, by: step.voice, on: step.day, in: step.after)) ?? []
      #expect(events == [], "\(step.command)")
    }
  }

  @Test("what is stored can be read back, and gives the same state", arguments: seeds)
  func stored(seed: Int) throws {
    let story = Story.all[seed]
    let read = try story.history.map { happening in
      Happening(
        try Partnership.Event(happening.what.entry), by: happening.by, of: happening.side,
        on: happening.on)
    }
    #expect(read == story.history)
    #expect(Partnership.replay(read) == story.end)
  }
}

extension Partnership.Event {
  /// Whether it is the circle's to bring about.
  fileprivate var isCircles: Bool {
    switch EventKind(self) {
    case .proposed, .proposalTakenBack, .taken, .notAble, .listed, .offerTakenBack, .given, .told,
      .leavingTold, .reported, .handedOver, .handOverAccepted, .handOverDeclined:
      true
    case .declined, .opened, .agreed, .paused, .resumed, .ended, .mandateGiven, .mandateEnded,
      .asked, .amended, .withdrawn, .offerTaken, .offerDeclined, .redated, .letGo, .recognised,
      .recognitionTakenBack:
      false
    }
  }

  /// The word it moves or lets go.
  fileprivate var promiseesOwn: ID<Commitment>? {
    switch self {
    case .commitment(.redated(let id, to: _)), .commitment(.letGo(let id)): id
    default: nil
    }
  }
}
