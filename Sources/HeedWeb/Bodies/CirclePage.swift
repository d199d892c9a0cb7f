import HeedHTML
import HeedPractice
import HeedService
import HeedWording

/// A circle for its members: who belongs to it, letters to communities, joining and leaving.
enum CirclePage {
  private static func circle(_ call: Call) async throws -> ID<Circle> {
    guard let circle = try await call.heed.circle(of: try call.signedIn().person)
    else { throw Stop.notFound }
    return circle
  }

  @Sendable static func show(_ call: Call) async throws -> Answer {
    try await page(call, nil)
  }

  private static func page(_ call: Call, _ problem: Problem?) async throws -> Answer {
    let me = try call.signedIn().person
    let circle = try await circle(call)
    let state = try await call.heed.circle(circle)
    let handles = try await call.heed.handles(of: state.people)
    let name = try await call.heed.name(of: circle)
    let isSteward = state.member(me)?.isSteward == true
    return Page(.circleTitle(name), seenBy: .circleSeenBy, problem: problem) { sheet in
      sheet.members(state, handles, mayName: isSteward)
      if isSteward {
        sheet.h2(.stewardDesk)
        sheet.p(.inviteWhy)
        sheet.action(.inviteButton, to: "/circle/invitations")
        sheet.p(.letterWhyWrite)
        sheet.element("p") { $0.link(.writeLetter, to: "/circle/letters/new", class: "button") }
        sheet.details(.renameCircle, isOpen: problem?.field == "name") { sheet in
          sheet.form("/circle/name") { sheet in
            sheet.field(.init("name", .circleName, value: name))
            sheet.button(.change)
          }
        }
        sheet.action(.stepDownButton, to: "/circle/step-down", class: "second")
      }
      sheet.h2(.leaving)
      sheet.element("p") { $0.link(.leavingLink, to: "/circle/leave") }
    }.answer(to: call)
  }

  @Sendable static func invite(_ call: Call) async throws -> Answer {
    let code = try await call.heed.invite(
      into: try await circle(call), by: try call.signedIn().person)
    return link(.invitationTitle, .invitationWhy, "/join/\(code.inLink)", next: "/circle", call)
  }

  private static func link(
    _ title: Sentence, _ why: Sentence, _ path: String, next: String, _ call: Call
  ) -> Answer {
    Page(title, seenBy: .linkSeenBy) { sheet in
      sheet.p(why)
      sheet.element("p", Sheet.class("code")) { $0.html.text(call.address + path) }
      sheet.p(.linkLasts)
      sheet.element("p", Sheet.class("noprint")) {
        $0.link(.goOn, to: next, class: "button")
      }
    }.answer(to: call)
  }

  @Sendable static func rename(_ call: Call) async throws -> Answer {
    let circle = try await circle(call)
    let state = try await call.heed.circle(circle)
    guard state.member(try call.signedIn().person)?.isSteward == true
    else { throw Circle.Refusal.onlyASteward }
    return try await call.attempt {
      try await call.heed.rename(circle, to: call.form["name"])
      return .seeOther("/circle")
    } orShow: { problem in
      try await page(call, problem)
    }
  }

  @Sendable static func nameSteward(_ call: Call) async throws -> Answer {
    guard let person = ID<Person>(call.form["person"]) else { throw Circle.Refusal.notAMember }
    try await call.heed.carryOut(
      .nameSteward(person), in: try await circle(call), for: try call.signedIn().person)
    return .seeOther("/circle")
  }

  @Sendable static func stepDown(_ call: Call) async throws -> Answer {
    try await call.attempt {
      try await call.heed.carryOut(
        .stepDown, in: try await circle(call), for: try call.signedIn().person)
      return .seeOther("/circle")
    } orShow: { problem in
      try await page(call, problem)
    }
  }

  @Sendable static func leaving(_ call: Call) async throws -> Answer {
    try await leavingPage(call, nil)
  }

  private static func leavingPage(_ call: Call, _ problem: Problem?) async throws -> Answer {
    let me = try call.signedIn().person
    let held = try await call.heed.wordsHeld(by: me, in: try await circle(call))
    return Page(.leaving, problem: problem) { sheet in
      sheet.p(.leavingWhy)
      if !held.isEmpty {
        sheet.p(.leavingHeld)
        sheet.list { sheet in
          for (partnership, word) in held {
            let path = "/partnerships/\(partnership)/words/\(word.id)/hand-over"
            sheet.item { $0.link(.handOverNamed(word.what), to: path) }
          }
        }
      }
      sheet.action(.leaveCircle, to: "/circle/leave", class: "second")
    }.answer(to: call)
  }

  @Sendable static func leave(_ call: Call) async throws -> Answer {
    try await call.attempt {
      let me = try call.signedIn()
      try await call.heed.leave(try await circle(call), me.person)
      try await call.heed.doorkeeper.signOutEverywhere(me.person)
      return .seeOther("/", headers: [call.cookie.clear])
    } orShow: { problem in
      try await leavingPage(call, problem)
    }
  }

  @Sendable static func newLetter(_ call: Call) async throws -> Answer {
    _ = try await circle(call)
    return letterPage(call, nil)
  }

  private static func letterPage(_ call: Call, _ problem: Problem?) -> Answer {
    Page(.writeLetter, seenBy: .letterSeenBy, problem: problem) { sheet in
      sheet.p(.letterHow)
      sheet.form("/circle/letters") { sheet in
        let form = call.form
        sheet.field(.init("who", .letterWho, hint: .letterWhoHint, .area, value: form.raw("who")))
        sheet.field(.init("why", .letterWhy, hint: .letterWhyHint, .area, value: form.raw("why")))
        sheet.field(
          .init(
            "canGive", .letterCanGive, hint: .letterCanGiveHint, .area,
            value: form.raw("canGive")))
        sheet.button(.makeLink)
      }
    }.answer(to: call)
  }

  @Sendable static func sendLetter(_ call: Call) async throws -> Answer {
    let circle = try await circle(call)
    return try await call.attempt {
      let form = call.form
      let letter = Letter(who: form["who"], why: form["why"], canGive: form["canGive"])
      let made = try await call.heed.propose(
        letter, for: circle, by: try call.signedIn().person)
      return link(
        .letterLinkTitle, .letterLinkWhy, "/invited/\(made.link.inLink)",
        next: "/partnerships/\(made.id)", call)
    } orShow: { problem in
      letterPage(call, problem)
    }
  }
}

extension Sheet {
  /// Members in the order of joining; nobody is counted or compared (R5).
  fileprivate mutating func members(
    _ circle: Circle.State, _ handles: [String: String], mayName: Bool
  ) {
    h2(.members)
    list("cards") { sheet in
      for person in circle.people {
        let isSteward = circle.member(person)?.isSteward == true
        sheet.element("li", Sheet.class("card")) { sheet in
          sheet.element("h3", [.init("dir", "auto")]) {
            $0.html.text(handles[person.text] ?? Sentence.somebody(in: $0.language))
          }
          if isSteward { sheet.p(.isSteward, class: "note") }
          if mayName, !isSteward {
            sheet.action(
              .nameStewardButton, to: "/circle/stewards", class: "second",
              with: [("person", person.text)])
          }
        }
      }
    }
  }
}
