import HeedHTML
import HeedPractice
import HeedWording

extension Sheet {
  /// A word in a list: what, where it stands, the last that was said, and what can be done at once.
  mutating func card(_ word: WordCard) {
    element("li", Self.class("card")) { sheet in
      sheet.element("h3", [.init("dir", "auto")]) { sheet in
        sheet.element("a", [.init("href", word.path)]) { $0.html.text(word.what) }
      }
      sheet.p(word.owner, class: "note")
      sheet.p(word.standing, class: "mark")
      if word.isUnasked { sheet.p(.nobodyAsked, class: "note") }
      if let latest = word.latest { sheet.said(latest) }
      for recognition in word.recognitions { sheet.said(recognition) }
      if word.isUnanswered { sheet.p(.unanswered, class: "note") }
      sheet.element("div", Self.class("actions")) { $0.quickActions(word) }
      if word.mayRecognise { sheet.p(.neverHaveTo, class: "note") }
    }
  }

  mutating func said(_ said: WordCard.Said) {
    p(said.about)
    if !said.words.isEmpty { words(said.words) }
    if let attestation = said.attestation { p(attestation, class: "note") }
  }

  private mutating func quickActions(_ word: WordCard) {
    if word.mayTell { link(.tellButton, to: "\(word.path)#tell", class: "button second") }
    if word.mayReport { link(.reportButton, to: "\(word.path)#report", class: "button") }
    if word.mayAccept { action(.acceptHandOver, to: "\(word.path)/accept") }
    if let day = word.proposed {
      action(.agreeTo(day), to: "\(word.path)/redate", with: [("day", day.description)])
    }
    if word.mayLetGo, word.proposed != nil {
      action(.letItGo, to: "\(word.path)/let-go", class: "second")
    }
    if word.mayRecognise {
      for verdict in Recognition.Verdict.allCases {
        action(
          verdict.button, to: "\(word.path)/recognise", class: "second",
          with: [("verdict", verdict.rawValue), ("id", ID<Recognition>.random().text)])
      }
    }
  }
}
