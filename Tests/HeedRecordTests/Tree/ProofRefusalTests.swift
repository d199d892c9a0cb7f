import HeedRecord
import Testing

/// A small tree with everything a forger could know of it.
private struct Small {
  static let most = 9
  let leaves = Cast.leaves(most)
  let roots: [TreeHash]
  private var plain: PlainTree

  init() {
    plain = PlainTree(leaves: leaves)
    var tree = plain
    roots = (0...Self.most).map { tree.root(0..<$0) }
  }

  func path(_ index: Int, _ size: Int) -> [TreeHash] {
    var tree = plain
    return tree.path(index, 0..<size)
  }

  func proof(_ earlier: Int, _ size: Int) -> [TreeHash] {
    var tree = plain
    return tree.proof(earlier, size)
  }
}

/// All ways to flip one bit of one hash.
private func flips(_ hash: TreeHash) -> [TreeHash] {
  (0..<256).compactMap { bit in
    var bytes = hash.bytes
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    return TreeHash(bytes)
  }
}

/// All proofs that differ from one by a flipped bit, or a hash dropped, added or swapped.
private func spoilt(_ proof: [TreeHash], with others: [TreeHash]) -> [[TreeHash]] {
  var all: [[TreeHash]] = []
  for place in proof.indices {
    all += flips(proof[place]).map { proof[..<place] + [$0] + proof[(place + 1)...] }
    all.append(Array(proof[..<place] + proof[(place + 1)...]))
    for other in proof.indices where other > place {
      var swapped = proof
      swapped.swapAt(place, other)
      all.append(swapped)
    }
  }
  for place in 0...proof.count {
    all += (others + proof).map { proof[..<place] + [$0] + proof[place...] }
  }
  return all.filter { $0 != proof }
}

@Suite("A proof of inclusion is refused")
struct InclusionRefusalTests {
  private let tree = Small()

  @Test("with a bit flipped, or a hash dropped, added or swapped", arguments: 1...Small.most)
  func spoiltProof(size: Int) {
    for index in 0..<size {
      let path = tree.path(index, size)
      let (leaf, root) = (tree.leaves[index], tree.roots[size])
      let believed = spoilt(path, with: [leaf, root, .empty]).count {
        isIncluded(leaf, at: index, by: $0, size: size, root: root)
      }
      #expect(believed == 0, "leaf \(index) of \(size)")
    }
  }

  @Test("for another leaf or another root", arguments: 1...Small.most)
  func spoiltEnds(size: Int) {
    for index in 0..<size {
      let path = tree.path(index, size)
      let (leaf, root) = (tree.leaves[index], tree.roots[size])
      let otherLeaves = flips(leaf) + tree.leaves.filter { $0 != leaf } + [.empty, root]
      let believedLeaves = otherLeaves.count {
        $0 != leaf && isIncluded($0, at: index, by: path, size: size, root: root)
      }
      let believedRoots = (flips(root) + tree.roots).count {
        $0 != root && isIncluded(leaf, at: index, by: path, size: size, root: $0)
      }
      #expect(believedLeaves == 0 && believedRoots == 0, "leaf \(index) of \(size)")
    }
  }

  @Test("for an index that the tree does not have", arguments: 1...Small.most)
  func noSuchIndex(size: Int) {
    for index in 0..<size {
      let path = tree.path(index, size)
      for wrong in [-1, -size, index - 16, size, size + index, index + 16, .min, .max] {
        #expect(
          !isIncluded(tree.leaves[index], at: wrong, by: path, size: size, root: tree.roots[size]))
      }
    }
    #expect(!isIncluded(.empty, at: 0, by: [], size: 0, root: .empty))
    #expect(!isIncluded(.empty, at: 0, by: [], size: -1, root: .empty))
  }

  /// With honest roots a proof fits exactly where it is the proof.
  @Test("at any other index of any other size, under the root of that size")
  func elsewhere() {
    for (size, index) in places {
      for (otherSize, other) in places {
        let path = tree.path(index, size)
        let isIt = path == tree.path(other, otherSize)
        #expect(
          isIncluded(
            tree.leaves[other], at: other, by: path, size: otherSize, root: tree.roots[otherSize])
            == isIt,
          "\(index) of \(size) as \(other) of \(otherSize)")
      }
    }
  }

  /// The proof binds the sides on which its hashes stand and no more: the size is to be taken from
  /// a signed checkpoint.
  @Test("under its own root for another index or size, unless the path turns the same way")
  func sameRoot() {
    for (size, index) in places {
      for (otherSize, other) in places {
        let isBelieved = isIncluded(
          tree.leaves[index], at: other, by: tree.path(index, size), size: otherSize,
          root: tree.roots[size])
        #expect(
          isBelieved == (turns(index, size) == turns(other, otherSize)),
          "\(index) of \(size) as \(other) of \(otherSize)")
      }
    }
    #expect(turns(0, 3) == turns(0, 4), "so the remark is not empty")
  }

  private var places: [(size: Int, index: Int)] {
    (1...Small.most).flatMap { size in (0..<size).map { (size, $0) } }
  }

  /// From the leaf upward: whether the other hash stands on the left.
  private func turns(_ index: Int, _ size: Int) -> [Bool] {
    guard size > 1 else { return [] }
    var half = 1
    while half * 2 < size { half *= 2 }
    return index < half ? turns(index, half) + [false] : turns(index - half, size - half) + [true]
  }
}

