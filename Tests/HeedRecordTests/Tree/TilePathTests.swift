import HeedRecord
import Testing

@Suite("The address of a tile")
struct TilePathTests {
  static let written: [(TilePath, String)] = [
    (TilePath(.hashes(level: 0), number: 0), "tile/0/000"),
    (TilePath(.hashes(level: 0), number: 7), "tile/0/007"),
    (TilePath(.hashes(level: 2), number: 999), "tile/2/999"),
    (TilePath(.hashes(level: 0), number: 1_000), "tile/0/x001/000"),
    (TilePath(.hashes(level: 0), number: 1_234_067), "tile/0/x001/x234/067"),
    (TilePath(.hashes(level: 63), number: 1, width: 1), "tile/63/001.p/1"),
    (TilePath(.hashes(level: 1), number: 1_000_000, width: 255), "tile/1/x001/x000/000.p/255"),
    (TilePath(.entries, number: 0), "tile/entries/000"),
    (TilePath(.entries, number: 1_234_067, width: 112), "tile/entries/x001/x234/067.p/112"),
    (
      TilePath(.entries, number: (1 << 40) - 1, width: 256),
      "tile/entries/x001/x099/x511/x627/775"
    ),
  ]

  @Test("is written and read back", arguments: written)
  func roundTrip(_ path: TilePath, _ text: String) {
    #expect(path.description == text)
    #expect(TilePath(text) == path)
    #expect(TilePath("log/\(text)".dropFirst(4)) == path, "also from a part of a longer text")
  }

  @Test("is read back, whatever the number", arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    var dice = Dice(seed: seed)
    let path = TilePath(
      dice.pick([.entries, .hashes(level: Int.random(in: 0...63, using: &dice))]),
      number: Int.random(in: 0..<(1 << dice.pick([4, 10, 20, 40])), using: &dice),
      width: dice.pick([256, Int.random(in: 1...256, using: &dice)]))
    #expect(TilePath(path.description) == path)
  }

  static let malformed = [
    "", "/", "tile", "tile/", "tile/0", "tile/0/", "tile/entries", "tile/entries/",
    "tiles/0/000", "Tile/0/000", "/tile/0/000", "tile/0/000/", "tile//000", "tile/0//000",
    "tile/-1/000", "tile/+1/000", "tile/00/000", "tile/01/000", "tile/64/000", "tile/x/000",
    "tile/data/000", "tile/0.p/000", "tile/8/0/000", "tile/ 0/000", "tile/٣/000",
    "tile/0/0", "tile/0/00", "tile/0/0000", "tile/0/1000", "tile/0/x00", "tile/0/x000",
    "tile/0/-01", "tile/0/+01", "tile/0/ 01", "tile/0/0a1", "tile/0/٠٠١", "tile/0/001\n",
    "tile/0/x000/001", "tile/0/x000/x001/067", "tile/0/001/067", "tile/0/x001/x067",
    "tile/0/X001/067", "tile/0/y001/067", "tile/0/x1/067", "tile/0/x0001/067", "tile/0/xx01/067",
    "tile/0/x001/x234/67", "tile/0/xx001/067",
    "tile/0/x001/x099/x511/x627/776", "tile/0/x999/x999/x999/x999/999",
    "tile/0/x999/x999/x999/x999/x999/x999/x999/x999/999",
    "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/-1",
    "tile/0/000.p/+1", "tile/0/000.p/01", "tile/0/000.p/1/", "tile/0/000.p/1.p/1", "tile/0/.p/1",
    "tile/0/000.q/1", "tile/0/000/1", "tile/0/000.p.p/1", "tile/0.p/1", "tile/entries.p/1",
    "tile/0/000.p/x", "tile/0/x001.p/067", "tile/0/x001.p/067.p/1", "tile/0/001.p/067.p/1",
    "tile/0/000\u{301}", "tile/\u{301}0/000", "tile/0/000.p/1\u{301}", "checkpoint",
    "tile/0/" + String(repeating: "x000/", count: 30) + "000",
  ]

  @Test("is refused when it is written otherwise", arguments: malformed)
  func refuses(_ text: String) {
    #expect(TilePath(text) == nil)
  }
}
