import HeedPractice
import HeedRecord
import HeedStore

/// Checks one log, entry by entry, and keeps the first thing that does not fit.
struct LogCheck {
  let origin: String
  private let signed: Checkpoint?
  private var signedRoot: TreeHash?
  private var tree = CompactTree()
  private var next = 0
  private var opened = 0
  private var missing: [Int] = []
  private var lastDay: Day?
  private var flaw: Verdict.Flaw?

  /// What could be opened of an entry.
  enum Words {
    case opened(OpenedEntry)
    case broken
    case gone
  }

  /// Begins with the last checkpoint of the log, which must carry the log's own signature.
  init(origin: String, signed note: SignedNote?, key: VerifierKey) {
    self.origin = origin
    let checkpoint = note.flatMap { try? Checkpoint(body: $0.text) }
    if let note, let checkpoint, case .signed = note.check(with: [key]),
      Checkpoint.isSame(checkpoint.origin, origin)
    {
      signed = checkpoint
    } else {
      signed = nil
      flaw = Verdict.Flaw(index: nil, kind: .notSigned)
    }
    if signed?.size == 0 { signedRoot = .empty }
  }

  mutating func add(index: Int, leaf bytes: [UInt8], words: Words) {
    if index != next { note(.gone, at: next) }
    next = index + 1
    tree.append(.leaf(bytes))
    if tree.size == signed?.size { signedRoot = tree.root }
    guard let leaf = try? Leaf(bytes) else { return note(.changed, at: index) }
    switch words {
    case .gone: missing.append(index)
    case .broken: note(.changed, at: index)
    case .opened(let entry): check(entry, leaf, at: index)
    }
  }

  private mutating func check(_ entry: OpenedEntry, _ leaf: Leaf, at index: Int) {
    guard EntryCommitment.header(entry.header, nonce: entry.headerNonce) == leaf.header,
      EntryCommitment.body(entry.body, nonce: entry.bodyNonce) == leaf.body
    else { return note(.changed, at: index) }
    guard let header = try? EntryHeader(entry.header), (try? EntryBody(entry.body)) != nil,
      let day = Day(header.day), Checkpoint.isSame(header.origin, origin)
    else { return note(.unreadable, at: index) }
    if let lastDay, day < lastDay { note(.outOfOrder, at: index) }
    lastDay = max(lastDay ?? day, day)
    opened += 1
  }

  /// Compares the whole with what was signed, and with the head that the store claims, if any.
  mutating func end(claimed head: LogHead? = nil, isWholeFile: Bool = false) {
    if let head {
      if next < head.size { note(.gone, at: next) }
      if next > head.size { note(.added, at: head.size) }
      if tree.root != head.root { note(.rootDiffers, at: nil) }
    }
    guard let signed else { return }
    if isWholeFile, signed.size < tree.size { note(.added, at: signed.size) }
    if signed.size > tree.size { return note(.shorter, at: tree.size) }
    if signedRoot != signed.root { note(.rootDiffers, at: nil) }
  }

  var verdict: Verdict.LogVerdict {
    Verdict.LogVerdict(
      origin: origin, size: tree.size, root: tree.root.base64, opened: opened, missing: missing,
      unsigned: max(0, tree.size - (signed?.size ?? 0)), flaw: flaw)
  }

  /// Keeps the flaw that comes first in the log; one without a place counts as last.
  private mutating func note(_ kind: Verdict.Kind, at index: Int?) {
    if let flaw, (flaw.index ?? .max) <= (index ?? .max) { return }
    flaw = Verdict.Flaw(index: index, kind: kind)
  }
}
