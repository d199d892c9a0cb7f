import Crypto
import Foundation
import HeedRecord

/// The log, the witness and the leaves that the tests of this room share.
enum Cast {
  static let logName = "heed.example/circle/7f3a"
  static let logKey =
    "heed.example/circle/7f3a+22b3e855+AfdqPmY69SLF7Dkq5Kj5zDBexCh3bYGIEmGpk/roSpOa"
  static let witnessName = "witness.example/ana"
  static let witnessKey =
    "witness.example/ana+fc1ed62f+BD/3JOv+3aJ9z1hxJUhR/cNkqVUaul4lSqMtaoMK6tSH"

  static func log() throws -> LogSigner {
    try LogSigner(name: logName, privateKey: privateKey("heed test log key 1"))
  }

  static func witness() throws -> Cosigner {
    try Cosigner(name: witnessName, privateKey: privateKey("heed test witness 1"))
  }

  static func privateKey(_ seed: String) throws -> Curve25519.Signing.PrivateKey {
    try Curve25519.Signing.PrivateKey(rawRepresentation: sha256(seed))
  }

  static func sha256(_ text: String) -> [UInt8] {
    sha256(Array(text.utf8))
  }

  static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: bytes))
  }

  static func hash(_ text: String) -> TreeHash {
    .leaf(Array(text.utf8))
  }

  /// The leaf hashes of a log whose entries are all different.
  static func leaves(_ count: Int) -> [TreeHash] {
    (0..<count).map { hash("entry \($0)") }
  }

  static func leaf(_ number: Int) -> Leaf {
    Leaf(
      header: hash("header \(number)"), body: hash("body \(number)"), lock: hash("lock \(number)"))
  }

  /// A receipt for one of some leaves, with all its parts sound.
  static func receipt(_ index: Int, of size: Int) throws -> Receipt {
    let tree = TreeView(leaves: (0..<size).map { leaf($0).hash })
    let note = try log().sign(Checkpoint(origin: logName, size: size, root: tree.root))
    return Receipt(
      leaf: leaf(index), index: index, proof: tree.inclusion(of: index) ?? [], note: note)
  }
}

/// The bytes that hexadecimal digits stand for, two digits a byte; blanks are skipped.
func bytes(hex: String) -> [UInt8] {
  let digits = hex.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
  return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
}

func hex(_ hash: TreeHash?) -> String {
  (hash?.bytes ?? []).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
