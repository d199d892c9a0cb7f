/// The right edge of a tree: enough to add leaves and to say the root, in a few hundred bytes.
///
/// One hash for each set bit of the size, from the largest complete subtree to the smallest.
public struct CompactTree: Equatable, Sendable {
  public private(set) var size = 0
  private var edge: [TreeHash] = []

  public init() {}

  public mutating func append(_ leaf: TreeHash) {
    var hash = leaf
    var rest = size
    while rest & 1 == 1 {
      hash = .node(edge.removeLast(), hash)
      rest >>= 1
    }
    edge.append(hash)
    size += 1
  }

  public var root: TreeHash {
    guard var root = edge.last else { return .empty }
    for hash in edge.dropLast().reversed() { root = .node(hash, root) }
    return root
  }
}
