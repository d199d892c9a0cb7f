package import Foundation
import HeedRecord
import HeedStore

/// A whole log in one file, to take home and to check anywhere: one JSON value a line.
///
/// The first line names the log, its key and its last checkpoint; each further line is one entry,
/// with its leaf and, unless they were destroyed, its header and words with their nonces.
package enum RecordFile {
  package struct Head: Codable, Equatable, Sendable {
    package var format: String
    package var origin: String
    package var key: String
    package var checkpoint: String
  }

  package struct Line: Codable, Equatable, Sendable {
    package var index: Int
    package var leaf: Data
    package var headerNonce: Data?
    package var header: String?
    package var bodyNonce: Data?
    package var body: String?
  }

  package static let format = "heed-record/v1"
  /// No line is longer: a header, a body and their nonces, escaped.
  package static let longestLine = 1 << 21

  static func encoded(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value) + Data("\n".utf8)
  }
}

extension Heed {
  /// Writes a log as a file, in pieces of up to a thousand entries.
  package func export(
    _ origin: String, to write: @Sendable (Data) async throws -> Void
  ) async throws {
    guard let view = try await store.head(of: origin),
      let note = try await checkpoint(of: origin)
    else { return }
    try await write(
      try RecordFile.encoded(
        RecordFile.Head(
          format: RecordFile.format, origin: origin,
          key: try verifierKey(of: origin).description, checkpoint: note.description)))
    let size = (try? Checkpoint(body: note.text).size) ?? view.size
    let sealer = keys.sealer(for: origin)
    var next = 0
    while next < size {
      let entries = try await store.entries(of: origin, from: next, limit: min(1_000, size - next))
      if entries.isEmpty { throw Fault.unreadableEntry(origin: origin, index: next) }
      var lines = Data()
      for entry in entries {
        let opened = try sealer.open(entry)
        lines += try RecordFile.encoded(
          RecordFile.Line(
            index: entry.index, leaf: Data(entry.leaf),
            headerNonce: opened.map { Data($0.headerNonce) }, header: opened?.header,
            bodyNonce: opened.map { Data($0.bodyNonce) }, body: opened?.body))
      }
      try await write(lines)
      next += entries.count
    }
  }
}
