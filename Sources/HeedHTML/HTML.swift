/// HTML as bytes, written from front to back.
///
/// Text and attribute values are escaped because there is no other way to write them; markup comes
/// only from names in the source.
package struct HTML: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init(reserving count: Int = 16_384) {
    bytes.reserveCapacity(count)
  }

  /// Writes text, escaped.
  package mutating func text(_ text: String) { write(text) }

  /// Writes markup that stands in the source.
  package mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes an element with a start and an end, and its content between them.
  package mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: (inout HTML) -> Void
  ) {
    start(name, attributes)
    content(&self)
    end(name)
  }

  /// Writes an element that holds only text.
  package mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element without an end, such as `input`.
  package mutating func void(_ name: StaticString, _ attributes: [Attribute] = []) {
    start(name, attributes)
  }

  /// Writes the end of an element.
  package mutating func end(_ name: StaticString) {
    bytes.append(contentsOf: [UInt8(ascii: "<"), UInt8(ascii: "/")])
    raw(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes the start of an element; whoever writes it also writes its ``end(_:)``.
  package mutating func start(_ name: StaticString, _ attributes: [Attribute] = []) {
    bytes.append(UInt8(ascii: "<"))
    raw(name)
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      raw(attribute.name)
      guard let value = attribute.value else { continue }
      bytes.append(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")])
      write(value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var rest = utf8[...]
      while let index = rest.firstIndex(where: { Self.escaped($0) != nil }) {
        bytes.append(contentsOf: rest[..<index])
        if let markup = Self.escaped(rest[index]) { raw(markup) }
        rest = rest[(index + 1)...]
      }
      bytes.append(contentsOf: rest)
    }
  }

  private static func escaped(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}

/// An attribute of an element; without a value it stands alone, as `required` does.
package struct Attribute: Sendable {
  let name: StaticString
  let value: String?

  package init(_ name: StaticString, _ value: String? = nil) {
    self.name = name
    self.value = value
  }
}
