import HTTPTypes
import HeedHTML
import HeedService
import HeedWording

/// What one meets first: the demo's roles, the way to sign in, or how to begin.
enum FrontPage {
  @Sendable static func show(_ call: Call) async throws -> Answer {
    if call.heed.isDemo { return demo(call) }
    if call.visitor != nil { return .seeOther("/home") }
    return Page(.frontTitle) { sheet in
      sheet.p(.frontWhat)
      sheet.element("p") { $0.link(.signIn, to: "/sign-in", class: "button") }
      sheet.p(.frontHowToJoin)
    }.answer(to: call)
  }

  private static func demo(_ call: Call) -> Answer {
    Page(.frontTitle) { sheet in
      sheet.p(.frontWhat)
      sheet.h2(.stepInto)
      sheet.list("cards") { sheet in
        for role in Demo.Role.allCases {
          sheet.element("li", Sheet.class("card")) { sheet in
            sheet.h3(role.title)
            sheet.p(role.explanation)
            sheet.action(role.button, to: "/demo/step-in", with: [("role", role.rawValue)])
          }
        }
      }
      sheet.h2(.useItForReal)
      sheet.p(.useItForRealHow)
      sheet.element("p", Sheet.class("code")) { $0.html.text("heed serve --data DIRECTORY") }
    }.answer(to: call)
  }

  @Sendable static func stepIn(_ call: Call) async throws -> Answer {
    guard call.heed.isDemo, let role = Demo.Role(rawValue: call.form["role"])
    else { throw Stop.notFound }
    let session = try await Demo.stepIn(as: role, call.heed)
    return .seeOther("/home", headers: [call.cookie.set(session, .borrowed)])
  }

  @Sendable static func about(_ call: Call) async throws -> Answer {
    Page(.whatIsHeed) { sheet in
      sheet.p(.aboutWhat)
      for part in Sentence.about {
        sheet.h2(part.title)
        for sentence in part.sentences { sheet.p(sentence) }
      }
    }.answer(to: call)
  }

  /// An empty page with a plain name: what a person sees, and whoever looks over their shoulder.
  @Sendable static func leave(_ call: Call) async throws -> Answer {
    if let visitor = call.visitor { try await call.heed.doorkeeper.signOut(visitor) }
    var sheet = Sheet(call: call)
    sheet.html.raw("<!DOCTYPE html>")
    sheet.element("html", []) { sheet in
      sheet.html.raw("<head><meta charset=\"utf-8\">")
      sheet.html.element("title", text: Sentence.leftTitle(in: sheet.language))
      sheet.html.raw("</head><body></body>")
    }
    return Answer(
      bytes: sheet.html.bytes,
      headers: [call.cookie.clear, .init(name: .named("Clear-Site-Data"), value: "\"cache\"")])
  }
}
