/// Whether a leaf stands at an index of the tree with a size and a root.
///
/// The proof does not bind the size: take the size from a signed checkpoint, and the index only
/// together with it.
///
/// Source: RFC 9162, §2.1.3.2.
public func isIncluded(
  _ leaf: TreeHash, at index: Int, by proof: [TreeHash], size: Int, root: TreeHash
) -> Bool {
  guard index >= 0, index < size else { return false }
  var (node, last) = (index, size - 1)
  var hash = leaf
  for sibling in proof {
    guard last > 0 else { return false }
    if node & 1 == 1 || node == last {
      hash = .node(sibling, hash)
      while node & 1 == 0, node != 0 {
        node >>= 1
        last >>= 1
      }
    } else {
      hash = .node(hash, sibling)
    }
    node >>= 1
    last >>= 1
  }
  return last == 0 && hash == root
}

/// Whether the tree of a smaller size and root is the beginning of a larger one.
///
/// From nothing everything follows, with an empty proof.
///
/// Source: RFC 9162, §2.1.4.2.
public func isConsistent(
  from earlier: Int, _ earlierRoot: TreeHash, to size: Int, _ root: TreeHash, by proof: [TreeHash]
) -> Bool {
  guard earlier >= 0, earlier <= size else { return false }
  if earlier == size { return proof.isEmpty && earlierRoot == root }
  if earlier == 0 { return proof.isEmpty && earlierRoot == .empty }
  var hashes = proof[...]
  if earlier & (earlier - 1) == 0 { hashes = ([earlierRoot] + proof)[...] }
  guard let first = hashes.popFirst() else { return false }
  var (node, last) = (earlier - 1, size - 1)
  while node & 1 == 1 {
    node >>= 1
    last >>= 1
  }
  var (left, right) = (first, first)
  for hash in hashes {
    guard last > 0 else { return false }
    if node & 1 == 1 || node == last {
      left = .node(hash, left)
      right = .node(hash, right)
      while node & 1 == 0, node != 0 {
        node >>= 1
        last >>= 1
      }
    } else {
      right = .node(right, hash)
    }
    node >>= 1
    last >>= 1
  }
  return last == 0 && left == earlierRoot && right == root
}
