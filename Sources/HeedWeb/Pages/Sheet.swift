import HeedHTML
import HeedPractice
import HeedWording

/// What pages are written on: sentences of ours from the catalogue, words of people as they are.
struct Sheet {
  var html = HTML()
  let call: Call
  let problem: Problem?
  /// Made once for all the forms of the page.
  let formToken: String

  init(call: Call, problem: Problem? = nil) {
    self.call = call
    formToken = call.formToken
    self.problem = problem
  }

  var language: Language { call.language }

  mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: (inout Sheet) -> Void
  ) {
    html.start(name, attributes)
    content(&self)
    html.end(name)
  }

  mutating func text(_ sentence: Sentence) { html.text(sentence(in: language)) }

  mutating func p(_ sentence: Sentence, class name: String? = nil) {
    element("p", Self.class(name)) { $0.text(sentence) }
  }

  mutating func h2(_ sentence: Sentence, id: String? = nil) {
    element("h2", id.map { [Attribute("id", $0)] } ?? []) { $0.text(sentence) }
  }

  mutating func h3(_ sentence: Sentence) { element("h3") { $0.text(sentence) } }

  mutating func link(_ sentence: Sentence, to path: String, class name: String? = nil) {
    element("a", [Attribute("href", path)] + Self.class(name)) { $0.text(sentence) }
  }

  /// People's own words, with their line ends, in the direction they are written in.
  mutating func words(_ text: String) {
    element("blockquote", [Attribute("class", "words"), Attribute("dir", "auto")]) {
      $0.html.text(text)
    }
  }

  mutating func list(_ class: String? = nil, _ content: (inout Sheet) -> Void) {
    element("ul", Self.class(`class`), content)
  }

  mutating func item(_ content: (inout Sheet) -> Void) { element("li", [], content) }

  /// A list of names and what belongs to them.
  mutating func facts(_ facts: [(Sentence, String)]) {
    element("dl") { sheet in
      for (name, value) in facts {
        sheet.element("dt") { $0.text(name) }
        sheet.element("dd", [Attribute("dir", "auto")]) { $0.html.text(value) }
      }
    }
  }

  /// What is not needed at first sight, opened by a press, without script.
  mutating func details(
    _ summary: Sentence, isOpen: Bool = false, _ content: (inout Sheet) -> Void
  ) {
    element("details", isOpen ? [Attribute("open")] : []) { sheet in
      sheet.element("summary") { $0.text(summary) }
      content(&sheet)
    }
  }

  static func `class`(_ name: String?) -> [Attribute] {
    name.map { [Attribute("class", $0)] } ?? []
  }
}
