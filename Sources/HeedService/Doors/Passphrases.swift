import CryptoExtras
import Foundation
import Synchronization

/// Derives and checks passphrases, two at a time, off the threads that serve pages.
///
/// scrypt at N = 2^14, r = 8, p = 5: 16 MiB and about 0.4 s each (one of the settings that OWASP's
/// Password Storage sheet calls equal). At most 20 wait; more are turned away at once.
package final class Passphrases: Sendable {
  private struct Cost: Equatable {
    var logN = 14
    var blocks = 8
    var parallel = 5
  }

  private let queue = OperationQueue()
  private let waiting = Mutex(0)
  private static let mostWaiting = 22
  private static let cost = Cost()

  package init() {
    queue.maxConcurrentOperationCount = 2
    queue.qualityOfService = .utility
  }

  /// A new derived key with its parameters, as a PHC string.
  ///
  /// - Throws: ``Fault/tooBusy(retryAfter:)`` when too many wait.
  package func derive(_ passphrase: String) async throws -> String {
    var system = SystemRandomNumberGenerator()
    let salt = Data((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &system) })
    return try await onThread {
      let hash = try Self.scrypt(passphrase, salt, Self.cost)
      return "$scrypt$ln=\(Self.cost.logN),r=\(Self.cost.blocks),p=\(Self.cost.parallel)"
        + "$\(salt.base64EncodedString())$\(hash.base64EncodedString())"
    }
  }

  /// Whether a passphrase is the one behind a PHC string.
  ///
  /// A nil string costs the same time and is never right, so that an unknown name cannot be told
  /// from a wrong passphrase.
  ///
  /// - Throws: ``Fault/tooBusy(retryAfter:)`` when too many wait.
  package func check(_ passphrase: String, against phc: String?) async throws -> Bool {
    let (cost, salt, hash) = phc.flatMap(Self.parse) ?? (Self.cost, Data(count: 16), Data())
    return try await onThread {
      let derived = try Self.scrypt(passphrase, salt, cost)
      return !hash.isEmpty && Self.isEqual(derived, hash)
    }
  }

  private func onThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    let mayWait = waiting.withLock { count in
      guard count < Self.mostWaiting else { return false }
      count += 1
      return true
    }
    guard mayWait else { throw Fault.tooBusy(retryAfter: 5) }
    defer { waiting.withLock { $0 -= 1 } }
    return try await withCheckedThrowingContinuation { answer in
      queue.addOperation { answer.resume(with: Result { try work() }) }
    }
  }

  private static func scrypt(_ passphrase: String, _ salt: Data, _ cost: Cost) throws -> Data {
    // The same letters typed on another keyboard may be composed differently (RFC 8265).
    let normal = Data(passphrase.precomposedStringWithCanonicalMapping.utf8)
    let key = try KDF.Scrypt.deriveKey(
      from: normal, salt: salt, outputByteCount: 32, rounds: 1 << cost.logN,
      blockSize: cost.blocks, parallelism: cost.parallel, maxMemory: 64 << 20)
    return key.withUnsafeBytes { Data($0) }
  }

  private static func parse(_ phc: String) -> (Cost, Data, Data)? {
    let parts = phc.split(separator: "$")
    guard parts.count == 4, parts[0] == "scrypt", let salt = Data(base64Encoded: String(parts[2])),
      let hash = Data(base64Encoded: String(parts[3]))
    else { return nil }
    var numbers: [Substring: Int] = [:]
    for pair in parts[1].split(separator: ",") {
      let sides = pair.split(separator: "=")
      guard sides.count == 2, let number = Int(sides[1]) else { return nil }
      numbers[sides[0]] = number
    }
    guard let logN = numbers["ln"], (10...17).contains(logN), let blocks = numbers["r"],
      (1...8).contains(blocks), let parallel = numbers["p"], (1...8).contains(parallel)
    else { return nil }
    return (Cost(logN: logN, blocks: blocks, parallel: parallel), salt, hash)
  }

  private static func isEqual(_ one: Data, _ other: Data) -> Bool {
    one.count == other.count && zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// What is wrong with a passphrase somebody chose.
package enum PassphraseFlaw: String, Error, CaseIterable, Sendable {
  case tooShort, tooLong, tooPlain, isTheHandle

  /// Checks a new passphrase: 12 characters to 1,000 bytes, no other rules of composition.
  ///
  /// Long beats strange (ASVS 5.0, 6.2); what is refused is what a guesser tries first.
  package static func check(_ passphrase: String, handle: String) throws(PassphraseFlaw) {
    guard passphrase.count >= 12 else { throw .tooShort }
    guard passphrase.utf8.count <= 1_000 else { throw .tooLong }
    let plain = passphrase.lowercased()
    guard Set(plain).count >= 6, !guessedFirst.contains(where: { plain.hasPrefix($0) })
    else { throw .tooPlain }
    guard plain != handle.lowercased(), plain != handle.lowercased() + handle.lowercased()
    else { throw .isTheHandle }
  }

  private static let guessedFirst = [
    "password1", "passwordpass", "123456789", "qwertyuiop", "abcdefghij", "letmeinletme",
    "iloveyouilove", "1q2w3e4r5t", "correct horse battery", "correcthorsebattery",
    "correct-horse-battery",
  ]
}
