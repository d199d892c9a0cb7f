import HeedRecord
import HeedService

/// What mirrors and witnesses read: checkpoint, key and tiles, which say nothing of people.
///
/// The address of a log is its random id; nothing lists them.
enum PublicRecord {
  private static func origin(_ call: Call) -> String {
    "\(call.heed.hostName)/record/\(call.parameters["log"] ?? "")"
  }

  @Sendable static func checkpoint(_ call: Call) async throws -> Answer {
    guard let note = try await call.heed.checkpoint(of: origin(call)) else { throw Stop.notFound }
    var answer = Answer.text(note.description)
    answer.isPublic = false
    return answer
  }

  @Sendable static func key(_ call: Call) async throws -> Answer {
    guard try await call.heed.checkpoint(of: origin(call)) != nil else { throw Stop.notFound }
    return .text(try call.heed.verifierKey(of: origin(call)).description + "\n")
  }

  @Sendable static func tile(_ call: Call) async throws -> Answer {
    guard let path = TilePath("tile/" + (call.parameters["rest"] ?? "")),
      let tile = try await call.heed.tile(path, of: origin(call))
    else { throw Stop.notFound }
    return Answer(type: "application/octet-stream", bytes: tile, isPublic: true)
  }
}
