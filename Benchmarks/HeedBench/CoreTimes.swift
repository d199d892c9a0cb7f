import Crypto
import Foundation
import HeedPractice
import HeedRecord
import HeedService
import HeedStore

/// What the rules and the record cost by themselves.
enum CoreTimes {
  static func measure(_ bench: Workbench) async throws -> [Figure] {
    let house = try await DataDirectory(bench.fresh("core")).open(
      for: .real, hostName: "bench.example", calendar: Calendar())
    let liaison = Voice(.random(), of: .community)
    // Ten times a busy half-year: a thousand entries.
    let story = try Story<Partnership>(
      on: house.heed, circle: .random(), steward: Voice(.random(), of: .circle, isSteward: true),
      community: .random(), liaison: liaison, rounds: 10)
    return try await rules(story, liaison, house.heed.calendar.today)
      + seal(story, house.heed) + receipt()
  }

  private static func rules(
    _ story: Story<Partnership>, _ voice: Voice, _ today: Day
  ) async throws -> [Figure] {
    let replay = await microseconds { keep(Partnership.replay(story.happenings)) }
    let step = try await microseconds {
      let events = try Partnership.decide(
        .ask(.ask(.random(), .ask, words: "A van on Thursday", day: nil)), by: voice, on: today,
        in: story.state)
      let happenings = events.map { Happening($0, by: voice.person, of: voice.side, on: today) }
      keep(Partnership.replay(happenings, from: story.state))
    }
    let page = await microseconds { keep(story.state.whatCameOfIt(on: today)) }
    return [
      figure("replay of \(story.happenings.count) entries", replay),
      figure("decide and evolve one ask after them", step),
      figure("what was asked and what came of it, after them", page),
    ]
  }

  private static func seal(_ story: Story<Partnership>, _ heed: Heed) async throws -> [Figure] {
    let origin = story.log.origin
    let sealer = heed.keys.sealer(for: origin)
    let opened = try sealer.open(story.entries[2], at: 2)
    let seal = try await microseconds {
      keep(try sealer.seal(header: opened.header, body: opened.body, at: 2))
    }
    let open = try await microseconds { keep(try sealer.open(story.entries[2], at: 2)) }
    let signer = try heed.keys.signer(for: origin)
    let checkpoint = Checkpoint(origin: origin, size: 1, root: .empty)
    let sign = try await microseconds { keep(try signer.sign(checkpoint)) }
    return [
      figure("seal one entry", seal), figure("open one entry", open),
      figure("sign one checkpoint", sign),
    ]
  }

  private static func receipt() async throws -> [Figure] {
    let leaf = try Keys().sealer(for: "bench.example/r").seal(header: "h", body: "b", at: 0).leaf
    let view = TreeView(leaves: Array(repeating: leaf.hash, count: 100_000))
    let signer = try LogSigner(name: "bench.example/r", privateKey: .init())
    let note = try signer.sign(
      Checkpoint(origin: "bench.example/r", size: view.size, root: view.root))
    let make = await microseconds {
      keep(
        Receipt(leaf: leaf, index: 77_777, proof: view.inclusion(of: 77_777) ?? [], note: note)
          .description)
    }
    let text = Array(
      Receipt(leaf: leaf, index: 77_777, proof: view.inclusion(of: 77_777) ?? [], note: note)
        .description.utf8)
    let check = try await microseconds { keep(try Receipt(text).check(with: signer.key)) }
    return [
      figure("write a receipt from 10⁵ leaves", make), figure("read and check it", check),
    ]
  }

  private static func figure(_ name: String, _ microseconds: Double) -> Figure {
    Figure(name: name, ours: "\(rounded(microseconds)) µs")
  }
}
