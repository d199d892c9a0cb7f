import HTTPTypes
import HeedHTML
import HeedPractice
import HeedService
import HeedStore
import HeedWording

/// A circle's letter, as whoever holds its link reads it; and the community's answer.
enum InvitedPage {
  @Sendable static func show(_ call: Call) async throws -> Answer {
    try await page(call, try await letter(call), nil)
  }

  private static func letter(_ call: Call) async throws -> ReadLetter {
    guard let letter = try await call.heed.letter(call.parameters["code"] ?? "")
    else { throw NotLetIn.linkGone }
    return letter
  }

  private static func page(
    _ call: Call, _ letter: ReadLetter, _ problem: Problem?
  ) async throws -> Answer {
    let known = try await community(of: call)
    let path = "/invited/\(call.parameters["code"] ?? "")"
    return Page(.invitedTitle(letter.circleName), seenBy: .invitedSeenBy, problem: problem) {
      sheet in
      sheet.letter(letter.letter)
      sheet.h2(.whatThisIs)
      sheet.p(.invitedWhat)
      sheet.p(.invitedWhoSees)
      sheet.p(.invitedYours)
      sheet.h2(.declineTitle)
      sheet.p(.declineWhy)
      sheet.element("div", Sheet.class("actions")) {
        $0.action(.declineButton, to: "\(path)/decline", class: "second")
      }
      sheet.h2(.openTitle)
      sheet.p(.openWhy)
      sheet.form("\(path)/open") { sheet in
        if let known {
          sheet.p(.openAs(known))
        } else {
          sheet.field(
            .init("name", .communityName, hint: .communityNameHint, value: call.form.raw("name")))
          sheet.field(
            .init("handle", .yourHandle, hint: .yourHandleHint, value: call.form.raw("handle")))
        }
        sheet.mandateFields(call.form)
        sheet.h2(.agreementsTitle)
        sheet.p(.agreementsWhy)
        sheet.agreementFields(call.form.isEmpty ? .init(Agreements()) : call.form)
        sheet.button(.openButton)
      }
    }.answer(to: call)
  }

  private static func community(of call: Call) async throws -> String? {
    guard let visitor = call.visitor,
      let community = try await call.heed.community(of: visitor.person)
    else { return nil }
    return try await call.heed.name(of: community)
  }

  @Sendable static func decline(_ call: Call) async throws -> Answer {
    try await call.heed.decline(try await letter(call))
    return Page(.declinedTitle) { $0.p(.declinedWhy) }.answer(to: call)
  }

  @Sendable static func open(_ call: Call) async throws -> Answer {
    let letter = try await letter(call)
    return try await call.attempt {
      let form = call.form
      let opening = Opening(
        communityName: form["name"], handle: form["handle"], scope: form["scope"],
        giver: form["giver"], until: try form.day("until"),
        agreements: try Agreements(form))
      let opened = try await call.heed.open(letter, opening, as: call.visitor?.person)
      return welcome(opened, call)
    } orShow: { problem in
      try await page(call, letter, problem)
    }
  }

  /// The access code, shown this once, to keep on paper or as a link.
  private static func welcome(_ opened: Opened, _ call: Call) -> Answer {
    let next = "/partnerships/\(opened.id)"
    guard let code = opened.code, let session = opened.session else { return .seeOther(next) }
    var answer = Page(.openedTitle, seenBy: .codeSeenBy) { sheet in
      sheet.p(.openedWhy)
      sheet.code(code)
      sheet.element("p", Sheet.class("noprint")) { $0.link(.goOn, to: next, class: "button") }
    }.answer(to: call)
    answer.headers.append(call.cookie.set(session, .own))
    return answer
  }
}

extension Sheet {
  mutating func letter(_ letter: Letter) {
    h2(.letterWho)
    words(letter.who)
    h2(.letterWhy)
    words(letter.why)
    h2(.letterCanGive)
    words(letter.canGive)
  }

  /// A code to sign in with, and the same as a link.
  mutating func code(_ code: SecretCode) {
    element("p", Self.class("code")) { $0.html.text(code.text) }
    p(.codeAsLink)
    element("p", Self.class("code")) { $0.html.text("\($0.call.address)/enter/\(code.inLink)") }
    p(.codeKeep)
  }

  mutating func mandateFields(_ form: Form) {
    field(.init("scope", .scopeLabel, hint: .scopeHint, .area, value: form.raw("scope")))
    field(
      .init("giver", .giverLabel, hint: .giverHint, value: form.raw("giver"), isOptional: true))
    field(
      .init(
        "until", .untilLabel, hint: .untilHint, .day, value: form.raw("until"),
        isOptional: true))
  }

  mutating func agreementFields(_ form: Form) {
    field(.init("poolDays", .poolLabel, hint: .poolHint, .number, value: form.raw("poolDays")))
    field(
      .init(
        "answerDays", .answerDaysLabel, hint: .answerDaysHint, .number,
        value: form.raw("answerDays")))
    field(
      .init("pace", .paceLabel, hint: .paceHint, .area, value: form.raw("pace"), isOptional: true))
    choices(
      "questions", .questionsLabel, [.init("no", .questionsNo), .init("yes", .questionsYes)],
      chosen: form.raw("questions") == "yes" ? "yes" : "no")
    field(
      .init(
        "credit", .creditLabel, hint: .creditHint, .area, value: form.raw("credit"),
        isOptional: true))
    field(
      .init(
        "offerRestDays", .offerRestLabel, hint: .offerRestHint, .number,
        value: form.raw("offerRestDays")))
  }
}

extension Form {
  var isEmpty: Bool { names.isEmpty }

  /// Agreements as a form shows them.
  init(_ agreements: Agreements) {
    self.init([
      "poolDays": String(agreements.poolDays), "answerDays": String(agreements.answerDays),
      "pace": agreements.pace, "questions": agreements.questionsWelcome ? "yes" : "no",
      "credit": agreements.credit, "offerRestDays": String(agreements.offerRestDays),
    ])
  }

  /// A day; nil when the field is empty.
  ///
  /// - Throws: ``UnreadableField`` when what was typed is not a day.
  func day(_ name: String) throws -> Day? {
    if self[name].isEmpty { return nil }
    guard let day = Day(self[name]) else { throw UnreadableField.day(name) }
    return day
  }

  func number(_ name: String) throws -> Int {
    guard let number = Int(self[name]) else { throw UnreadableField.number(name) }
    return number
  }
}

/// A field in which something else was typed than it can hold.
enum UnreadableField: Error, Equatable {
  case day(String)
  case number(String)
  case choice(String)

  var problem: Problem {
    switch self {
    case .day(let name):
      Problem(sentence: .unreadableDay, field: name, status: .unprocessableContent)
    case .number(let name):
      Problem(sentence: .unreadableNumber, field: name, status: .unprocessableContent)
    case .choice(let name):
      Problem(sentence: .chooseOne, field: name, status: .unprocessableContent)
    }
  }
}

extension Agreements {
  init(_ form: Form) throws {
    self.init(
      poolDays: try form.number("poolDays"), answerDays: try form.number("answerDays"),
      pace: form["pace"], questionsWelcome: form["questions"] == "yes", credit: form["credit"],
      offerRestDays: try form.number("offerRestDays"))
  }
}
