import HeedWording
import HeedHTML
import HeedPractice
import HeedService

extension Call {
  /// Carries a command out for this visitor, and leads back to a page that offers the receipt.
  func carryOut(_ command: Partnership.Command, then page: String? = nil) async throws -> Answer {
    let id: ID<Partnership> = try self.id("partnership")
    let visitor = try signedIn()
    guard let indexes = try await heed.carryOut(command, in: id, for: visitor.person)
    else { throw Stop.notFound }
    let target = ["/partnerships/\(id)", page].compactMap { $0 }.joined(separator: "/")
    return .seeOther(indexes.last.map { "\(target)?saved=\($0)" } ?? target)
  }
}

extension Sheet {
  /// After a change: that it is in the record, and the receipt to keep.
  mutating func saved(_ call: Call, _ seen: SeenPartnership) {
    guard let index = Int(call.query["saved"]), index >= 0 else { return }
    element("div", Self.class("saved") + [.init("role", "status")]) { sheet in
      sheet.p(.savedInRecord)
      sheet.link(.keepReceipt, to: "/partnerships/\(seen.id)/record/\(index)")
    }
  }
}
