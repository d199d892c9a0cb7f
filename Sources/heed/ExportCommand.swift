import ArgumentParser
import Foundation
import HeedService

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write every record of a data directory into files of their own.",
    discussion: """
      heed export --data heed-data --to records

      The files hold everything that was said, readable. heed verify checks them.
      """)

  @Option(help: "The data directory; the server must not be running.")
  var data: String

  @Option(help: "A new or empty directory for the files.")
  var to: String

  func run() async throws {
    let target = DataDirectory(to)
    guard target.isEmpty else { throw Complaint("\(to) is not empty.") }
    let names = try await RecordExport.write(DataDirectory(data), to: target)
    for name in names { print(name) }
  }
}
