import Crypto
import HeedRecord
import Testing

@Suite("A sealed entry")
struct SealerTests {
  static let origin = "heed.example/circle/7f3a"
  static let header = LeafTests.header
  static let body = "Éire 🪑\n\nمرحبا\n"

  private let key = SymmetricKey(data: Cast.sha256("log key"))

  private var sealer: Sealer { Sealer(origin: Self.origin, logKey: key) }

  private func sealed(at index: Int = 5) throws -> SealedEntry {
    try sealer.seal(header: Self.header, body: Self.body, at: index, lock: Cast.hash("lock"))
  }

  @Test("opens to what was said, with the nonces of its leaf")
  func opens() throws {
    let entry = try sealed()
    let opened = try sealer.open(entry, at: 5)
    #expect(opened.header == Self.header)
    #expect(opened.body == Self.body)
    #expect(
      EntryCommitment.header(opened.header, nonce: opened.headerNonce) == entry.leaf.header)
    #expect(EntryCommitment.body(opened.body, nonce: opened.bodyNonce) == entry.leaf.body)
    #expect(entry.leaf.lock == Cast.hash("lock"))
    #expect(sealer.origin == Self.origin)
  }

  @Test("opens also when it says nothing")
  func empty() throws {
    let opened = try sealer.open(sealer.seal(header: "", body: "", at: 0), at: 0)
    #expect(opened.header.isEmpty && opened.body.isEmpty)
  }

  @Test("has wrapped keys of 40 bytes, and bytes for nonce, text and tag")
  func sizes() throws {
    let entry = try sealed()
    #expect(entry.keys.header.count == 40)
    #expect(entry.keys.body.count == 40)
    #expect(entry.header.count == 12 + 32 + Self.header.utf8.count + 16)
    #expect(entry.body.count == 12 + 32 + Self.body.utf8.count + 16)
  }

  @Test("never looks like another of the same words")
  func fresh() throws {
    let (one, other) = (try sealed(), try sealed())
    #expect(one.leaf.header != other.leaf.header)
    #expect(one.leaf.body != other.leaf.body)
    #expect(one.header != other.header)
    #expect(one.body != other.body)
    #expect(one.keys.header != other.keys.header)
    #expect(one.keys.body != other.keys.body)
    #expect(one.keys.header != one.keys.body)
    let opened = try sealer.open(one, at: 5)
    #expect(opened.headerNonce != opened.bodyNonce)
    let locks = try (0..<2).map { _ in
      try sealer.seal(header: Self.header, body: Self.body, at: 5).leaf.lock
    }
    #expect(locks[0] != locks[1])
    #expect(!locks.contains(.empty))
  }

  @Test("does not open at another index, under another name, or with another key")
  func elsewhere() throws {
    let entry = try sealed()
    #expect(throws: SealBroken.bytes) { try sealer.open(entry, at: 6) }
    let renamed = Sealer(origin: "heed.example/circle/7f3b", logKey: key)
    #expect(throws: SealBroken.bytes) { try renamed.open(entry, at: 5) }
    let stranger = Sealer(origin: Self.origin, logKey: SymmetricKey(data: Cast.sha256("other")))
    #expect(throws: SealBroken.key) { try stranger.open(entry, at: 5) }
  }

  @Test("does not open when name and index run together otherwise")
  func boundPlace() throws {
    let entry = try Sealer(origin: "log", logKey: key).seal(header: "h", body: "b", at: 12)
    #expect(throws: SealBroken.bytes) {
      try Sealer(origin: "log\n1", logKey: key).open(entry, at: 2)
    }
    #expect(throws: SealBroken.bytes) { try Sealer(origin: "log1", logKey: key).open(entry, at: 2) }
  }

  @Test("does not open with a part of another entry")
  func swapped() throws {
    let (entry, other) = (try sealed(), try sealed())
    func refusal(_ change: (inout SealedEntry) -> Void) -> SealBroken? {
      var changed = entry
      change(&changed)
      do {
        _ = try sealer.open(changed, at: 5)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal { $0.header = other.header } == .bytes)
    #expect(refusal { $0.body = other.body } == .bytes)
    #expect(refusal { $0.keys.header = other.keys.header } == .bytes)
    #expect(refusal { $0.keys.body = other.keys.body } == .bytes)
    #expect(refusal { $0.keys = other.keys } == .bytes)
    #expect(refusal { $0.leaf = other.leaf } == .commitment)
    #expect(
      refusal { ($0.header, $0.keys.header) = (other.header, other.keys.header) } == .commitment)
    #expect(refusal { ($0.body, $0.keys.body) = (other.body, other.keys.body) } == .commitment)
    #expect(
      refusal {
        ($0.header, $0.body) = ($0.body, $0.header)
        ($0.keys.header, $0.keys.body) = ($0.keys.body, $0.keys.header)
      } == .commitment)
    #expect(refusal { _ in } == nil)
  }

  @Test("does not open with one byte flipped, wherever it is")
  func flipped() throws {
    let entry = try sealed()
    func refusals(
      _ part: WritableKeyPath<SealedEntry, [UInt8]>
    ) -> Set<SealBroken?> {
      var refusals: Set<SealBroken?> = []
      for place in entry[keyPath: part].indices {
        var changed = entry
        changed[keyPath: part][place] ^= 0x20
        refusals.insert(refusal(of: changed))
      }
      for count in 0..<entry[keyPath: part].count {
        var changed = entry
        changed[keyPath: part].removeLast(count + 1)
        refusals.insert(refusal(of: changed))
      }
      var longer = entry
      longer[keyPath: part].append(0)
      refusals.insert(refusal(of: longer))
      return refusals
    }
    #expect(refusals(\.header) == [.bytes])
    #expect(refusals(\.body) == [.bytes])
    #expect(refusals(\.keys.header) == [.key])
    #expect(refusals(\.keys.body) == [.key])
  }

  private func refusal(of entry: SealedEntry) -> SealBroken? {
    do {
      _ = try sealer.open(entry, at: 5)
      return nil
    } catch {
      return error
    }
  }

  /// What a host with the log's key could store: sealed rightly, but not what a leaf promises.
  @Test("does not open when its plain bytes are no nonce and text")
  func badPlain() throws {
    let entry = try sealed()
    for plain in [[], [UInt8](repeating: 7, count: 31), [UInt8](repeating: 0xFF, count: 33)] {
      for isHeader in [true, false] {
        let fresh = SymmetricKey(size: .bits256)
        let place = Array("\(Self.origin)\n5\n".utf8)
        let box = [UInt8](try ChaChaPoly.seal(plain, using: fresh, authenticating: place).combined)
        let wrapped = [UInt8](try AES.KeyWrap.wrap(fresh, using: key))
        var changed = entry
        if isHeader {
          (changed.header, changed.keys.header) = (box, wrapped)
        } else {
          (changed.body, changed.keys.body) = (box, wrapped)
        }
        #expect(refusal(of: changed) == .bytes)
      }
    }
  }

  @Test("is bound to a place that is the same only byte by byte")
  func places() {
    let place = EntryPlace(origin: "caf\u{E9}", index: 1)
    #expect(place == EntryPlace(origin: "caf\u{E9}", index: 1))
    #expect(place != EntryPlace(origin: "cafe\u{301}", index: 1))
    #expect(place != EntryPlace(origin: "caf\u{E9}", index: 2))
    #expect(Set([place, EntryPlace(origin: "caf\u{E9}", index: 1)]).count == 1)
  }
}
