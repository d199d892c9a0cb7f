import Foundation

/// A directory of one test, gone when the test is over.
final class TemporaryDirectory: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/heed-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// In which files of a directory a text stands, by name.
  static func files(in path: String, containing text: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted().filter { name in
      let content = FileManager.default.contents(atPath: "\(path)/\(name)") ?? Data()
      return content.firstRange(of: Data(text.utf8)) != nil
    }
  }
}
