import Foundation
import HeedPractice
import HeedStore

/// Writes records into files, for whoever runs the server; needs the directory for itself.
package enum RecordExport {
  /// - Returns: the names of the files, one for each log.
  package static func write(
    _ directory: DataDirectory, to target: DataDirectory
  ) async throws -> [String] {
    let house = try await directory.openExisting()
    try target.make()
    var names: [String] = []
    for extent in try await house.heed.store.extents() {
      let origin = extent.head.origin
      let name = "\(origin.split(separator: "/").last.map(String.init) ?? "record").heed"
      let path = "\(target.path)/\(name)"
      guard FileManager.default.createFile(atPath: path, contents: nil),
        let file = FileHandle(forWritingAtPath: path)
      else { throw Fault.unreadableData(path: path) }
      try await house.heed.export(origin) { try file.write(contentsOf: $0) }
      try file.close()
      names.append(name)
    }
    return names
  }
}

/// The host's way to bring a steward back into a circle; there is none into a community (R3).
package struct HostInvitation: Sendable {
  private let house: OpenHouse

  package static func open(_ directory: DataDirectory) async throws -> HostInvitation {
    HostInvitation(house: try await directory.openExisting())
  }

  package func circles() async throws -> [(id: String, name: String)] {
    var circles: [(id: String, name: String)] = []
    for row in try await house.heed.vault.bodies() where row.side == Side.circle.rawValue {
      circles.append((row.id, try await house.heed.vault.name(of: row.id) ?? ""))
    }
    return circles
  }

  /// A link into a circle; nil when there is no such circle.
  package func link(into circle: String) async throws -> String? {
    guard let id = ID<Circle>(circle), try await house.heed.circleLog(id) != nil
    else { return nil }
    return try await house.heed.invite(into: id, by: nil).inLink
  }
}

extension DataDirectory {
  /// Opens a directory that is there, for whichever purpose it was made.
  func openExisting() async throws -> OpenHouse {
    guard isThere else { throw Fault.unreadableData(path: path) }
    do {
      return try await open(for: .real, hostName: "", calendar: Calendar())
    } catch Fault.demoData {
      return try await open(for: .demo, hostName: "", calendar: Calendar())
    }
  }
}
