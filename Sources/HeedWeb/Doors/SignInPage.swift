import HeedHTML
import HeedService
import HeedWording

/// Signing in: with a code, for people of a community; with a handle, for members of a circle.
enum SignInPage {
  @Sendable static func show(_ call: Call) async throws -> Answer { page(call, nil) }

  private static func page(_ call: Call, _ problem: Problem?) -> Answer {
    Page(.signIn, problem: problem) { sheet in
      sheet.h2(.signInWithCode)
      sheet.p(.signInWithCodeWhy)
      sheet.form("/sign-in/code") { sheet in
        sheet.field(.init("code", .accessCode, hint: .accessCodeHint, .code))
        sheet.checkbox("borrowed", .notMyDevice, isOn: call.form["borrowed"] == "yes")
        sheet.button(.signIn)
      }
      sheet.h2(.signInWithHandle)
      sheet.form("/sign-in/handle") { sheet in
        sheet.field(.init("handle", .handle, value: call.form.raw("handle")))
        sheet.field(.init("passphrase", .passphraseOrRecovery, .passphrase))
        sheet.html.raw("<div class=\"choice\">")
        sheet.html.raw(
          "<input type=\"checkbox\" id=\"f-borrowed-2\" name=\"borrowed\" value=\"yes\">")
        sheet.html.raw("<label for=\"f-borrowed-2\">")
        sheet.text(.notMyDevice)
        sheet.html.raw("</label></div>")
        sheet.button(.signIn)
      }
    }.answer(to: call)
  }

  private static func stay(_ call: Call) -> Doorkeeper.Stay {
    call.form["borrowed"] == "yes" ? .borrowed : .own
  }

  @Sendable static func withCode(_ call: Call) async throws -> Answer {
    try await call.attempt {
      let session = try await call.heed.doorkeeper.signIn(code: call.form["code"], stay(call))
      return .seeOther("/home", headers: [call.cookie.set(session, stay(call))])
    } orShow: { problem in
      page(call, problem.about("code"))
    }
  }

  @Sendable static func withHandle(_ call: Call) async throws -> Answer {
    try await call.attempt {
      let session = try await call.heed.doorkeeper.signIn(
        handle: call.form.raw("handle"), passphrase: call.form.raw("passphrase"), stay(call))
      return .seeOther("/home", headers: [call.cookie.set(session, stay(call))])
    } orShow: { problem in
      page(call, problem.about("handle"))
    }
  }

  /// A personal link: looking does not use it, since programs look at links too.
  @Sendable static func enter(_ call: Call) async throws -> Answer {
    Page(.enterTitle) { sheet in
      sheet.p(.enterWhy)
      sheet.form("/sign-in/code") { sheet in
        sheet.hidden("code", call.parameters["code"] ?? "")
        sheet.checkbox("borrowed", .notMyDevice, isOn: false)
        sheet.button(.signIn)
      }
    }.answer(to: call)
  }

  @Sendable static func signOut(_ call: Call) async throws -> Answer {
    try await call.heed.doorkeeper.signOut(try call.signedIn())
    return .seeOther("/", headers: [call.cookie.clear])
  }

  @Sendable static func signOutEverywhere(_ call: Call) async throws -> Answer {
    try await call.heed.doorkeeper.signOutEverywhere(try call.signedIn().person)
    return .seeOther("/", headers: [call.cookie.clear])
  }
}

extension Problem {
  /// The same problem, about a field unless it names one.
  func about(_ field: String) -> Problem {
    var problem = self
    problem.field = self.field ?? field
    return problem
  }
}
