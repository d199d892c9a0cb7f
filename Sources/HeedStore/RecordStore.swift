package import HeedRecord

/// How far a log has come, as stored: the size and the root over the stored leaves.
package struct LogHead: Equatable, Sendable {
  package var origin: String
  package var size: Int
  package var root: TreeHash

  package init(origin: String, size: Int, root: TreeHash) {
    self.origin = origin
    self.size = size
    self.root = root
  }
}

/// A head, and the index of the last entry that is really there, whatever the head says.
package struct LogExtent: Equatable, Sendable {
  package var head: LogHead
  package var lastIndex: Int?

  package init(head: LogHead, lastIndex: Int?) {
    self.head = head
    self.lastIndex = lastIndex
  }
}

/// An entry as it lies in the store; keys are nil once destroyed.
package struct StoredEntry: Equatable, Sendable {
  package var index: Int
  package var leaf: [UInt8]
  package var header: [UInt8]
  package var body: [UInt8]
  package var keys: WrappedKeys?

  package init(
    index: Int, leaf: [UInt8], header: [UInt8], body: [UInt8], keys: WrappedKeys?
  ) {
    self.index = index
    self.leaf = leaf
    self.header = header
    self.body = body
    self.keys = keys
  }
}

/// A log before and after entries were added, each root recomputed from the stored leaves.
package struct Growth: Equatable, Sendable {
  package var before: LogHead
  package var after: LogHead

  package init(before: LogHead, after: LogHead) {
    self.before = before
    self.after = after
  }
}

/// Entries to be added to one log, if it still has the size that was read.
package struct Append: Equatable, Sendable {
  package var origin: String
  package var expecting: Int
  package var entries: [SealedEntry]

  package init(to origin: String, expecting: Int, entries: [SealedEntry]) {
    self.origin = origin
    self.expecting = expecting
    self.entries = entries
  }
}

/// One change of record and vault together: all of it is stored, or none.
package struct Change: Sendable {
  package var appends: [Append]
  package var vault: [VaultChange]

  package init(appends: [Append] = [], vault: [VaultChange] = []) {
    self.appends = appends
    self.vault = vault
  }
}

/// The store cannot keep what it was given, or is not what it was.
package enum StoreFailure: Error, Hashable, Sendable {
  /// No room is left; nothing was stored.
  case noRoom
  /// The stored leaves do not give the stored root: something was changed or removed underneath.
  case changedUnderneath(origin: String)
}

/// What stands in the way of a change; nothing of it was stored.
package enum StoreConflict: Error, Hashable, Sendable {
  /// Somebody else wrote to the log first: read again, decide again.
  case grewMeanwhile(String)
  /// The link was used, has run out, or never was.
  case invitationGone
  /// The recovery code was used or never was.
  case codeGone
  /// Somebody else signs in by that name.
  case nameTaken
}

/// The record: logs that only grow.
///
/// Every implementation passes the contract suite in the tests; nothing above knows which one runs.
package protocol RecordStore: Sendable {
  func head(of origin: String) async throws -> LogHead?

  /// How far every log reaches, in the order of their origins.
  func extents() async throws -> [LogExtent]

  /// The entries of a log from an index onward, in order; at most `limit`.
  func entries(of origin: String, from index: Int, limit: Int) async throws -> [StoredEntry]

  /// As much of the tree of a log as a proof about one leaf needs; nil when there is no such log.
  func view(of origin: String, around index: Int) async throws -> TreeView?

  /// Stores a change whole; it is on the disk when this returns.
  ///
  /// Adding entries recomputes the root from the stored leaves of the last tile.
  ///
  /// - Returns: how each log has grown, in the order of the appends.
  /// - Throws: ``StoreConflict``, ``StoreFailure``, or what the database says when it cannot write;
  ///   after that last it is not known whether the change was stored.
  func commit(_ change: Change) async throws -> [Growth]
}
