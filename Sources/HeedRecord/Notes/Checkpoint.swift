/// How far a log has come: its name, its size and its root.
///
/// Source: C2SP tlog-checkpoint v1.0.0; no extension lines.
public struct Checkpoint: Equatable, Sendable {
  public var origin: String
  public var size: Int
  public var root: TreeHash

  public init(origin: String, size: Int, root: TreeHash) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  public static func == (one: Self, other: Self) -> Bool { isSame(one.body, other.body) }

  /// The text that is signed: three lines.
  public var body: String { "\(origin)\n\(size)\n\(root.base64)\n" }

  /// Reads a body.
  ///
  /// Extension lines are refused: implementations differ on what a cosignature covers there.
  public init(body: String) throws(Malformed) {
    let parts = lines(body)
    guard parts.count == 4, parts[3].isEmpty, !parts[0].isEmpty, let size = decimal(parts[1]),
      let root = TreeHash(base64: parts[2])
    else { throw .checkpoint }
    self.init(origin: String(parts[0]), size: size, root: root)
  }

  /// Whether two names are the same, byte by byte.
  ///
  /// As strings, two different ways to write an accent would be equal.
  public static func isSame(_ name: String, _ other: String) -> Bool {
    name.utf8.elementsEqual(other.utf8)
  }
}
