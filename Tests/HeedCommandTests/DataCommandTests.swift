import Foundation
import HeedPractice
import HeedService
import HeedStore
import Testing

@Suite("heed, with a data directory")
struct DataCommandTests {
  /// A directory with one circle of one person in it, that nobody has open.
  private func data() async throws -> (TemporaryDirectory, String) {
    let directory = try TemporaryDirectory()
    let data = DataDirectory(directory.path + "/data")
    let house = try await data.open(
      for: .real, hostName: "heed.test", calendar: HeedService.Calendar())
    let log = Log<Circle>("heed.test/record/lanterns")
    try await house.heed.clerk.carryOut(
      .found, on: log, for: Voice("bo", of: .circle, isSteward: true),
      with: [
        .addPerson("bo", handle: "Bo"),
        .addBody(BodyRow(id: "lanterns", side: "circle", origin: log.origin)),
        .setName("Lanterns", of: "lanterns"),
      ])
    return (directory, data.path)
  }

  @Test("verifies it: sound")
  func sound() async throws {
    let (directory, path) = try await data()
    let run = try Run(["verify", path])
    #expect(run.status == 0)
    #expect(run.talk == "")
    #expect(run.output.contains("heed.test/record/lanterns: 1 entries, 1 opened, root "))
    #expect(run.output.hasSuffix("\n  sound\n"))
    withExtendedLifetime(directory) {}
  }

  @Test("verifies it: not sound, and names the entry")
  func notSound() async throws {
    let (directory, path) = try await data()
    var bytes = try #require(FileManager.default.contents(atPath: path + "/heed.checkpoints"))
    bytes.replace(Data("|1|".utf8), with: Data("|2|".utf8))
    try bytes.write(to: URL(fileURLWithPath: path + "/heed.checkpoints"))
    let run = try Run(["verify", path])
    #expect(run.status == 1)
    #expect(run.output.contains("\n  NOT SOUND\n"))
    #expect(run.output.contains("the record has no checkpoint with its own signature"))
    withExtendedLifetime(directory) {}
  }

  private struct Printed: Decodable {
    struct Log: Decodable {
      var origin: String
      var size: Int
      var missing: [Int]
    }
    var sound: Bool
    var logs: [Log]
  }

  @Test("prints what it found as JSON, and nothing else")
  func json() async throws {
    let (directory, path) = try await data()
    let run = try Run(["verify", path, "--format", "json"])
    #expect(run.status == 0)
    let printed = try JSONDecoder().decode(Printed.self, from: Data(run.output.utf8))
    #expect(printed.sound)
    #expect(printed.logs.map(\.origin) == ["heed.test/record/lanterns"])
    #expect(printed.logs.map(\.size) == [1])
    #expect(printed.logs.map(\.missing) == [[]])
    withExtendedLifetime(directory) {}
  }

  @Test("exports it into files that are sound")
  func export() async throws {
    let (directory, path) = try await data()
    let target = directory.path + "/records"
    let run = try Run(["export", "--data", path, "--to", target])
    #expect(run.status == 0)
    #expect(run.output == "lanterns.heed\n")
    #expect(try Run(["verify", target]).status == 0)
    #expect(try Run(["verify", target + "/lanterns.heed"]).status == 0)
    #expect(try Run(["export", "--data", path, "--to", target]).status == 2)
  }

  @Test("counts what is in it, by table")
  func inventory() async throws {
    let (directory, path) = try await data()
    let run = try Run(["inventory", "--data", path])
    #expect(run.status == 0)
    #expect(run.output.contains("1\tperson\tid, handle\n"))
    #expect(run.output.contains("0\tsession\thash, person, expires\n"))
    let json = try Run(["inventory", "--data", path, "--format", "json"])
    let inventory = try JSONDecoder().decode(Inventory.self, from: Data(json.output.utf8))
    #expect(inventory.kinds.count == 14)
    withExtendedLifetime(directory) {}
  }

  @Test("lists its circles, and makes a link into one")
  func invite() async throws {
    let (directory, path) = try await data()
    #expect(try Run(["invite", "--data", path]).output == "lanterns\tLanterns\n")
    let run = try Run(["invite", "--data", path, "--circle", "lanterns"])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("/join/"))
    #expect(run.output.count == "/join/".count + 24 + 1)
    #expect(run.talk.contains("It works once, for seven days."))
    let nowhere = try Run(["invite", "--data", path, "--circle", "nowhere"])
    #expect(nowhere.status == 2)
    #expect(nowhere.talk == "heed: There is no circle nowhere.\n")
    withExtendedLifetime(directory) {}
  }

  @Test("lets real data be no demo, and touches nothing that somebody has open")
  func refuses() async throws {
    let (directory, path) = try await data()
    let demo = try Run(["serve", "--demo", "--data", path])
    #expect(demo.status == 2)
    #expect(
      demo.talk == "heed: \(path) is not empty. The demo goes only into a new or empty directory.\n"
    )
    let house = try await DataDirectory(path).open(
      for: .real, hostName: "", calendar: HeedService.Calendar())
    for arguments in [["serve", "--port", "0"], ["export", "--to", path + "-out"], ["invite"]] {
      let run = try Run(arguments + ["--data", path])
      #expect(run.status == 2)
      #expect(run.talk == "heed: \(path) is in use by a running heed. Stop it first.\n")
    }
    #expect(try Run(["verify", path]).status == 0)
    #expect(try Run(["inventory", "--data", path]).status == 0)
    withExtendedLifetime((directory, house)) {}
  }
}
