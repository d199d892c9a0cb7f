import HeedRecord
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
}
