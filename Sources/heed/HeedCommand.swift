import ArgumentParser
import Foundation
import HeedService

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@main
struct HeedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heed",
    abstract: "A circle gives its word; the community says whether it was kept.",
    discussion: """
      No command speaks for a person: asking, giving a word, recognising go through the pages, with \
      that person's own sign-in.
      """,
    version: "0.1.0",
    subcommands: [
      ServeCommand.self, VerifyCommand.self, ExportCommand.self, InventoryCommand.self,
      InviteCommand.self,
    ])

  /// Catches everything: a thrown error must end in a sentence, never in a crash report.
  static func main() async {
    // A file that may grow no more is an error to answer with, not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let complaint as Complaint {
      end(complaint)
    } catch let fault as Fault {
      end(Complaint(fault))
    } catch  where exitCode(for: error) == .failure && !(error is ExitCode) {
      end(Complaint("Something went wrong: \(error)", status: 2))
    } catch {
      exit(withError: error)
    }
  }

  private static func end(_ complaint: Complaint) -> Never {
    FileHandle.standardError.write(Data("heed: \(complaint.sentence)\n".utf8))
    Foundation.exit(complaint.status)
  }
}

/// Why a command ends without success, in one sentence, and with which status.
struct Complaint: Error, Equatable {
  var sentence: String
  var status: Int32

  init(_ sentence: String, status: Int32 = 2) {
    self.sentence = sentence
    self.status = status
  }
}

/// Says something on standard error, where it does not mix with data.
func say(_ sentence: String) {
  FileHandle.standardError.write(Data("\(sentence)\n".utf8))
}
