import Logging
import HeedHTML
import HTTPTypes
import HeedPractice
import HeedRecord
import HeedService
import HeedWording

/// Turns what went wrong into a page: what happened, what was kept, what to do.
struct Mishaps {
  let web: Web
  let call: Call

  func answer(to error: any Error) -> Answer {
    switch error {
    case let stopped as Stopped: Mishaps(web: web, call: stopped.call).answer(to: stopped.stop)
    case let stop as Stop: answer(to: stop)
    case let refusal as Partnership.Refusal: refused(refusal.problem)
    case let refusal as Circle.Refusal: refused(refusal.problem)
    case let refusal as Community.Refusal: refused(refusal.problem)
    case let notLetIn as NotLetIn: refused(notLetIn.problem)
    case Fault.somebodyWasFaster:
      refused(Problem(sentence: .somebodyWasFaster, status: .conflict))
    case Fault.tooBusy(let seconds): tooBusy(seconds)
    case Fault.noRoom:
      page(.noRoom, .noRoomWhy, .init(code: 507, reasonPhrase: "Insufficient Storage"))
    default: failed(error)
    }
  }

  private func answer(to stop: Stop) -> Answer {
    switch stop {
    case .notFound: page(.nothingHere, .nothingHereWhy, .notFound)
    case .signInFirst where call.isPost: page(.signedOut, .signedOutWhy, .unauthorized)
    case .signInFirst: .seeOther("/sign-in")
    case .staleForm: page(.staleForm, .staleFormWhy, .forbidden)
    case .notOverHere: page(.notFromHere, .notFromHereWhy, .forbidden)
    case .unknownField: page(.badForm, .unknownFieldWhy, .badRequest)
    case .badForm: page(.badForm, .badFormWhy, .badRequest)
    case .tooLarge: page(.tooLarge, .tooLargeWhy, .contentTooLarge)
    }
  }

  private func refused(_ problem: Problem) -> Answer {
    var answer = page(.refusedTitle, problem.sentence, problem.status)
    answer.headers += problem.headers
    return answer
  }

  private func tooBusy(_ seconds: Int) -> Answer {
    var answer = page(.tooBusy, .tooBusyWhy, .serviceUnavailable)
    answer.headers.append(HTTPField(name: .retryAfter, value: String(seconds)))
    return answer
  }

  /// The world failed: said once in the log, by kind and never by content; nothing leaks.
  private func failed(_ error: any Error) -> Answer {
    web.logger.error("failed", metadata: ["kind": "\(type(of: error))", "what": "\(kind(error))"])
    let isBroken = error is SealBroken || (error as? Fault)?.isOfTheRecord == true
    return isBroken
      ? page(.recordBroken, .recordBrokenWhy, .internalServerError)
      : page(.failed, .failedWhy, .internalServerError)
  }

  private func kind(_ error: any Error) -> String {
    (error as? Fault).map { "\($0)" } ?? (error as? SealBroken).map { "\($0)" } ?? "unexpected"
  }

  private func page(_ title: Sentence, _ why: Sentence, _ status: HTTPResponse.Status) -> Answer {
    let kept = keptWords
    return Page(title, status: status) { sheet in
      sheet.p(why)
      if !kept.isEmpty { sheet.keptWords(kept) }
      sheet.element("p") { $0.link(.goToTheStart, to: "/") }
    }.answer(to: call)
  }

  /// What was typed, so that it can be copied; passphrases and codes are never shown again.
  private var keptWords: [String] {
    let secret = ["form", "passphrase", "new", "old", "code", "id"]
    return call.form.names.filter { !secret.contains($0) }
      .map { call.form.raw($0) }.filter { $0.count > 3 }
  }
}

extension Sheet {
  mutating func keptWords(_ kept: [String]) {
    h2(.yourWords)
    p(.yourWordsWhy)
    for words in kept { self.words(words) }
  }
}

extension Fault {
  var isOfTheRecord: Bool {
    switch self {
    case .unreadableEntry, .recordShrank, .recordChanged: true
    default: false
    }
  }
}
