import HeedPractice
import HeedService
import HeedWording

/// What the page of one word says beyond its card in a list.
struct WordDetails: Equatable {
  var promisee: Sentence
  var basis: Sentence
  var frame: Sentence
  var plan: Sentence
  /// Earlier days that were missed, tellings, reports, recognitions, oldest first.
  var history: [WordCard.Said]

  init(_ word: Commitment, in seen: SeenPartnership, on today: Day) {
    promisee = .promisedTo(seen.name(seen.state.mandate(word.promisee)?.holder))
    basis = seen.basis(of: word)
    frame = word.frame.sentence
    plan = .plan(when: word.plan.when, then: word.plan.then)
    history = seen.history(of: word, on: today)
  }
}

extension SeenPartnership {
  fileprivate func basis(of word: Commitment) -> Sentence {
    switch word.basis {
    case .ask(let id): .inAnswerTo(state.ask(id)?.words ?? "–")
    case .offer(let id): .fromOffer(state.offer(id)?.words ?? "–")
    case .unasked: .nobodyAsked
    }
  }

  fileprivate func history(of word: Commitment, on today: Day) -> [WordCard.Said] {
    var items: [(day: Day, said: WordCard.Said)] = []
    for due in word.dueDays {
      if due.setOn != word.givenOn || due != word.dueDays.first {
        items.append((due.setOn, .init(about: .redatedOn(due.setOn, to: due.day), words: "")))
      }
      items += due.tellings.map { ($0.on, said($0)) }
    }
    for missed in word.misses(on: today) {
      items.append(
        (missed.due + 1, .init(about: missed.miss.sentence(due: missed.due), words: "")))
    }
    items += word.reports.map { ($0.on, said($0)) }
    for recognition in word.recognitions {
      items.append((recognition.on, said(recognition)))
      if let back = recognition.takenBack {
        let about = Sentence.tookBack(name(recognition.by), on: back.on)
        items.append((back.on, .init(about: about, words: back.reason)))
      }
    }
    if let day = word.letGoOn { items.append((day, .init(about: .letGoOn(day), words: ""))) }
    // A stable order for what happened on one day: as it was collected.
    return items.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element.said)
  }
}
