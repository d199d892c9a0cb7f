import HeedRecord

/// The tree of RFC 6962, §2.1, word for word and as slow as that.
struct PlainTree {
  let leaves: [TreeHash]
  private var known: [Range<Int>: TreeHash] = [:]

  init(leaves: [TreeHash]) {
    self.leaves = leaves
  }

  /// MTH(D[a:b]).
  mutating func root(_ range: Range<Int>) -> TreeHash {
    if let root = known[range] { return root }
    let root: TreeHash
    switch range.count {
    case 0: root = .empty
    case 1: root = leaves[range.lowerBound]
    default:
      let middle = range.lowerBound + split(range.count)
      let left = self.root(range.lowerBound..<middle)
      root = .node(left, self.root(middle..<range.upperBound))
    }
    known[range] = root
    return root
  }

  /// PATH(m, D[a:b]).
  mutating func path(_ index: Int, _ range: Range<Int>) -> [TreeHash] {
    if range.count == 1 { return [] }
    let middle = range.lowerBound + split(range.count)
    if index < middle {
      return path(index, range.lowerBound..<middle) + [root(middle..<range.upperBound)]
    }
    return path(index, middle..<range.upperBound) + [root(range.lowerBound..<middle)]
  }

  /// PROOF(m, D[n]).
  mutating func proof(_ earlier: Int, _ size: Int) -> [TreeHash] {
    earlier == 0 ? [] : subproof(earlier, 0..<size, true)
  }

  private mutating func subproof(_ earlier: Int, _ range: Range<Int>, _ whole: Bool) -> [TreeHash] {
    if earlier == range.count { return whole ? [] : [root(range)] }
    let half = split(range.count)
    let middle = range.lowerBound + half
    if earlier <= half {
      return subproof(earlier, range.lowerBound..<middle, whole) + [root(middle..<range.upperBound)]
    }
    return subproof(earlier - half, middle..<range.upperBound, false)
      + [root(range.lowerBound..<middle)]
  }

  /// The largest power of two smaller than a count.
  private func split(_ count: Int) -> Int {
    var power = 1
    while power * 2 < count { power *= 2 }
    return power
  }
}
