/// The address of a tile under a log, as mirrors ask for it.
///
/// `tile/<level>/<number>[.p/<width>]`, `tile/entries/<number>[.p/<width>]`; numbers in groups of
/// three digits, all but the last with an `x` before them.
///
/// Source: C2SP tlog-tiles.
public struct TilePath: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    case hashes(level: Int)
    case entries
  }

  public var kind: Kind
  public var number: Int
  /// 1 to 256; below 256 the tile is partial.
  public var width: Int

  public init(_ kind: Kind, number: Int, width: Int = TreeView.tileWidth) {
    self.kind = kind
    self.number = number
    self.width = width
  }

  /// Reads an address; nil for anything that is not written exactly so.
  public init?(_ path: some StringProtocol) {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)[...]
    guard path.utf8.count <= 100, parts.popFirst() == "tile", let kind = parts.popFirst()
    else { return nil }
    if kind == "entries" {
      self.kind = .entries
    } else if let level = Int(kind), (0...63).contains(level), String(level) == kind {
      self.kind = .hashes(level: level)
    } else {
      return nil
    }
    width = TreeView.tileWidth
    if parts.count >= 2, let group = parts.dropLast().last, group.hasSuffix(".p") {
      guard let last = parts.popLast(), let width = Int(last), (1..<256).contains(width),
        String(width) == last, let group = parts.popLast()
      else { return nil }
      self.width = width
      parts.append(group.dropLast(2))
    }
    number = 0
    for (place, group) in parts.enumerated() {
      let digits = place == parts.count - 1 ? group : group.dropFirst()
      guard place == parts.count - 1 || group.hasPrefix("x"), digits.utf8.count == 3,
        digits.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(digits)
      else { return nil }
      number = number * 1000 + value
      guard number < 1 << 40 else { return nil }
    }
    guard !parts.isEmpty, description == path else { return nil }
  }

  public var description: String {
    let kind =
      switch kind {
      case .hashes(let level): String(level)
      case .entries: "entries"
      }
    var groups = [Self.threeDigits(number % 1000)]
    var rest = number / 1000
    while rest > 0 {
      groups.insert("x" + Self.threeDigits(rest % 1000), at: 0)
      rest /= 1000
    }
    let partial = width < TreeView.tileWidth ? ".p/\(width)" : ""
    return "tile/\(kind)/\(groups.joined(separator: "/"))\(partial)"
  }

  private static func threeDigits(_ number: Int) -> String {
    String(String(1000 + number).dropFirst())
  }
}
