import HeedHTML
import HeedPractice
import HeedWording

extension Sheet {
  /// A form that posts to this server, with the token that shows it came from here.
  mutating func form(
    _ path: String, class name: String? = nil, _ content: (inout Sheet) -> Void
  ) {
    let attributes = [Attribute("method", "post"), Attribute("action", path)]
    element("form", attributes + Self.class(name)) { sheet in
      sheet.hidden("form", sheet.formToken)
      content(&sheet)
    }
  }

  mutating func hidden(_ name: String, _ value: String) {
    html.void(
      "input",
      [Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value)])
  }

  mutating func button(
    _ sentence: Sentence, class name: String? = nil, value: (name: String, value: String)? = nil
  ) {
    var attributes = [Attribute("type", "submit")] + Self.class(name)
    if let value {
      attributes += [Attribute("name", value.name), Attribute("value", value.value)]
    }
    element("button", attributes) { $0.text(sentence) }
  }

  /// A form of one button, for an act that needs no words.
  mutating func action(
    _ sentence: Sentence, to path: String, class name: String? = nil,
    with fields: [(String, String)] = []
  ) {
    form(path, class: "action") { sheet in
      for (field, value) in fields { sheet.hidden(field, value) }
      sheet.button(sentence, class: name)
    }
  }

  /// What a field is for.
  struct Field {
    enum Kind: Equatable {
      case line, area, day, number, passphrase, newPassphrase, code
    }

    var name: String
    var label: Sentence
    var hint: Sentence?
    var kind: Kind
    var value: String
    var isOptional: Bool

    init(
      _ name: String, _ label: Sentence, hint: Sentence? = nil, _ kind: Kind = .line,
      value: String = "", isOptional: Bool = false
    ) {
      self.name = name
      self.label = label
      self.hint = hint
      self.kind = kind
      self.value = value
      self.isOptional = isOptional
    }
  }

  /// A field with its label, its hint, and what was wrong with it.
  ///
  /// The name of a field is its id too, after `f-`: two forms on a page must not share a name.
  mutating func field(_ field: Field) {
    let id = "f-\(field.name)"
    let isWrong = problem?.field == field.name
    element("div", [Attribute("class", isWrong ? "field wrong" : "field")]) { sheet in
      sheet.element("label", [Attribute("for", id)]) { sheet in
        sheet.text(field.label)
        if field.isOptional { sheet.text(.optional) }
      }
      if let hint = field.hint {
        sheet.element("p", [Attribute("class", "hint"), Attribute("id", "\(id)-hint")]) {
          $0.text(hint)
        }
      }
      if isWrong, let problem = sheet.problem {
        sheet.element("p", [Attribute("class", "error"), Attribute("id", "\(id)-error")]) {
          $0.text(problem.sentence)
        }
      }
      sheet.input(field, id: id, isWrong: isWrong)
    }
  }

  private mutating func input(_ field: Field, id: String, isWrong: Bool) {
    var attributes = [Attribute("id", id), Attribute("name", field.name)]
    let descriptions = [field.hint == nil ? nil : "\(id)-hint", isWrong ? "\(id)-error" : nil]
      .compactMap { $0 }
    if !descriptions.isEmpty {
      attributes.append(Attribute("aria-describedby", descriptions.joined(separator: " ")))
    }
    if isWrong { attributes.append(Attribute("aria-invalid", "true")) }
    if field.kind == .area {
      attributes += [Attribute("rows", "5"), Attribute("dir", "auto")]
      return element("textarea", attributes) { $0.html.text("\n" + field.value) }
    }
    html.void("input", attributes + Self.kind(field.kind) + [Attribute("value", field.value)])
  }

  private static func kind(_ kind: Field.Kind) -> [Attribute] {
    switch kind {
    case .line, .area: [Attribute("type", "text"), Attribute("dir", "auto")]
    case .day: [Attribute("type", "date")]
    case .number: [Attribute("type", "text"), Attribute("inputmode", "numeric")]
    case .passphrase:
      [Attribute("type", "password"), Attribute("autocomplete", "current-password")]
    case .newPassphrase:
      [Attribute("type", "password"), Attribute("autocomplete", "new-password")]
    case .code:
      [
        Attribute("type", "text"), Attribute("autocomplete", "off"),
        Attribute("autocapitalize", "characters"), Attribute("spellcheck", "false"),
      ]
    }
  }

  /// One of several.
  struct Choice {
    var value: String
    var label: Sentence
    var hint: Sentence?

    init(_ value: String, _ label: Sentence, hint: Sentence? = nil) {
      self.value = value
      self.label = label
      self.hint = hint
    }
  }

  /// A group of which one is chosen; `then` writes what belongs to a choice under it.
  mutating func choices(
    _ name: String, _ legend: Sentence, _ choices: [Choice], chosen: String,
    then: (Choice, inout Sheet) -> Void = { _, _ in }
  ) {
    let isWrong = problem?.field == name
    element("fieldset", Self.class(isWrong ? "wrong" : nil)) { sheet in
      sheet.element("legend") { $0.text(legend) }
      if isWrong, let problem = sheet.problem { sheet.p(problem.sentence, class: "error") }
      for (number, choice) in choices.enumerated() {
        // The first one carries the group's id, so that the summary's link leads to it.
        let id = number == 0 ? "f-\(name)" : "f-\(name)-\(choice.value)"
        sheet.element("div", [Attribute("class", "choice")]) { sheet in
          sheet.radio(name, choice, id: id, isChosen: choice.value == chosen)
          then(choice, &sheet)
        }
      }
    }
  }

  private mutating func radio(_ name: String, _ choice: Choice, id: String, isChosen: Bool) {
    var attributes = [
      Attribute("type", "radio"), Attribute("id", id), Attribute("name", name),
      Attribute("value", choice.value),
    ]
    if isChosen { attributes.append(Attribute("checked")) }
    html.void("input", attributes)
    element("label", [Attribute("for", id)]) { $0.text(choice.label) }
    if let hint = choice.hint { p(hint, class: "hint") }
  }

  /// A choice among people, who are named as they call themselves.
  mutating func select(
    _ name: String, _ label: Sentence, _ options: [(value: String, name: String)],
    chosen: String
  ) {
    let id = "f-\(name)"
    element("div", [Attribute("class", "field")]) { sheet in
      sheet.element("label", [Attribute("for", id)]) { $0.text(label) }
      sheet.element("select", [Attribute("id", id), Attribute("name", name)]) { sheet in
        for option in options {
          let mark = option.value == chosen ? [Attribute("selected")] : []
          sheet.element("option", [Attribute("value", option.value)] + mark) {
            $0.html.text(option.name)
          }
        }
      }
    }
  }

  mutating func checkbox(_ name: String, _ label: Sentence, isOn: Bool) {
    let id = "f-\(name)"
    element("div", [Attribute("class", "choice")]) { sheet in
      sheet.html.void(
        "input",
        [
          Attribute("type", "checkbox"), Attribute("id", id), Attribute("name", name),
          Attribute("value", "yes"),
        ] + (isOn ? [Attribute("checked")] : []))
      sheet.element("label", [Attribute("for", id)]) { $0.text(label) }
    }
  }
}
