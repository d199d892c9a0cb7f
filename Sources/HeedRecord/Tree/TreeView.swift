/// As much of a tree as a proof needs: the roots of its full tiles, and the leaves of some of them.
///
/// A tile holds 256 leaf hashes. A proof about a leaf needs the tile of that leaf, the last,
/// partial one, and the roots of all the others; so a log of a million entries is proved from
/// some 130 kB, read at once.
public struct TreeView: Sendable {
  public static let tileWidth = 256

  public let size: Int
  private let tileRoots: [TreeHash]
  private let tiles: [Int: [TreeHash]]

  /// A view of a tree of a size.
  ///
  /// - Parameters:
  ///   - size: how many leaves.
  ///   - tileRoots: the roots of all ⌊size / 256⌋ full tiles, in order.
  ///   - tiles: leaf hashes by tile number; the last, partial tile among them.
  public init(size: Int, tileRoots: [TreeHash], tiles: [Int: [TreeHash]]) {
    self.size = size
    self.tileRoots = tileRoots
    self.tiles = tiles
  }

  /// A view of a whole tree that is at hand.
  public init(leaves: [TreeHash]) {
    let width = Self.tileWidth
    let tiles = stride(from: 0, to: leaves.count, by: width).map {
      Array(leaves[$0..<min($0 + width, leaves.count)])
    }
    self.init(
      size: leaves.count,
      tileRoots: tiles.filter { $0.count == width }.map { Self.root(of: $0[...]) },
      tiles: Dictionary(uniqueKeysWithValues: tiles.enumerated().map { ($0, $1) }))
  }

  public var root: TreeHash { root(of: 0..<size) }

  /// The root the tree had at an earlier size, whose last leaf's tile must be in view.
  public func root(ofFirst count: Int) -> TreeHash { root(of: 0..<min(max(count, 0), size)) }

  /// The hash over some leaves in view, as tiles of hashes hold it.
  public func subtree(_ range: Range<Int>) -> TreeHash { root(of: range) }

  /// The audit path of a leaf, from the leaf upward; nil when the tree has no such leaf.
  ///
  /// Source: RFC 6962, §2.1.1.
  public func inclusion(of index: Int) -> [TreeHash]? {
    guard (0..<size).contains(index) else { return nil }
    return path(index, in: 0..<size)
  }

  /// The proof that the tree of an earlier size is the beginning of this one; nil when it is larger.
  ///
  /// Source: RFC 6962, §2.1.2.
  public func consistency(from earlier: Int) -> [TreeHash]? {
    guard (0...size).contains(earlier) else { return nil }
    if earlier == 0 || earlier == size { return [] }
    return subproof(earlier, in: 0..<size, isWhole: true)
  }

  private func path(_ index: Int, in range: Range<Int>) -> [TreeHash] {
    guard range.count > 1 else { return [] }
    let middle = range.lowerBound + Self.split(range.count)
    return index < middle
      ? path(index, in: range.lowerBound..<middle) + [root(of: middle..<range.upperBound)]
      : path(index, in: middle..<range.upperBound) + [root(of: range.lowerBound..<middle)]
  }

  private func subproof(_ earlier: Int, in range: Range<Int>, isWhole: Bool) -> [TreeHash] {
    if earlier == range.upperBound { return isWhole ? [] : [root(of: range)] }
    let middle = range.lowerBound + Self.split(range.count)
    return earlier <= middle
      ? subproof(earlier, in: range.lowerBound..<middle, isWhole: isWhole)
        + [root(of: middle..<range.upperBound)]
      : subproof(earlier, in: middle..<range.upperBound, isWhole: false)
        + [root(of: range.lowerBound..<middle)]
  }

  private func root(of range: Range<Int>) -> TreeHash {
    let width = Self.tileWidth
    let tile = range.lowerBound / width
    if range.count <= width, let leaves = tiles[tile], range.upperBound <= (tile + 1) * width {
      if range.count == width, tileRoots.indices.contains(tile) { return tileRoots[tile] }
      return Self.root(
        of: leaves[(range.lowerBound - tile * width)..<(range.upperBound - tile * width)])
    }
    if range.count == width, tileRoots.indices.contains(tile) { return tileRoots[tile] }
    guard range.count > 1 else { return .empty }
    let middle = range.lowerBound + Self.split(range.count)
    return .node(root(of: range.lowerBound..<middle), root(of: middle..<range.upperBound))
  }

  /// The root over some leaves.
  public static func root(of leaves: ArraySlice<TreeHash>) -> TreeHash {
    var tree = CompactTree()
    for leaf in leaves { tree.append(leaf) }
    return tree.root
  }

  /// The largest power of two below a count of at least two.
  private static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}