@Suite("A proof of consistency is refused")
struct ConsistencyRefusalTests {
  private let tree = Small()

  @Test("with a bit flipped, or a hash dropped, added or swapped", arguments: 0...Small.most)
  func spoiltProof(size: Int) {
    for earlier in 0...size {
      let proof = tree.proof(earlier, size)
      let (first, second) = (tree.roots[earlier], tree.roots[size])
      let believed = spoilt(proof, with: [first, second, .empty]).count {
        isConsistent(from: earlier, first, to: size, second, by: $0)
      }
      #expect(believed == 0, "from \(earlier) to \(size)")
    }
  }

  @Test("for another root at either end", arguments: 0...Small.most)
  func spoiltRoots(size: Int) {
    for earlier in 0...size {
      let proof = tree.proof(earlier, size)
      let (first, second) = (tree.roots[earlier], tree.roots[size])
      let believedFirst = (flips(first) + tree.roots).count {
        $0 != first && isConsistent(from: earlier, $0, to: size, second, by: proof)
      }
      #expect(believedFirst == 0, "from \(earlier) to \(size)")
      // From nothing everything follows.
      if earlier == 0 && size > 0 { continue }
      let believedSecond = (flips(second) + tree.roots).count {
        $0 != second && isConsistent(from: earlier, first, to: size, $0, by: proof)
      }
      #expect(believedSecond == 0, "from \(earlier) to \(size)")
    }
  }

  /// With honest roots a proof fits exactly where it is the proof.
  @Test("between any other two sizes, under the roots of those")
  func elsewhere() {
    for (earlier, size) in pairs {
      for (otherEarlier, otherSize) in pairs {
        let proof = tree.proof(earlier, size)
        #expect(
          isConsistent(
            from: otherEarlier, tree.roots[otherEarlier], to: otherSize, tree.roots[otherSize],
            by: proof) == (proof == tree.proof(otherEarlier, otherSize)),
          "\(earlier) to \(size) as \(otherEarlier) to \(otherSize)")
      }
    }
  }

  /// As with inclusion: the proof binds how the two trees grew together, and not their sizes.
  @Test("under its own roots for other sizes, unless those grew in the same way")
  func sameRoots() {
    for (earlier, size) in pairs where earlier > 0 {
      for (otherEarlier, otherSize) in pairs where otherEarlier > 0 {
        let isBelieved = isConsistent(
          from: otherEarlier, tree.roots[earlier], to: otherSize, tree.roots[size],
          by: tree.proof(earlier, size))
        #expect(
          isBelieved == (growth(earlier, size) == growth(otherEarlier, otherSize)),
          "\(earlier) to \(size) as \(otherEarlier) to \(otherSize)")
      }
    }
    #expect(growth(2, 3) == growth(2, 4), "so the remark is not empty")
  }

  private enum Part { case own, left, right }

  /// What each hash of a proof stands for: the earlier tree's own end, or what is beside it.
  private func growth(_ earlier: Int, _ size: Int, isWhole: Bool = true) -> [Part] {
    if earlier == size { return isWhole ? [] : [.own] }
    var half = 1
    while half * 2 < size { half *= 2 }
    return earlier <= half
      ? growth(earlier, half, isWhole: isWhole) + [.right]
      : growth(earlier - half, size - half, isWhole: false) + [.left]
  }

  @Test("for sizes that grow backward or are no sizes", arguments: 1...Small.most)
  func backward(size: Int) {
    let root = tree.roots[size]
    for earlier in 0..<size {
      let proof = tree.proof(earlier, size)
      #expect(!isConsistent(from: size, root, to: earlier, tree.roots[earlier], by: proof))
      #expect(!isConsistent(from: -1, tree.roots[earlier], to: size, root, by: proof))
      #expect(!isConsistent(from: -size, .empty, to: size, root, by: proof))
      #expect(!isConsistent(from: .min, .empty, to: size, root, by: proof))
    }
    #expect(!isConsistent(from: -1, root, to: -1, root, by: []))
  }

  @Test("for sizes that grow backward, under roots made to fit")
  func backwardForged() {
    let root = tree.roots[1]
    for size in 0...Small.most {
      for earlier in (size + 1)...(Small.most + 8) {
        #expect(!isConsistent(from: earlier, root, to: size, root, by: []))
        #expect(!isConsistent(from: earlier, root, to: size, root, by: [root]))
      }
    }
  }

  private var pairs: [(earlier: Int, size: Int)] {
    (0...Small.most).flatMap { size in (0...size).map { ($0, size) } }
  }
}
