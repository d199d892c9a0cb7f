/// A language that pages can be read in.
public enum Language: String, CaseIterable, Sendable {
  case en
}

/// A whole sentence, or a label, in every language there is.
///
/// Never built from pieces: what changes from case to case (a day, a name) stands inside the
/// sentence of each language. A new language is a new parameter of the initialiser, and then the
/// compiler lists every sentence that is still missing in it.
public struct Sentence: Equatable, Sendable {
  private let en: String

  public init(en: String) {
    self.en = en
  }

  public func callAsFunction(in language: Language) -> String {
    switch language {
    case .en: en
    }
  }
}
