import Foundation
import HeedRecord
import HeedStore

/// Why a record could not be checked at all.
package enum Uncheckable: Error, Hashable, Sendable {
  case notThere(path: String)
  case notARecord(path: String, line: Int?)
}

/// Checks a record: a data directory, an exported file, or a directory of exported files.
package enum RecordCheck {
  /// - Throws: ``Uncheckable``, ``Fault``.
  package static func verify(path: String) async throws -> Verdict {
    do {
      return try await check(path: path)
    } catch let uncheckable as Uncheckable {
      throw uncheckable
    } catch let fault as Fault {
      throw fault
    } catch {
      throw Uncheckable.notARecord(path: path, line: nil)
    }
  }

  private static func check(path: String) async throws -> Verdict {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    else { throw Uncheckable.notThere(path: path) }
    guard isDirectory.boolValue else { return Verdict(logs: [try verifyFile(path)]) }
    let directory = DataDirectory(path)
    if directory.isThere { return try await verify(directory) }
    let files = try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(".heed") }.sorted()
    guard !files.isEmpty else { throw Uncheckable.notARecord(path: path, line: nil) }
    return Verdict(logs: try files.map { try verifyFile("\(path)/\($0)") })
  }

  /// Reads the database without writing to it, so that a running server is not disturbed.
  private static func verify(_ directory: DataDirectory) async throws -> Verdict {
    let keys = try directory.readKeys()
    let signed = CheckpointFile(path: directory.checkpoints).contents()
    let store = try directory.store(readOnly: true)
    var logs: [Verdict.LogVerdict] = []
    var unseen = Set(signed.keys)
    for extent in try await store.extents() {
      unseen.remove(extent.head.origin)
      logs.append(
        try await verify(extent.head, signed[extent.head.origin]?.note, keys, store))
    }
    for origin in unseen.sorted() {
      var check = LogCheck(
        origin: origin, signed: signed[origin]?.note, key: try keys.signer(for: origin).key)
      check.end()
      logs.append(check.verdict)
    }
    return Verdict(logs: logs)
  }

  /// Checks one log up to the size its head claims; a server may be adding to it meanwhile.
  private static func verify(
    _ head: LogHead, _ note: SignedNote?, _ keys: Keys, _ store: SQLiteStore
  ) async throws -> Verdict.LogVerdict {
    let sealer = keys.sealer(for: head.origin)
    var check = LogCheck(
      origin: head.origin, signed: note, key: try keys.signer(for: head.origin).key)
    var next = 0
    while next < head.size {
      let limit = min(1_000, head.size - next)
      let entries = try await store.entries(of: head.origin, from: next, limit: limit)
      guard let last = entries.last else { break }
      for entry in entries where entry.index < head.size { check.add(entry, sealer) }
      next = last.index + 1
    }
    // What lies beyond was added by the server only if the head has grown with it.
    let beyond = try await store.entries(of: head.origin, from: head.size, limit: 1).first
    if let beyond, try await store.head(of: head.origin)?.size == head.size {
      check.add(beyond, sealer)
    }
    check.end(claimed: head)
    return check.verdict
  }

  private static func verifyFile(_ path: String) throws -> Verdict.LogVerdict {
    let lines = try LineReader(path: path, longest: RecordFile.longestLine)
    let decoder = JSONDecoder()
    guard let first = try lines.next(),
      let head = try? decoder.decode(RecordFile.Head.self, from: first),
      head.format == RecordFile.format, let key = try? VerifierKey(head.key),
      Checkpoint.isSame(key.name, head.origin)
    else { throw Uncheckable.notARecord(path: path, line: 1) }
    var check = LogCheck(
      origin: head.origin, signed: try? SignedNote(head.checkpoint.utf8), key: key)
    var number = 1
    while let line = try lines.next() {
      number += 1
      guard let entry = try? decoder.decode(RecordFile.Line.self, from: line), entry.index >= 0
      else { throw Uncheckable.notARecord(path: path, line: number) }
      check.add(index: entry.index, leaf: [UInt8](entry.leaf), words: entry.words)
    }
    // A file is written up to its checkpoint: what comes after was put in by somebody else.
    check.end(isWholeFile: true)
    return check.verdict
  }
}

extension LogCheck {
  fileprivate mutating func add(_ entry: StoredEntry, _ sealer: Sealer) {
    let words: Words
    do { words = try sealer.open(entry).map { .opened($0) } ?? .gone } catch { words = .broken }
    add(index: entry.index, leaf: entry.leaf, words: words)
  }
}

extension RecordFile.Line {
  fileprivate var words: LogCheck.Words {
    guard let header, let headerNonce, let body, let bodyNonce else { return .gone }
    return .opened(
      OpenedEntry(
        headerNonce: [UInt8](headerNonce), header: header, bodyNonce: [UInt8](bodyNonce),
        body: body))
  }
}

/// Reads a file line by line, never more of it at once than its longest line may be.
final class LineReader {
  private let handle: FileHandle
  private let longest: Int
  private let path: String
  private var buffer = Data()
  private var isAtEnd = false
  private var number = 0

  init(path: String, longest: Int) throws {
    guard let handle = FileHandle(forReadingAtPath: path)
    else { throw Uncheckable.notThere(path: path) }
    self.handle = handle
    self.longest = longest
    self.path = path
  }

  /// The next line without its end; nil after the last.
  func next() throws -> Data? {
    number += 1
    var searched = 0
    while true {
      if let end = buffer[(buffer.startIndex + searched)...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = buffer[..<end]
        buffer = buffer[(end + 1)...]
        return Data(line)
      }
      searched = buffer.count
      guard searched <= longest else { throw Uncheckable.notARecord(path: path, line: number) }
      if isAtEnd {
        defer { buffer = Data() }
        return buffer.isEmpty ? nil : Data(buffer)
      }
      let piece = try handle.read(upToCount: 1 << 18) ?? Data()
      isAtEnd = piece.isEmpty
      buffer = Data(buffer) + piece
    }
  }
}
