import ArgumentParser
import Foundation
import HeedService

/// How a command prints data.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that a record is what was signed, entry by entry.",
    discussion: """
      heed verify heed-data      a data directory, also while it is served
      heed verify record.heed    a record that somebody took home

      Ends with 0 when it is sound, 1 when it is not, 2 when it cannot be read.
      """)

  @Argument(help: "A data directory, a record file, or a directory of record files.")
  var path: String

  @Option(help: "How to print what was found.")
  var format = OutputFormat.text

  func run() async throws {
    let verdict: Verdict
    do {
      verdict = try await RecordCheck.verify(path: path)
    } catch let uncheckable as Uncheckable {
      throw Complaint(uncheckable)
    }
    switch format {
    case .text: for log in verdict.logs { print(log.sentences.joined(separator: "\n")) }
    case .json: print(try verdict.json())
    }
    if !verdict.isSound { throw ExitCode(1) }
  }
}

extension Verdict {
  func json() throws -> String {
    struct Printed: Encodable {
      var sound: Bool
      var logs: [LogVerdict]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(
      decoding: try encoder.encode(Printed(sound: isSound, logs: logs)), as: UTF8.self)
  }
}

extension Verdict.LogVerdict {
  var sentences: [String] {
    let head = "\(origin): \(size) entries, \(opened) opened, root \(root)"
    var lines = [head, isSound ? "  sound" : "  NOT SOUND"]
    if let flaw { lines.append("  \(flaw.sentence)") }
    for index in missing {
      lines.append("  MISSING: the words of entry \(index); nothing says they were taken back")
    }
    if unsigned > 0, isSound {
      lines.append("  the last \(unsigned) are stored and not yet signed, as after a crash")
    }
    return lines
  }
}

extension Verdict.Flaw {
  var sentence: String {
    let place = index.map { "entry \($0)" } ?? "the record"
    return switch kind {
    case .gone: "\(place) is not there"
    case .added: "\(place) was added beyond what the record holds"
    case .changed: "\(place) is not what its leaf commits to: changed, or moved from elsewhere"
    case .notSigned: "\(place) has no checkpoint with its own signature"
    case .rootDiffers: "\(place) has another root than the one that was signed"
    case .shorter: "\(place) is where it ends, and more was signed"
    case .outOfOrder: "\(place) has an earlier day than the one before it"
    case .unreadable: "\(place) is not in the form of a record"
    }
  }
}
