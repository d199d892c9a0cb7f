import ArgumentParser
import Foundation
import HeedService

struct InventoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inventory",
    abstract: "Print which kinds of data are held, and how many of each.",
    discussion: "heed inventory --data heed-data")

  @Option(help: "The data directory; also while it is served.")
  var data: String

  @Option(help: "How to print it.")
  var format = OutputFormat.text

  func run() async throws {
    let inventory = try await Inventory.of(DataDirectory(data))
    switch format {
    case .text:
      for kind in inventory.kinds {
        print("\(kind.rows)\t\(kind.table)\t\(kind.columns.joined(separator: ", "))")
      }
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      print(String(decoding: try encoder.encode(inventory), as: UTF8.self))
    }
  }
}
