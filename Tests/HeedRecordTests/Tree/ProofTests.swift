import HeedRecord
import Testing

@Suite("A proof of the tree")
struct ProofTests {
  static let most = 129

  @Test("of inclusion is the one of RFC 6962, for every leaf of every size up to 129")
  func inclusion() throws {
    let leaves = Cast.leaves(Self.most)
    var plain = PlainTree(leaves: leaves)
    for size in 1...Self.most {
      let tree = TreeView(leaves: Array(leaves.prefix(size)))
      let root = plain.root(0..<size)
      try #require(tree.root == root, "size \(size)")
      for index in 0..<size {
        let path = plain.path(index, 0..<size)
        guard tree.inclusion(of: index) == path,
          isIncluded(leaves[index], at: index, by: path, size: size, root: root)
        else {
          Issue.record("leaf \(index) of \(size)")
          continue
        }
      }
      #expect(tree.inclusion(of: -1) == nil)
      #expect(tree.inclusion(of: size) == nil)
    }
  }

  @Test("of consistency is the one of RFC 6962, for every pair of sizes up to 129")
  func consistency() throws {
    let leaves = Cast.leaves(Self.most)
    var plain = PlainTree(leaves: leaves)
    for size in 0...Self.most {
      let tree = TreeView(leaves: Array(leaves.prefix(size)))
      for earlier in 0...size {
        let proof = plain.proof(earlier, size)
        let (first, second) = (plain.root(0..<earlier), plain.root(0..<size))
        guard tree.consistency(from: earlier) == proof,
          isConsistent(from: earlier, first, to: size, second, by: proof)
        else {
          Issue.record("from \(earlier) to \(size)")
          continue
        }
      }
      #expect(tree.consistency(from: -1) == nil)
      #expect(tree.consistency(from: size + 1) == nil)
    }
  }

  /// Sizes around whole tiles of 256 leaves.
  static let tileSizes = [1, 255, 256, 257, 511, 512, 513, 767, 768, 1000, 1025]

  @Test("is the same from a few tiles as from the whole tree", arguments: tileSizes)
  func fromTiles(size: Int) throws {
    let leaves = Cast.leaves(size)
    let whole = TreeView(leaves: leaves)
    var plain = PlainTree(leaves: leaves)
    var compact = CompactTree()
    for leaf in leaves { compact.append(leaf) }
    #expect(whole.root == plain.root(0..<size))
    #expect(compact.root == whole.root)
    #expect(TreeView.root(of: leaves[...]) == whole.root)

    for index in Set([0, 1, 127, 254, 255, 256, 257, 511, 512, size / 2, size - 1])
    where index < size {
      let tree = view(of: leaves, knowing: [index])
      #expect(tree.root == whole.root, "leaf \(index)")
      let path = try #require(tree.inclusion(of: index))
      #expect(path == plain.path(index, 0..<size), "leaf \(index)")
      #expect(whole.inclusion(of: index) == path, "leaf \(index)")
      #expect(isIncluded(leaves[index], at: index, by: path, size: size, root: tree.root))

      let earlier = index + 1
      let proof = try #require(tree.consistency(from: earlier))
      #expect(proof == plain.proof(earlier, size), "from \(earlier)")
      #expect(whole.consistency(from: earlier) == proof, "from \(earlier)")
      let before = plain.root(0..<earlier)
      #expect(isConsistent(from: earlier, before, to: size, tree.root, by: proof))
    }
  }

  @Test("reads a whole tile's root and not its leaves")
  func tileRootFirst() {
    let leaves = Cast.leaves(512)
    let other = Cast.hash("another root")
    let tree = TreeView(
      size: 512, tileRoots: [other, other], tiles: [0: Array(leaves.prefix(256))])
    #expect(tree.root == .node(other, other))
  }

  /// What the store reads for a proof: all roots of whole tiles, the tiles asked for, the last.
  private func view(of leaves: [TreeHash], knowing indexes: [Int]) -> TreeView {
    let width = TreeView.tileWidth
    let full = leaves.count / width
    let known = Set(indexes.map { $0 / width } + (leaves.count % width > 0 ? [full] : []))
    return TreeView(
      size: leaves.count,
      tileRoots: (0..<full).map { TreeView.root(of: leaves[($0 * width)..<(($0 + 1) * width)]) },
      tiles: Dictionary(
        uniqueKeysWithValues: known.map {
          ($0, Array(leaves[($0 * width)..<min(($0 + 1) * width, leaves.count)]))
        }))
  }
}
