/// A text with signature lines under it.
///
/// Source: C2SP signed-note v1.0.0.
public struct SignedNote: Equatable, Sendable {
  public struct Signature: Equatable, Sendable {
    public var name: String
    public var keyID: UInt32
    /// What follows the key id: for Ed25519, 64 bytes; for a cosignature, 8 bytes of time first.
    public var bytes: [UInt8]

    public init(name: String, keyID: UInt32, bytes: [UInt8]) {
      self.name = name
      self.keyID = keyID
      self.bytes = bytes
    }

    public static func == (one: Self, other: Self) -> Bool {
      Checkpoint.isSame(one.name, other.name)
        && one.keyID == other.keyID && one.bytes == other.bytes
    }
  }

  /// The signed text, its last line end included.
  public var text: String
  public var signatures: [Signature]

  public init(text: String, signatures: [Signature]) {
    self.text = text
    self.signatures = signatures
  }

  public static func == (one: Self, other: Self) -> Bool {
    Checkpoint.isSame(one.text, other.text) && one.signatures == other.signatures
  }

  /// The most bytes a note may have, and the most signature lines.
  public static let limit = (bytes: 1 << 16, signatures: 64)

  /// Reads a note.
  ///
  /// - Throws: ``Malformed/note`` for anything but valid UTF-8 without control characters, with a
  ///   text, an empty line, and well-formed signature lines; ``Malformed/tooLarge``.
  public init(_ bytes: some Collection<UInt8>) throws(Malformed) {
    guard bytes.count <= Self.limit.bytes else { throw .tooLarge }
    guard let whole = String(validating: bytes, as: UTF8.self),
      whole.utf8.allSatisfy({ $0 >= 0x20 || $0 == UInt8(ascii: "\n") })
    else { throw .note }
    var parts = lines(whole)
    guard parts.popLast()?.isEmpty == true, let gap = parts.lastIndex(where: \.isEmpty),
      gap > 0, gap < parts.count - 1
    else { throw .note }
    guard parts.count - gap - 1 <= Self.limit.signatures else { throw .tooLarge }
    text = parts[..<gap].joined(separator: "\n") + "\n"
    signatures = []
    for line in parts[(gap + 1)...] { signatures.append(try Self.signature(line)) }
  }

  private static func signature(_ line: Substring) throws(Malformed) -> Signature {
    let parts = pieces(String(line), by: " ")
    guard parts.count == 3, parts[0] == "\u{2014}", VerifierKey.isName(parts[1]),
      let bytes = Base64.decode(parts[2]), bytes.count > 4
    else { throw .note }
    let keyID = bytes[..<4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return Signature(name: String(parts[1]), keyID: keyID, bytes: Array(bytes[4...]))
  }

  public var description: String {
    let lines = signatures.map { signature in
      let keyID = withUnsafeBytes(of: signature.keyID.bigEndian, Array.init)
      return "\u{2014} \(signature.name) \(Base64.encode(keyID + signature.bytes))\n"
    }
    return text + "\n" + lines.joined()
  }

  /// What checking the signatures of a note against some keys found.
  public enum Check: Equatable, Sendable {
    /// The names of the keys that signed, each key once, in the order of the note.
    case signed(by: [String])
    /// No known key has signed.
    case unsigned
    /// A line claims a known key and does not fit: the whole note is to be refused.
    case forged(name: String)
  }

  /// Checks every line whose name and id are those of a known key; other lines are ignored.
  public func check(with keys: [VerifierKey]) -> Check {
    var signers: [VerifierKey] = []
    for signature in signatures {
      let known = keys.first {
        $0.keyID == signature.keyID && Checkpoint.isSame($0.name, signature.name)
      }
      guard let known else { continue }
      guard known.hasSigned(text, signature.bytes) else { return .forged(name: known.name) }
      if !signers.contains(known) { signers.append(known) }
    }
    return signers.isEmpty ? .unsigned : .signed(by: signers.map(\.name))
  }
}

extension SignedNote: CustomStringConvertible {}
