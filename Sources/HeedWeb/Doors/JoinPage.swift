import HTTPTypes
import HeedHTML
import HeedPractice
import HeedService
import HeedWording

/// The first circle of a server, and joining a circle: a link, a handle, a passphrase.
enum JoinPage {
  @Sendable static func begin(_ call: Call) async throws -> Answer {
    _ = try await invitation(call, .firstCircle)
    return beginPage(call, nil)
  }

  @Sendable static func found(_ call: Call) async throws -> Answer {
    let invitation = try await invitation(call, .firstCircle)
    return try await call.attempt {
      let keys = try await call.heed.foundCircle(
        invitation, name: call.form["name"], handle: call.form["handle"],
        passphrase: call.form.raw("passphrase"))
      return newKeys(keys, call)
    } orShow: { problem in
      beginPage(call, problem)
    }
  }

  private static func beginPage(_ call: Call, _ problem: Problem?) -> Answer {
    Page(.beginTitle, problem: problem) { sheet in
      sheet.p(.beginWhy)
      sheet.form(call.path) { sheet in
        sheet.field(
          .init("name", .circleName, hint: .circleNameHint, value: call.form.raw("name")))
        sheet.account(call)
        sheet.button(.foundCircle)
      }
    }.answer(to: call)
  }

  @Sendable static func show(_ call: Call) async throws -> Answer {
    let invitation = try await invitation(call, .member)
    return try await page(call, invitation, nil)
  }

  @Sendable static func join(_ call: Call) async throws -> Answer {
    let invitation = try await invitation(call, .member)
    return try await call.attempt {
      newKeys(
        try await call.heed.join(
          invitation, handle: call.form["handle"], passphrase: call.form.raw("passphrase")), call)
    } orShow: { problem in
      try await page(call, invitation, problem)
    }
  }

  private static func page(
    _ call: Call, _ invitation: OpenInvitation, _ problem: Problem?
  ) async throws -> Answer {
    guard let id = ID<Circle>(invitation.target) else { throw NotLetIn.linkGone }
    let circle = try await call.heed.name(of: id)
    return Page(.joinTitle(circle), problem: problem) { sheet in
      sheet.p(.joinWhy)
      sheet.form(call.path) { sheet in
        sheet.account(call)
        sheet.button(.join)
      }
    }.answer(to: call)
  }

  static func invitation(_ call: Call, _ kind: InvitationKind) async throws -> OpenInvitation {
    let typed = call.parameters["code"] ?? ""
    guard let invitation = try await call.heed.invitation(typed, kind)
    else { throw NotLetIn.linkGone }
    return invitation
  }

  /// Recovery codes, shown this once, to print.
  static func newKeys(_ keys: NewKeys, _ call: Call) -> Answer {
    var answer = Page(.recoveryTitle, seenBy: .recoverySeenBy) { sheet in
      sheet.p(.recoveryWhy)
      sheet.element("ol") { sheet in
        for code in keys.recoveryCodes {
          sheet.item { $0.html.element("span", [.init("class", "code")], text: code.text) }
        }
      }
      sheet.element("p", Sheet.class("noprint")) {
        $0.link(.keptThem, to: "/home", class: "button")
      }
    }.answer(to: call)
    answer.headers.append(call.cookie.set(keys.session, .own))
    return answer
  }
}

extension Sheet {
  mutating func account(_ call: Call) {
    field(.init("handle", .handle, hint: .handleHint, value: call.form.raw("handle")))
    field(.init("passphrase", .newPassphrase, hint: .passphraseHint, .newPassphrase))
  }
}
