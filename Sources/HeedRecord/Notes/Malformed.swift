/// Bytes from outside that are not what they should be, and which part is not.
public enum Malformed: Error, Hashable, Sendable {
  case verifierKey
  case weakKey
  case note
  case checkpoint
  case receipt
  case leaf
  case header
  case body
  case tooLarge
}
