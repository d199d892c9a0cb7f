/// What went wrong in the world, not in what somebody asked for.
package enum Fault: Error, Hashable, Sendable {
  case unreadableKeys
  case unreadableEntry(origin: String, index: Int)
  /// The store holds less of a log than was signed: a backup was put back, or rows were removed.
  case recordShrank(origin: String, signed: Int, stored: Int)
  /// The store holds something else than was signed.
  case recordChanged(origin: String, size: Int)
  case inUse(path: String)
  case notEmpty(path: String)
  case demoData(path: String)
  case realData(path: String)
  case unreadableData(path: String)
  /// Others wrote to the same log first, more often than it is worth trying again.
  case somebodyWasFaster
  /// No room is left on the disk; nothing was stored.
  case noRoom
  case tooBusy(retryAfter: Int)
}
