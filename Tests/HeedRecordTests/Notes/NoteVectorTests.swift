import HeedRecord
import Testing

@Suite("Signed notes agree with the published values for")
struct NoteVectorTests {
  @Test("the example of C2SP")
  func example() throws {
    let key = try VerifierKey(
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
    let written = """
      This is an example message.

      — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuw\
      HjG1Yu72IneyaQM=

      """
    let note = try SignedNote(written.utf8)
    #expect(note.text == "This is an example message.\n")
    #expect(note.description == written)
    #expect(note.check(with: [key]) == .signed(by: ["example.com/foo"]))
    #expect(key.keyID == 0x530d_903a)
    #expect(key.algorithm == .ed25519)
    #expect(
      key.description == "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
  }

  @Test("the first checkpoint of a log in public use")
  func live() throws {
    let key = try VerifierKey(
      "geomys.org/witness/test-log+c0787ff4+AeMb5VOzy60PTGdGmLPxOKGAa0jNyDGsgv2rnprGju1t")
    let note = try SignedNote(
      """
      geomys.org/witness/test-log
      1
      BCml5C32yqMcl0gjTrcSOeNVx59oPnSdytBzDGBO5k0=

      — geomys.org/witness/test-log wHh/9BPsoBNr2x0Ol3qPBYasIN0HI2ZiBg5ac0v3LQq/7F+YO7U4oWbDeJn1VaWV\
      rlbSEM30Gr7WWYQjj2SBxRoJ/Ao=

      """.utf8)
    #expect(note.check(with: [key]) == .signed(by: ["geomys.org/witness/test-log"]))
    let checkpoint = try Checkpoint(body: note.text)
    #expect(checkpoint.origin == "geomys.org/witness/test-log")
    #expect(checkpoint.size == 1)
    #expect(checkpoint.root.base64 == "BCml5C32yqMcl0gjTrcSOeNVx59oPnSdytBzDGBO5k0=")
    #expect(checkpoint.body == note.text)
  }

  static let body =
    "heed.example/circle/7f3a\n600\nqrm0Duvg3NxX9PTctgaPkF+aZMmFwNeFcXE2iO+JwrA=\n"
  static let logLine =
    "— heed.example/circle/7f3a IrPoVePKwgpBomjvwfd+EpY1jBdxr2IPR2SQQC5pyPk0bDVaYT+KstxYW8OBA1eC1Xau"
    + "Cwa3hYslvtnWb8WQ4vJWwAM=\n"
  static let witnessLine =
    "— witness.example/ana /B7WLwAAAABqsTuAtyYEsN8m7u3Q+witmoCyRLS8fpqen1WEFOxGGwEoVu+GLq7LRA7xonTo"
    + "MUgukNuUwCM+CXQeEAyRNakv2uMZBQ==\n"

  @Test("a log's signature at size 600")
  func log() throws {
    let signer = try Cast.log()
    #expect(signer.key.description == Cast.logKey)
    #expect(signer.key.keyID == 0x22b3_e855)
    #expect(try VerifierKey(Cast.logKey) == signer.key)

    let note = try SignedNote("\(Self.body)\n\(Self.logLine)".utf8)
    #expect(note.check(with: [signer.key]) == .signed(by: [Cast.logName]))
    let signed = try signer.sign(Checkpoint(body: Self.body))
    #expect(signed.check(with: [signer.key]) == .signed(by: [Cast.logName]))
    #if os(Linux)
      #expect(signed == note, "signing is deterministic here")
    #endif
  }

  @Test("a witness's signature at a moment")
  func witness() throws {
    let cosigner = try Cast.witness()
    #expect(cosigner.key.description == Cast.witnessKey)
    #expect(cosigner.key.keyID == 0xfc1e_d62f)
    #expect(cosigner.key.algorithm == .cosignature)
    #expect(try VerifierKey(Cast.witnessKey) == cosigner.key)

    let keys = [try Cast.log().key, cosigner.key]
    let note = try SignedNote("\(Self.body)\n\(Self.logLine)\(Self.witnessLine)".utf8)
    #expect(note.check(with: keys) == .signed(by: [Cast.logName, Cast.witnessName]))
    let cosigned = try cosigner.cosign(Self.body, seconds: 1_790_000_000)
    #expect(cosigned.bytes.prefix(8) == [0, 0, 0, 0, 0x6A, 0xB1, 0x3B, 0x80])
    #if os(Linux)
      #expect(cosigned == note.signatures.last, "signing is deterministic here")
    #endif
  }

  @Test("a witness's signature moved to another moment, which is forged")
  func movedWitness() throws {
    let key = try Cast.witness().key
    var note = try SignedNote("\(Self.body)\n\(Self.witnessLine)".utf8)
    for byte in 0..<72 {
      note.signatures[0].bytes[byte] ^= 1
      #expect(note.check(with: [key]) == .forged(name: Cast.witnessName), "byte \(byte)")
      note.signatures[0].bytes[byte] ^= 1
    }
    #expect(note.check(with: [key]) == .signed(by: [Cast.witnessName]))
  }
}
