import HeedHTML
import HeedPractice
import HeedRecord
import HeedService
import HeedWording

/// The record of a partnership as a readable timeline, each entry with its receipt.
enum RecordPage {
  /// Entries on one page.
  static let perPage = 50

  @Sendable static func show(_ call: Call) async throws -> Answer {
    let seen = try await call.partnership()
    let size = try await call.heed.size(of: seen.log)
    let pages = max(1, (size + perPage - 1) / perPage)
    let number = min(max(1, Int(call.query["page"]) ?? pages), pages)
    let entries = try await call.heed.timeline(
      of: seen.log, from: (number - 1) * perPage, limit: perPage)
    let handles = try await call.heed.handles(in: entries)
    return Page(.theRecord, seenBy: .seenByBoth(seen)) { sheet in
      sheet.p(.notWitnessed)
      sheet.element("p") { $0.link(.takeHome, to: "/partnerships/\(seen.id)/record/file") }
      sheet.element("ol", [.init("class", "timeline")]) { sheet in
        for entry in entries.reversed() { sheet.line(entry, seen, handles) }
      }
      sheet.pages(number, of: pages, at: "/partnerships/\(seen.id)/record")
      sheet.element("p") { $0.link(.backToPartnership, to: "/partnerships/\(seen.id)") }
    }.answer(to: call)
  }

  /// One entry with its receipt, to print.
  @Sendable static func entry(_ call: Call) async throws -> Answer {
    let seen = try await call.partnership()
    let index = try call.number("index")
    guard let receipt = try await call.heed.receipt(of: index, in: seen.log.origin),
      let entry = try await call.heed.timeline(of: seen.log, from: index, limit: 1).first
    else { throw Stop.notFound }
    let handles = try await call.heed.handles(in: [entry])
    let key = try call.heed.verifierKey(of: seen.log.origin)
    return Page(.entryTitle(index), seenBy: .seenByBoth(seen)) { sheet in
      sheet.element("ol", [.init("class", "timeline")]) { $0.line(entry, seen, handles) }
      sheet.h2(.receiptTitle)
      sheet.p(.receiptWhy)
      sheet.element("p", Sheet.class("noprint")) {
        $0.link(
          .receiptFile, to: "/partnerships/\(seen.id)/record/\(index)/receipt", class: "button")
      }
      sheet.element("pre", [.init("tabindex", "0")]) {
        $0.html.text(receipt.description)
      }
      sheet.p(.receiptKey)
      sheet.element("pre", [.init("tabindex", "0")]) { $0.html.text(key.description) }
      sheet.element("p") { $0.link(.backToRecord, to: "/partnerships/\(seen.id)/record") }
    }.answer(to: call)
  }

  @Sendable static func receipt(_ call: Call) async throws -> Answer {
    let seen = try await call.partnership()
    let index = try call.number("index")
    guard let receipt = try await call.heed.receipt(of: index, in: seen.log.origin)
    else { throw Stop.notFound }
    return .file(
      Array(receipt.description.utf8), named: "receipt-\(index).tlog-proof",
      type: "text/plain; charset=utf-8")
  }

  /// The whole record in one file, to take home.
  @Sendable static func file(_ call: Call) async throws -> Answer {
    let seen = try await call.partnership()
    let bytes = try await call.heed.recordFile(of: seen.log.origin)
    return .file(bytes, named: "record.heed", type: "application/jsonl; charset=utf-8")
  }

  @Sendable static func letter(_ call: Call) async throws -> Answer {
    let seen = try await call.partnership()
    guard seen.voice.side == .community else { throw Stop.notFound }
    let letter = seen.state.pooledLetter(on: call.today)
    let root = "/partnerships/\(seen.id)"
    return Page(.letterTitle, seenBy: .letterOnlyYou) { sheet in
      if let letter {
        sheet.p(.letterDays(letter.days.lowerBound, letter.days.upperBound))
        sheet.list { sheet in
          for item in letter.items {
            let line = LetterLine(item, seen.state, root)
            sheet.item { sheet in
              sheet.link(line.sentence, to: line.path)
            }
          }
        }
      } else {
        sheet.p(.noLetter)
      }
      sheet.p(.neverHaveTo, class: "note")
      sheet.element("p") { $0.link(.backToPartnership, to: root) }
    }.answer(to: call)
  }
}

/// One line of the pooled letter.
struct LetterLine: Equatable {
  var sentence: Sentence
  var path: String

  init(_ item: PooledLetter.Item, _ state: Partnership.State, _ root: String) {
    switch item {
    case .answered(let id):
      sentence = .letterAnswered(state.ask(id)?.words ?? "–")
      path = "\(root)/asks/\(id)"
    case .listed(let id):
      sentence = .letterOffered(state.offer(id)?.words ?? "–")
      path = root
    case .wordGiven(let id):
      sentence = .letterGiven(state.commitment(id)?.what ?? "–")
      path = "\(root)/words/\(id)"
    case .told(let id):
      sentence = .letterTold(state.commitment(id)?.what ?? "–")
      path = "\(root)/words/\(id)"
    case .reported(let id):
      sentence = .letterReported(state.commitment(id)?.what ?? "–")
      path = "\(root)/words/\(id)"
    }
  }
}

extension Sheet {
  fileprivate mutating func line(
    _ entry: TimelineEntry, _ seen: SeenPartnership, _ handles: [String: String]
  ) {
    element("li", [.init("value", String(entry.index))]) { sheet in
      switch entry.content {
      case .missing: sheet.p(.entryMissing, class: "mark")
      case .happening(let happening):
        let who = handles[happening.by.text] ?? "–"
        sheet.element("p", Sheet.class("day")) {
          $0.html.text(happening.on.spoken(in: $0.language))
        }
        sheet.p(happening.sentence(who))
        let passages = happening.what.entry.passages.filter { !$0.text.isEmpty }
        if !passages.isEmpty {
          sheet.details(.openWords) { sheet in
            for passage in passages { sheet.words(passage.text) }
          }
        }
      }
      sheet.link(
        .receiptOf(entry.index), to: "/partnerships/\(seen.id)/record/\(entry.index)")
    }
  }

  fileprivate mutating func pages(_ number: Int, of pages: Int, at path: String) {
    guard pages > 1 else { return }
    element("nav", [.init("aria-label", Sentence.pagesMenu(in: language))]) { sheet in
      if number < pages { sheet.link(.newer, to: "\(path)?page=\(number + 1)") }
      sheet.html.text(" ")
      if number > 1 { sheet.link(.older, to: "\(path)?page=\(number - 1)") }
    }
  }
}
