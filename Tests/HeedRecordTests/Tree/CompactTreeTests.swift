@testable import HeedRecord
import Testing

@Suite("A compact tree")
struct CompactTreeTests {
  @Test("has the root of the whole tree at every size up to 600")
  func roots() {
    let leaves = Cast.leaves(600)
    var plain = PlainTree(leaves: leaves)
    var tree = CompactTree()
    for (index, leaf) in leaves.enumerated() {
      tree.append(leaf)
      #expect(tree.root == plain.root(0..<(index + 1)))
    }
    #expect(tree.size == 600)
  }

  @Test("grows by whole subtrees as by their leaves", arguments: 0...4)
  func subtrees(height: Int) {
    let leaves = Cast.leaves(100)
    var plain = PlainTree(leaves: leaves)
    let width = 1 << height
    var (byLeaves, bySubtrees) = (CompactTree(), CompactTree())
    for start in stride(from: 0, through: leaves.count - width, by: width) {
      for leaf in leaves[start..<(start + width)] { byLeaves.append(leaf) }
      bySubtrees.append(subtree: plain.root(start..<(start + width)), height: height)
      #expect(bySubtrees == byLeaves)
      #expect(bySubtrees.root == plain.root(0..<(start + width)))
    }
  }

  @Test("takes no subtree at a place where none can stand")
  func misplaced() async {
    await #expect(processExitsWith: .failure) {
      var tree = CompactTree()
      tree.append(.empty)
      tree.append(subtree: .empty, height: 1)
    }
  }
}
