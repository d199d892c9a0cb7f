import HeedService
import HTTPTypes
import HeedHTML
import HeedWording

/// A page: what it is called, who sees it, what stands in it.
struct Page {
  var title: Sentence
  /// Who can see what is on it; under the title of every page that shows words of people.
  var seenBy: Sentence?
  var status: HTTPResponse.Status
  /// What was wrong with what was sent, if anything.
  var problem: Problem?
  var body: (inout Sheet) -> Void

  init(
    _ title: Sentence, seenBy: Sentence? = nil, problem: Problem? = nil,
    status: HTTPResponse.Status? = nil, body: @escaping (inout Sheet) -> Void
  ) {
    self.title = title
    self.seenBy = seenBy
    self.problem = problem
    self.status = status ?? problem?.status ?? .ok
    self.body = body
  }

  func answer(to call: Call) -> Answer {
    var sheet = Sheet(call: call, problem: problem)
    sheet.write(self)
    return Answer(
      status: status, bytes: sheet.html.bytes, headers: problem?.headers ?? [])
  }
}

/// What was wrong with what somebody sent: a sentence, and the field it is about.
struct Problem: Equatable, Sendable {
  var sentence: Sentence
  var field: String?
  var status: HTTPResponse.Status
  /// Seconds after which it may be tried again.
  var retryAfter: Int?

  var headers: [HTTPField] {
    retryAfter.map { [HTTPField(name: .retryAfter, value: String($0))] } ?? []
  }
}

extension Sheet {
  /// The frame that every page stands in.
  mutating func write(_ page: Page) {
    html.raw("<!DOCTYPE html>")
    element("html", [Attribute("lang", language.rawValue), Attribute("dir", "ltr")]) { sheet in
      sheet.element("head") { $0.writeHead(page) }
      sheet.element("body") { sheet in
        sheet.element("a", [Attribute("class", "skip"), Attribute("href", "#main")]) {
          $0.text(.skipToContent)
        }
        sheet.writeTop()
        sheet.element("main", [Attribute("id", "main"), Attribute("tabindex", "-1")]) { sheet in
          sheet.writeProblem()
          sheet.element("h1") { $0.text(page.title) }
          if let seenBy = page.seenBy { sheet.p(seenBy, class: "seen-by") }
          page.body(&sheet)
        }
        sheet.element("footer") { sheet in
          sheet.link(.whatIsHeed, to: "/about")
          sheet.html.text(" ")
          sheet.text(.footer)
        }
      }
    }
  }

  private mutating func writeHead(_ page: Page) {
    let prefix = page.problem == nil ? "" : Sentence.errorPrefix(in: language)
    html.raw("<meta charset=\"utf-8\">")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">")
    html.element("title", text: "\(prefix)\(page.title(in: language)) – Heed")
    html.void("link", [Attribute("rel", "stylesheet"), Attribute("href", Stylesheet.path)])
    html.raw("<link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\">")
  }

  private mutating func writeTop() {
    element("header") { sheet in
      sheet.element("a", [Attribute("class", "home"), Attribute("href", "/")]) {
        $0.html.text("Heed")
      }
      if sheet.call.visitor != nil {
        sheet.element("nav", [Attribute("aria-label", Sentence.mainMenu(in: sheet.language))]) {
          $0.link(.home, to: "/home")
          $0.link(.account, to: "/account")
        }
      }
      sheet.form("/leave", class: "leave") { $0.button(.leaveThisPage, class: "quiet") }
      if sheet.call.heed.isDemo { sheet.p(.demoNote, class: "demo") }
    }
  }

  private mutating func writeProblem() {
    guard let problem else { return }
    let attributes = [
      Attribute("class", "problem"), Attribute("id", "problem"), Attribute("role", "alert"),
      Attribute("tabindex", "-1"), Attribute("autofocus"),
    ]
    element("div", attributes) { sheet in
      sheet.element("h2") { $0.text(.thereIsAProblem) }
      sheet.element("p") { sheet in
        if let field = problem.field {
          sheet.link(problem.sentence, to: "#f-\(field)")
        } else {
          sheet.text(problem.sentence)
        }
      }
    }
  }
}
