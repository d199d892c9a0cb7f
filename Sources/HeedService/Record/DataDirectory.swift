import Foundation
package import HeedStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where one server keeps everything: the database, the keys, the last checkpoints, a lock.
///
/// One process at a time: SQLite's write-ahead log must have one writer, and it is the server.
package struct DataDirectory: Sendable {
  package let path: String

  package init(_ path: String) {
    self.path = path
  }

  package var database: String { "\(path)/heed.sqlite" }
  package var keys: String { "\(path)/heed.keys" }
  package var checkpoints: String { "\(path)/heed.checkpoints" }
  private var lock: String { "\(path)/heed.lock" }

  package var isThere: Bool { FileManager.default.fileExists(atPath: database) }

  package var isEmpty: Bool {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).isEmpty
  }

  /// Takes the directory for this process until the lock is let go, or the process ends.
  ///
  /// - Throws: ``Fault/inUse(path:)`` when another process has it.
  package func takeLock() throws -> DirectoryLock {
    let descriptor = openFile(lock, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Fault.unreadableData(path: path) }
    // A process that is just ending, or being started by this one, may hold it for a moment longer.
    for attempt in 0..<20 {
      if attempt > 0 { usleep(50_000) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return DirectoryLock(descriptor: descriptor) }
    }
    close(descriptor)
    throw Fault.inUse(path: path)
  }

  /// Makes the directory, for its owner alone to read.
  package func make() throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  package func readKeys() throws -> Keys {
    guard let data = FileManager.default.contents(atPath: keys),
      let text = String(validating: data, as: UTF8.self)
    else { throw Fault.unreadableKeys }
    return try Keys(text)
  }

  /// Writes new keys, and does not return before they are on the disk: without them whatever is
  /// stored after could never be read.
  func write(_ newKeys: Keys) throws {
    let made = FileManager.default.createFile(
      atPath: keys, contents: Data(newKeys.text.utf8), attributes: [.posixPermissions: 0o600])
    guard made else { throw Fault.unreadableData(path: path) }
    try sync(keys)
    try sync(path)
  }

  /// Waits until a file, or the list of files of a directory, is on the disk.
  private func sync(_ path: String) throws {
    let descriptor = openFile(path, O_RDONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { throw Fault.unreadableData(path: path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Fault.unreadableData(path: path) }
  }
}

/// The C function, which a method of the same name hides.
private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}

/// Holds a directory for one process.
package final class DirectoryLock: Sendable {
  private let descriptor: Int32

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}

/// A directory that is open: what runs on it, and the lock that keeps others out.
package struct OpenHouse: Sendable {
  package let heed: Heed
  package let notary: Notary
  let lock: DirectoryLock
}

extension DataDirectory {
  /// What a directory was made for; demo and real data never mix.
  package enum Purpose: String, Sendable {
    case real, demo
  }

  /// Opens the directory, making it if it is not there, and checks it against what was signed.
  ///
  /// - Throws: ``Fault``, naming what is wrong with the directory.
  package func open(
    for purpose: Purpose, hostName: String, calendar: Calendar
  ) async throws -> OpenHouse {
    try make()
    let lock = try takeLock()
    let isNew = !isThere
    if isNew, FileManager.default.fileExists(atPath: checkpoints) {
      throw Fault.recordShrank(origin: path, signed: 1, stored: 0)
    }
    let keys = isNew ? Keys() : try readKeys()
    if isNew { try write(keys) }
    let store = try store()
    if isNew { try sync(path) }
    try await settle(purpose, hostName, store)
    let notary = try Notary(keys: keys, file: CheckpointFile(path: checkpoints))
    try await notary.check(store)
    try await notary.signAll(store)
    let heed = Heed(
      store: store, keys: keys, notary: notary, calendar: calendar,
      hostName: try await store.setting("host") ?? hostName, isDemo: purpose == .demo)
    return OpenHouse(heed: heed, notary: notary, lock: lock)
  }

  /// Opens the database; to read only, beside a running server.
  package func store(readOnly: Bool = false) throws -> SQLiteStore {
    do { return try SQLiteStore(path: database, readOnly: readOnly) } catch {
      throw Fault.unreadableData(path: database)
    }
  }

  /// Says once what the directory is for, and keeps to it.
  private func settle(_ purpose: Purpose, _ hostName: String, _ store: SQLiteStore) async throws {
    switch (purpose, try await store.setting("purpose")) {
    case (_, nil):
      let settings: [VaultChange] = [
        .setSetting("purpose", purpose.rawValue), .setSetting("host", hostName),
      ]
      try await store.carry(Change(vault: settings))
    case (.real, "demo"): throw Fault.demoData(path: path)
    case (.demo, "real"): throw Fault.realData(path: path)
    default: break
    }
  }
}
