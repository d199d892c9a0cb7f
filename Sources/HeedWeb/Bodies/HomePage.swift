import HeedHTML
import HeedPractice
import HeedService
import HeedWording

/// Where somebody starts: their partnerships, and what waits for them.
enum HomePage {
  @Sendable static func show(_ call: Call) async throws -> Answer {
    let visitor = try call.signedIn()
    let heed = call.heed
    let partnerships = try await heed.partnerships(of: visitor.person)
    let circle = try await heed.circle(of: visitor.person)
    let community = try await heed.community(of: visitor.person)
    var circleName: String?
    if let circle { circleName = try await heed.name(of: circle) }
    var communityName: String?
    if let community { communityName = try await heed.name(of: community) }
    return Page(.home) { sheet in
      if let circleName { sheet.circleLinks(circleName) }
      sheet.partnerships(partnerships)
      if let communityName {
        sheet.h2(.yourCommunity(communityName))
        sheet.element("p") { $0.link(.communityPeople, to: "/community") }
      }
    }.answer(to: call)
  }
}

extension Sheet {
  fileprivate mutating func circleLinks(_ name: String) {
    list { sheet in
      sheet.item { $0.link(.mineTitle, to: "/mine") }
      sheet.item { $0.link(.oweTitle, to: "/owe") }
      sheet.item { $0.link(.circleTitle(name), to: "/circle") }
    }
  }

  fileprivate mutating func partnerships(_ partnerships: [SeenPartnership]) {
    h2(.partnerships)
    if partnerships.isEmpty { return p(.noPartnerships) }
    list("cards") { sheet in
      for seen in partnerships {
        let model = PartnershipLine(seen)
        sheet.element("li", Sheet.class("card")) { sheet in
          sheet.element("h3") { $0.link(model.title, to: model.path) }
          sheet.p(model.stage, class: "note")
        }
      }
    }
  }
}

/// A partnership in a list.
struct PartnershipLine: Equatable {
  var path: String
  var title: Sentence
  var stage: Sentence

  init(_ seen: SeenPartnership) {
    path = "/partnerships/\(seen.id)"
    title = .partnershipTitle(seen)
    stage = seen.state.stage.sentence
  }
}

extension Sentence {
  static func partnershipTitle(_ seen: SeenPartnership) -> Sentence {
    seen.communityName.isEmpty
      ? .letterSentOn(seen.state.proposedOn ?? Day(number: 0))
      : .between(seen.communityName, seen.circleName)
  }
}

extension Sentence {
  /// Who sees a partnership's pages, in one line under the title.
  static func seenByBoth(_ seen: SeenPartnership) -> Sentence {
    seen.communityName.isEmpty
      ? .seenByCircleOnly(seen.circleName) : .seenBy(seen.communityName, seen.circleName)
  }
}
