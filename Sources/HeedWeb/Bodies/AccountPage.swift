import HTTPTypes
import HeedHTML
import HeedPractice
import HeedService
import HeedWording

/// One's own way to sign in, and what one is called.
enum AccountPage {
  @Sendable static func show(_ call: Call) async throws -> Answer {
    try await page(call, nil)
  }

  private static func page(_ call: Call, _ problem: Problem?) async throws -> Answer {
    let me = try call.signedIn().person
    let handle = try await call.heed.handle(of: me)
    let codesLeft = try await call.heed.recoveryCodesLeft(of: me)
    return Page(.account, seenBy: .accountSeenBy, problem: problem) { sheet in
      sheet.h2(.handle)
      sheet.form("/account/handle") { sheet in
        sheet.field(
          .init(
            "handle", .handle, hint: .handleChangeHint,
            value: problem?.field == "handle" ? call.form.raw("handle") : handle))
        sheet.button(.change)
      }
      if let codesLeft {
        sheet.h2(.changePassphrase)
        sheet.p(.recoveryLeft(codesLeft))
        sheet.form("/account/passphrase") { sheet in
          sheet.field(.init("old", .oldPassphrase, .passphrase))
          sheet.field(.init("passphrase", .newPassphrase, hint: .passphraseHint, .newPassphrase))
          sheet.button(.change)
        }
      } else {
        sheet.h2(.replaceCode)
        sheet.p(.replaceCodeWhy)
        sheet.action(.replaceCodeButton, to: "/account/code")
      }
      sheet.h2(.signOut)
      sheet.action(.signOut, to: "/account/sign-out")
      sheet.action(.signOutEverywhere, to: "/account/sign-out-everywhere", class: "second")
    }.answer(to: call)
  }

  @Sendable static func rename(_ call: Call) async throws -> Answer {
    try await call.attempt {
      try await call.heed.doorkeeper.rename(
        try call.signedIn().person, to: call.form["handle"])
      return .seeOther("/account")
    } orShow: { problem in
      try await page(call, problem)
    }
  }

  @Sendable static func changePassphrase(_ call: Call) async throws -> Answer {
    try await call.attempt {
      let keys = try await call.heed.doorkeeper.renewPassphrase(
        try call.signedIn(), from: call.form.raw("old"), to: call.form.raw("passphrase"))
      return JoinPage.newKeys(keys, call)
    } orShow: { problem in
      try await page(call, problem.about("old"))
    }
  }

  @Sendable static func replaceCode(_ call: Call) async throws -> Answer {
    let me = try call.signedIn().person
    guard try await call.heed.community(of: me) != nil else { throw Stop.notFound }
    let (code, keys) = try await call.heed.doorkeeper.renewCode(me)
    var answer = Page(.newCodeTitle, seenBy: .codeSeenBy) { sheet in
      sheet.p(.newCodeWhy)
      sheet.code(code)
      sheet.element("p", Sheet.class("noprint")) {
        $0.link(.goOn, to: "/account", class: "button")
      }
    }.answer(to: call)
    answer.headers.append(call.cookie.set(keys.session, .own))
    return answer
  }
}
