import HeedRecord
import Testing

@Suite("The tree agrees with the published values for")
struct TreeVectorTests {
  /// The leaves of the reference tree of Certificate Transparency.
  static let reference = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ].map { TreeHash.leaf(bytes(hex: $0)) }

  @Test("a leaf")
  func leaf() {
    let hashed = hex(TreeHash.leaf(Array("L123456".utf8)))
    #expect(hashed.hasPrefix("395aa064") && hashed.hasSuffix("2b4d56"))
    #expect(hex(TreeHash.leaf("L123456".utf8)) == hashed, "from bytes of any collection")
    let empty = hex(TreeHash.leaf([]))
    #expect(empty.hasPrefix("6e340b9c") && empty.hasSuffix("17afa01d"))
  }

  @Test("a leaf whose bytes do not lie side by side")
  func scatteredLeaf() {
    let backward = Array("654321L".utf8).reversed() as ReversedCollection<[UInt8]>
    #expect(TreeHash.leaf(backward) == TreeHash.leaf(Array("L123456".utf8)))
    #expect(TreeHash(backward) == nil)
    let hash = Cast.hash("a")
    #expect(TreeHash(Array(hash.bytes.reversed()).reversed()) == hash)
  }

  @Test("a node of two texts of four bytes, as their hash is printed")
  func node() throws {
    // Children of four bytes stand in the published value; ours always have 32.
    let printed = hex(TreeHash(Cast.sha256("\u{1}N123N456")))
    #expect(printed.hasPrefix("aa217fe8") && printed.hasSuffix("e66bbb"))
    let (left, right) = (Cast.hash("N123"), Cast.hash("N456"))
    let plain = Cast.sha256([1] + left.bytes + right.bytes)
    #expect(TreeHash.node(left, right).bytes == plain)
    #expect(TreeHash.node(right, left).bytes != plain)
  }

  @Test("the tree of nothing")
  func empty() {
    let base64 = TreeHash.empty.base64
    #expect(base64.hasPrefix("47DEQpj8") && base64.hasSuffix("hSuFU="))
    #expect(CompactTree().root == .empty)
    #expect(TreeView(leaves: []).root == .empty)
    #expect(TreeView(leaves: []).inclusion(of: 0) == nil)
    #expect(TreeView(leaves: []).consistency(from: 0) == [])
    #expect(TreeView(leaves: []).consistency(from: 1) == nil)
  }

  static let heads = [
    "6e340b9c", "fac54203", "aeb6bcfe", "d37ee418", "4e3bbb1f", "76e67dad", "ddb89be4", "5dc9da79",
  ]

  @Test("the roots of the reference tree", arguments: zip(1...8, heads))
  func roots(size: Int, head: String) {
    let leaves = Array(Self.reference.prefix(size))
    #expect(hex(TreeView(leaves: leaves).root).hasPrefix(head))
    var tree = CompactTree()
    for leaf in leaves { tree.append(leaf) }
    #expect(hex(tree.root).hasPrefix(head))
    #expect(tree.size == size)
  }

  @Test("the path of leaf 5 of 8, and the proof from 6 to 8")
  func proofs() throws {
    let tree = TreeView(leaves: Self.reference)
    let path = try #require(tree.inclusion(of: 5))
    expect(path, startsWith: ["vBoGQ7Eu", "yoVOoSjt", "037kGJdt"])
    #expect(isIncluded(Self.reference[5], at: 5, by: path, size: 8, root: tree.root))

    let proof = try #require(tree.consistency(from: 6))
    expect(proof, startsWith: ["DrxdNDf7", "yoVOoSjt", "037kGJdt"])
    let earlier = TreeView(leaves: Array(Self.reference.prefix(6))).root
    #expect(isConsistent(from: 6, earlier, to: 8, tree.root, by: proof))
  }

  private func expect(_ hashes: [TreeHash], startsWith heads: [String]) {
    #expect(hashes.map { String($0.base64.prefix(8)) } == heads)
  }

  @Test("the tiles of 70,000 leaves")
  func tiles() {
    func paths(_ level: Int, _ count: Int) -> [String] {
      let full = (0..<(count / 256)).map { TilePath(.hashes(level: level), number: $0) }
      let rest =
        count % 256 == 0
        ? [] : [TilePath(.hashes(level: level), number: count / 256, width: count % 256)]
      return (full + rest).map(\.description)
    }
    let lowest = paths(0, 70_000)
    #expect(lowest.count == 274)
    #expect(lowest.first == "tile/0/000")
    #expect(lowest.last == "tile/0/273.p/112")
    #expect(paths(1, 70_000 / 256) == ["tile/1/000", "tile/1/001.p/17"])
    #expect(paths(2, 70_000 / 256 / 256) == ["tile/2/000.p/1"])
  }

  @Test("a hash in its bytes and in base64")
  func hashes() {
    #expect(TreeHash([UInt8](repeating: 7, count: 31)) == nil)
    #expect(TreeHash([UInt8](repeating: 7, count: 33)) == nil)
    let hash = Cast.hash("a")
    #expect(TreeHash(hash.bytes) == hash)
    #expect(TreeHash(base64: hash.base64) == hash)
    #expect(TreeHash(base64: "AAAA") == nil)
    #expect(Set([hash, Cast.hash("b"), hash]).count == 2)
  }

  @Test("hashes that differ in one byte anywhere are not equal", arguments: 0..<32)
  func unequal(place: Int) {
    var bytes = Cast.hash("a").bytes
    bytes[place] ^= 0x80
    #expect(TreeHash(bytes) != Cast.hash("a"))
  }
}
