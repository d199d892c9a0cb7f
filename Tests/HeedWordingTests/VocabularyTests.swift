import Foundation
import Testing

/// What no sentence says, because the word itself does harm or claims what Heed does not do.
@Suite("No sentence says")
struct VocabularyTests {
  /// A sentence of the catalogue and where it stands.
  struct Written: Sendable {
    var place: String
    var text: String
  }

  /// Every text between quotes in the sources, with what is interpolated left as it is written.
  static let catalogue: [Written] = {
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = package.appendingPathComponent("Sources/HeedWording")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".swift") }.sorted().flatMap { name in
      let source = (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
      return texts(in: source ?? "", of: name)
    }
  }()

  private static func texts(in source: String, of name: String) -> [Written] {
    var texts: [Written] = []
    for (number, line) in source.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    where !line.drop(while: { $0 == " " }).hasPrefix("//") {
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() where index % 2 == 1 {
        texts.append(Written(place: "\(name):\(number + 1)", text: String(part)))
      }
    }
    return texts
  }

  @Test("nothing at all, or this would be an empty test")
  func isThere() {
    #expect(Self.catalogue.count > 300)
    #expect(Self.catalogue.contains { $0.text == "Nobody asked for this. It was done unasked." })
  }

  /// What Heed says of itself, once.
  private static let denial = "It makes nobody an ally."

  static let avoided = [
    "ally", "allies", "approve", "approves", "approved", "approval", "complete",
    "completes", "completed", "completion", "resolve", "resolves", "resolved", "resolution",
    "closed", "close", "score", "scores", "level", "levels", "impact", "impacts", "impactful",
    "points", "compliance", "compliant", "stakeholder", "stakeholders", "minority", "minorities",
    "vulnerable", "voiceless", "empower", "empowers", "empowered", "empowerment", "victim",
    "victims", "perpetrator", "rank", "ranking", "streak", "badge", "leaderboard",
    "congratulations",
    "user", "users", "engagement", "preferred", "marginalized", "marginalised", "underprivileged",
  ]

  @Test("the word", arguments: avoided)
  func word(_ word: String) {
    for written in Self.catalogue where !written.text.contains(Self.denial) {
      let words = written.text.lowercased().split { !$0.isLetter }
      #expect(!words.contains { $0 == word }, "\(written.place): \(written.text)")
    }
  }

  static let phrases = [
    "give a voice", "gives a voice", "giving a voice", "voice to the", "safe space", "step up",
    "step back", "hold accountable", "held accountable", "well done", "good job", "thank you for",
    "reach out", "raise awareness",
  ]

  @Test("the phrase", arguments: phrases)
  func phrase(_ phrase: String) {
    for written in Self.catalogue {
      #expect(
        !written.text.lowercased().contains(phrase), "\(written.place): \(written.text)")
    }
  }

  @Test("straight quotes, three dots, two blanks or an exclamation mark")
  func typography() {
    for written in Self.catalogue where !written.text.hasPrefix("…") {
      for mark in ["'", "...", "  ", "!"] {
        #expect(!written.text.contains(mark), "\(written.place): \(written.text)")
      }
    }
  }
}
