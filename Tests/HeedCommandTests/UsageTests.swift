import Foundation
import Testing

@Suite("heed")
struct UsageTests {
  struct Help: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var says: [String]
  }

  static let help = [
    Help(
      testDescription: "serve",
      says: [
        "heed serve --demo", "heed serve --data heed-data", "--behind-tls", "--port", "--name",
        "--time-zone",
      ]),
    Help(
      testDescription: "verify",
      says: ["heed verify heed-data", "Ends with 0 when it is sound, 1 when it is not", "--format"]),
    Help(
      testDescription: "export",
      says: ["heed export --data heed-data --to records", "the server must not be running"]),
    Help(
      testDescription: "inventory", says: ["heed inventory --data heed-data", "--format"]),
    Help(
      testDescription: "invite",
      says: ["heed invite --data heed-data --circle ID", "no such link into a community"]),
  ]

  @Test("explains with an example:", arguments: help)
  func explains(_ help: Help) throws {
    let run = try Run([help.testDescription, "--help"])
    #expect(run.status == 0)
    #expect(run.talk == "")
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for says in help.says { #expect(text.contains(says)) }
  }

  @Test("names all its commands, and its version")
  func overview() throws {
    for arguments in [[], ["--help"]] {
      let run = try Run(arguments)
      #expect(run.status == 0)
      for help in Self.help { #expect(run.output.contains("  \(help.testDescription)")) }
    }
    #expect(try Run(["--version"]).output == "0.1.0\n")
  }

  struct BadUse: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var arguments: [String]
    var says: String

    init(_ description: String, _ arguments: String..., says: String) {
      testDescription = description
      self.arguments = arguments
      self.says = says
    }
  }

  static let badUses = [
    BadUse("no such command", "frobnicate", says: "frobnicate"),
    BadUse("serving nothing", "serve", says: "Say --demo to look around, or --data DIRECTORY"),
    BadUse(
      "everybody listening without TLS", "serve", "--demo", "--host", "0.0.0.0",
      says: "Without TLS everybody on the way could read along."),
    BadUse(
      "a name of another machine without TLS", "serve", "--demo", "--host", "heed.example",
      says: "Without TLS everybody on the way could read along."),
    BadUse("a port below zero", "serve", "--demo", "--port=-1", says: "There is no port -1."),
    BadUse("a port too high", "serve", "--demo", "--port", "65536", says: "no port 65536."),
    BadUse("a port in words", "serve", "--demo", "--port", "eighty", says: "eighty"),
    BadUse(
      "a time zone that is none", "serve", "--demo", "--time-zone", "Mars/Base",
      says: "There is no time zone Mars/Base."),
    BadUse(
      "a name with a blank", "serve", "--demo", "--name", "my heed", says: "has no spaces and no +"),
    BadUse("a name with a plus", "serve", "--demo", "--name", "a+b", says: "no spaces and no +"),
    BadUse("an empty name", "serve", "--demo", "--name", "", says: "has no spaces and no +"),
    BadUse("a name with an accent", "serve", "--demo", "--name", "hééd", says: "has no spaces"),
    BadUse("an option that is none", "serve", "--demo", "--colour", says: "--colour"),
    BadUse("verifying nothing", "verify", says: "path"),
    BadUse("verifying two things", "verify", "one", "two", says: "two"),
    BadUse("a format that is none", "verify", "one", "--format", "xml", says: "xml"),
    BadUse("exporting nothing", "export", "--to", "records", says: "--data"),
    BadUse("exporting nowhere", "export", "--data", "heed-data", says: "--to"),
    BadUse("an inventory of nothing", "inventory", says: "--data"),
    BadUse("inviting nowhere", "invite", says: "--data"),
  ]

  @Test("ends with 64, and says why, after", arguments: badUses)
  func badUse(_ use: BadUse) throws {
    let run = try Run(use.arguments)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.talk.contains(use.says), "\(run.talk)")
  }

  struct Complaint: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var arguments: [String]
    var says: String

    init(_ description: String, _ arguments: String..., says: String) {
      testDescription = description
      self.arguments = arguments
      self.says = says
    }
  }

  /// `DIR` is a directory that holds one file, `DIR/minutes.txt`.
  static let complaints = [
    Complaint("verifying nonsense", "verify", "DIR/minutes.txt", says: "Line 1 of DIR/minutes.txt"),
    Complaint(
      "verifying what is not there", "verify", "DIR/no", says: "There is nothing at DIR/no."),
    Complaint(
      "verifying a directory of other things", "verify", "DIR", says: "DIR is not a record."),
    Complaint(
      "a demo in a directory that is not empty", "serve", "--demo", "--data", "DIR",
      says: "DIR is not empty. The demo goes only into a new or empty directory."),
    Complaint(
      "an export from where no data is", "export", "--data", "DIR/no", "--to", "DIR/out",
      says: "DIR/no cannot be read or written."),
    Complaint(
      "an export into a directory that is not empty", "export", "--data", "DIR/no", "--to", "DIR",
      says: "DIR is not empty."),
    Complaint(
      "an inventory of no data", "inventory", "--data", "DIR",
      says: "DIR cannot be read or written."),
    Complaint(
      "inviting where no data is", "invite", "--data", "DIR", says: "DIR cannot be read or written."
    ),
    Complaint(
      "data in a file", "serve", "--data", "DIR/minutes.txt", "--port", "0", says: "minutes.txt"),
  ]

  @Test("ends with 2, in one sentence, after", arguments: complaints)
  func complains(_ complaint: Complaint) throws {
    let directory = try TemporaryDirectory()
    try Data("Minutes of Monday\n".utf8).write(
      to: URL(fileURLWithPath: directory.path + "/minutes.txt"))
    func here(_ text: String) -> String {
      text.replacingOccurrences(of: "DIR", with: directory.path)
    }
    let run = try Run(complaint.arguments.map(here))
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.talk.hasPrefix("heed: "))
    #expect(run.talk.contains(here(complaint.says)), "\(run.talk)")
    #expect(run.talk.split(separator: "\n").count == 1)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["minutes.txt"])
  }
}
