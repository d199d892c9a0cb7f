import HeedHTML
import Testing

@Suite("HTML")
struct HTMLTests {
  private func written(_ body: (inout HTML) -> Void) -> String {
    var html = HTML()
    body(&html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test(
    "escapes text",
    arguments: [
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("Tom & \"Ana\" 'n' co", "Tom &amp; &quot;Ana&quot; &#39;n&#39; co"),
      ("Éire 🪑 ܐ", "Éire 🪑 ܐ"),
    ])
  func escapesText(_ text: String, _ expected: String) {
    #expect(written { $0.text(text) } == expected)
  }

  @Test("escapes the values of attributes, so that none can end early")
  func escapesAttributes() {
    let html = written { $0.element("p", [Attribute("title", "\"><b onclick='x'>")], text: "") }
    #expect(html == "<p title=\"&quot;&gt;&lt;b onclick=&#39;x&#39;&gt;\"></p>")
  }

  @Test("nests elements, and leaves void ones open")
  func nests() {
    let html = written { html in
      html.element("form", [Attribute("method", "post")]) { form in
        form.void("input", [Attribute("name", "day"), Attribute("required")])
        form.element("button", text: "Give our word")
      }
    }
    #expect(
      html == "<form method=\"post\"><input name=\"day\" required>"
        + "<button>Give our word</button></form>")
  }
}
