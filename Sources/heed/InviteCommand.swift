import ArgumentParser
import HeedService

struct InviteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite",
    abstract: "Make a link with which one person joins a circle.",
    discussion: """
      heed invite --data heed-data              lists the circles
      heed invite --data heed-data --circle ID  makes a link

      For a circle that has lost its keys. The record shows that the host invited somebody. There is \
      no such link into a community.
      """)

  @Option(help: "The data directory; the server must not be running.")
  var data: String

  @Option(help: "The id of the circle.")
  var circle: String?

  func run() async throws {
    let invitations = try await HostInvitation.open(DataDirectory(data))
    guard let circle else {
      for row in try await invitations.circles() { print("\(row.id)\t\(row.name)") }
      return
    }
    guard let link = try await invitations.link(into: circle) else {
      throw Complaint("There is no circle \(circle).")
    }
    print("/join/\(link)")
    say("Behind the address of your server. It works once, for seven days.")
  }
}
