import Foundation
import HeedRecord
import HeedStore
import Synchronization

/// The last signed checkpoint of each log, in a file beside the database.
///
/// One line a checkpoint, the last of a log counts; made anew, with one line each, at every start.
/// If the database is set back to an older copy, this file still knows better.
package final class CheckpointFile: Sendable {
  private let path: String
  private let handle: Mutex<FileHandle?>

  package init(path: String) {
    self.path = path
    handle = Mutex(nil)
  }

  /// What was signed last, by origin.
  ///
  /// A last line without its end was cut off by a crash, and its log is known by an earlier one.
  func contents() -> [String: Notary.Signed] {
    var latest: [String: Notary.Signed] = [:]
    guard let data = FileManager.default.contents(atPath: path) else { return [:] }
    for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
    {
      guard let signed = Self.signed(line) else { continue }
      if let known = latest[signed.head.origin], known.head.size > signed.head.size { continue }
      latest[signed.head.origin] = signed
    }
    return latest
  }

  /// Reads what was signed, makes the file anew with one line for each log, and opens it for adding.
  func open() throws -> [String: Notary.Signed] {
    let latest = contents()
    let lines = latest.values.map { Self.line($0.note) }.sorted().joined()
    try Data(lines.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    try handle.withLock {
      $0 = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try $0?.seekToEnd()
    }
    return latest
  }

  func add(_ note: SignedNote) throws {
    try handle.withLock { try $0?.write(contentsOf: Data(Self.line(note).utf8)) }
  }

  func sync() throws {
    try handle.withLock { try $0?.synchronize() }
  }

  /// The checkpoint's lines and the signature's, with `|` for line ends.
  private static func line(_ note: SignedNote) -> String {
    let bytes = note.description.utf8.dropLast().map {
      $0 == UInt8(ascii: "\n") ? UInt8(ascii: "|") : $0
    }
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }

  private static func signed(_ line: Data) -> Notary.Signed? {
    let bytes = line.map { $0 == UInt8(ascii: "|") ? UInt8(ascii: "\n") : $0 }
    guard let note = try? SignedNote(bytes + [UInt8(ascii: "\n")]),
      let checkpoint = try? Checkpoint(body: note.text)
    else { return nil }
    let head = LogHead(
      origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root)
    return Notary.Signed(head: head, note: note)
  }
}
