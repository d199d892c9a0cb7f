import Crypto

/// The one stylesheet, under an address that changes with its content.
enum Stylesheet {
  static let bytes = PackageResources.heed_css

  static let path: String = {
    let digest = SHA256.hash(data: bytes).prefix(6)
    let name = digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    return "/style/\(name).css"
  }()

  static func answer() -> Answer {
    Answer(type: "text/css; charset=utf-8", bytes: bytes, isPublic: true)
  }

  /// A drop in two tones: what is said, and what is heard.
  static let icon = Answer(
    type: "image/svg+xml",
    bytes: Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#1f5c57" \
      d="M4 6h24v15H15l-7 6v-6H4z"/><path fill="#fff" d="M9 11h14v2H9zm0 4h9v2H9z"/></svg>
      """.utf8), isPublic: true)
}
