import HeedPractice
import HeedStore
import Testing

@testable import HeedService

@Suite("The demo")
struct DemoTests {
  private func filled() async throws -> Town {
    let town = try await Town.empty(.demo)
    town.clock.set(to: .monday)
    try await Demo.fill(town.heed)
    return town
  }

  /// The partnerships as the person of a role sees them.
  private func seen(_ role: Demo.Role, _ town: Town) async throws -> [SeenPartnership] {
    let session = try await Demo.stepIn(as: role, town.heed)
    let visitor = try #require(try await town.heed.doorkeeper.visitor(session.inLink))
    return try await town.heed.partnerships(of: visitor.person)
  }

  @Test("is filled once")
  func once() async throws {
    let town = try await filled()
    let before = try await town.store.extents()
    #expect(before.count == 5)
    try await Demo.fill(town.heed)
    #expect(try await town.store.extents() == before)
  }

  @Test("is never filled into real data, and nobody steps into that")
  func notReal() async throws {
    let town = try await Town.empty()
    try await Demo.fill(town.heed)
    #expect(try await town.store.extents().isEmpty)
    for role in Demo.Role.allCases {
      await #expect(throws: NotLetIn.wrong) { try await Demo.stepIn(as: role, town.heed) }
    }
  }

  @Test("lets one step into each role, for half an hour", arguments: Demo.Role.allCases)
  func roles(_ role: Demo.Role) async throws {
    let town = try await filled()
    let session = try await Demo.stepIn(as: role, town.heed)
    let visitor = try #require(try await town.heed.doorkeeper.visitor(session.inLink))
    let voices = try await town.heed.partnerships(of: visitor.person).map(\.voice)
    switch role {
    case .liaison: #expect(voices.map(\.side) == [.community])
    case .steward:
      #expect(voices.map(\.side) == [.circle, .circle])
      #expect(voices.map(\.isSteward) == [true, true])
    case .member:
      #expect(voices.map(\.side) == [.circle, .circle])
      #expect(voices.map(\.isSteward) == [false, false])
    }
    town.clock.second += 1_800
    #expect(try await town.heed.doorkeeper.visitor(session.inLink) == nil)
  }

  @Test("holds each situation that a partnership comes into")
  func situations() async throws {
    let town = try await filled()
    let all = try await seen(.steward, town)
    #expect(all.map(\.communityName) == ["Harbour Cleaners", "River Street Tenants"])
    let river = try #require(all.last).state
    let today = Day.monday
    let standings = river.commitments.map { $0.standing(on: today) }
    let words = river.commitments
    #expect(
      words.contains { $0.reports.last?.outcome == .done && verdicts($0) == [.asAsked] },
      "kept and recognised")
    #expect(
      words.contains {
        $0.reports.last?.outcome == .partly && verdicts($0) == [.partly, .asAsked]
      },
      "partly, and two mandates differ")
    #expect(
      standings.contains { if case .missed(.notTold, _) = $0 { true } else { false } },
      "missed, not told")
    #expect(
      standings.contains { if case .missed(.told, _) = $0 { true } else { false } },
      "missed, told")
    #expect(
      standings.contains { if case .given = $0 { true } else { false } }, "not yet due")
    #expect(words.contains { $0.isUnanswered && !$0.isAsked }, "unasked, unanswered")
    let came = river.whatCameOfIt(on: today)
    #expect(came.guidance.map(\.kind) == [.direction, .boundary])
    #expect(came.notAnswered.count == 1)
    #expect(came.offers.count == 1)
    #expect(river.mandates(on: today).count == 2)
    #expect(river.stage == .open)
    #expect(all.first?.state.stage == .paused)
  }

  private func verdicts(_ word: Commitment) -> [Recognition.Verdict] {
    word.standingRecognitions.map(\.verdict)
  }

  @Test("is a record like any other: sound, signed, in the order of its days")
  func sound() async throws {
    let town = try await filled()
    let verdict = try await RecordCheck.verify(path: town.data.path)
    #expect(verdict.isSound)
    #expect(verdict.logs.count == 5)
    #expect(verdict.logs.allSatisfy { $0.unsigned == 0 && $0.size > 0 })
  }

  @Test("keeps no passphrase and no code of the people in it")
  func noSecrets() async throws {
    let town = try await filled()
    let rows = try await Inventory.of(town.data).kinds.reduce(into: [:]) { $0[$1.table] = $1.rows }
    for table in ["passphrase", "recovery_code", "access_code", "invitation", "session"] {
      #expect(rows[table] == 0, "\(table)")
    }
  }
}
