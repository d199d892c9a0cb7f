import HeedHTML
import HeedPractice
import HeedService
import HeedWording

/// A community for its own people: who is in it, and codes for those who come.
enum CommunityPage {
  private static func community(_ call: Call) async throws -> ID<Community> {
    guard let community = try await call.heed.community(of: try call.signedIn().person)
    else { throw Stop.notFound }
    return community
  }

  @Sendable static func show(_ call: Call) async throws -> Answer {
    try await page(call, nil)
  }

  private static func page(_ call: Call, _ problem: Problem?) async throws -> Answer {
    let me = try call.signedIn().person
    let community = try await community(call)
    let people = try await call.heed.community(community).people
    let handles = try await call.heed.handles(of: people)
    let name = try await call.heed.name(of: community)
    return Page(.yourCommunity(name), seenBy: .communitySeenBy, problem: problem) { sheet in
      sheet.h2(.communityPeople)
      sheet.list("cards") { sheet in
        for person in people {
          sheet.element("li", Sheet.class("card")) { sheet in
            sheet.element("h3", [.init("dir", "auto")]) {
              $0.html.text(handles[person.text] ?? Sentence.somebody(in: $0.language))
            }
            if person != me {
              sheet.action(
                .renewTheirCode, to: "/community/codes", class: "second",
                with: [("person", person.text)])
            }
          }
        }
      }
      sheet.h2(.welcomeTitle)
      sheet.p(.welcomeWhy)
      sheet.form("/community/people") { sheet in
        sheet.field(
          .init("handle", .theirHandle, hint: .yourHandleHint, value: call.form.raw("handle")))
        sheet.button(.makeCode)
      }
      sheet.details(.renameCommunity, isOpen: problem?.field == "name") { sheet in
        sheet.form("/community/name") { sheet in
          sheet.field(.init("name", .communityName, value: name))
          sheet.button(.change)
        }
      }
    }.answer(to: call)
  }

  @Sendable static func welcome(_ call: Call) async throws -> Answer {
    let community = try await community(call)
    return try await call.attempt {
      let code = try await call.heed.welcome(
        handle: call.form["handle"], into: community, by: try call.signedIn().person)
      return codePage(code, call)
    } orShow: { problem in
      try await page(call, problem)
    }
  }

  @Sendable static func renewCode(_ call: Call) async throws -> Answer {
    guard let person = ID<Person>(call.form["person"])
    else { throw Community.Refusal.notOneOfUs }
    let code = try await call.heed.renewCode(
      of: person, in: try await community(call), by: try call.signedIn().person)
    return codePage(code, call)
  }

  private static func codePage(_ code: SecretCode, _ call: Call) -> Answer {
    Page(.theirCodeTitle, seenBy: .codeSeenBy) { sheet in
      sheet.p(.theirCodeWhy)
      sheet.code(code)
      sheet.element("p", Sheet.class("noprint")) {
        $0.link(.goOn, to: "/community", class: "button")
      }
    }.answer(to: call)
  }

  @Sendable static func rename(_ call: Call) async throws -> Answer {
    let community = try await community(call)
    return try await call.attempt {
      try await call.heed.rename(community, to: call.form["name"])
      return .seeOther("/community")
    } orShow: { problem in
      try await page(call, problem)
    }
  }
}
