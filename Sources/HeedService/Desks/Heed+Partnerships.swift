package import HeedPractice
import HeedStore
import Logging

/// A partnership as one person may see it.
package struct SeenPartnership: Sendable {
  package var id: ID<Partnership>
  package var log: Log<Partnership>
  package var state: Partnership.State
  package var voice: Voice
  package var circleName: String
  /// What the community is called; empty until it has opened the partnership.
  package var communityName: String
  /// The handles of everybody who takes part in it.
  package var handles: [String: String]

  package func handle(_ person: ID<Person>?) -> String? {
    person.flatMap { handles[$0.text] }
  }
}

extension Heed {
  /// A partnership, if this person may know that it exists; nil for everybody else, and for none.
  ///
  /// Membership is read from the circle's and the community's own records, and nobody sits on both
  /// sides (R3).
  package func partnership(
    _ id: ID<Partnership>, for person: ID<Person>
  ) async throws -> SeenPartnership? {
    guard let row = try await vault.partnership(id.text),
      let voice = try await voice(of: person, in: row)
    else { return nil }
    let log = Log<Partnership>(row.origin)
    let state = try await clerk.state(of: log)
    let people = Set(state.sides.keys.map(\.text))
    return SeenPartnership(
      id: id, log: log, state: state, voice: voice,
      circleName: try await vault.name(of: row.circle) ?? "",
      communityName: try await row.community.asyncFlatMap { try await vault.name(of: $0) } ?? "",
      handles: try await vault.handles(of: Array(people)))
  }

  /// From which side somebody speaks in a partnership; nil when from none, or from both.
  func voice(of person: ID<Person>, in row: PartnershipRow) async throws -> Voice? {
    var voices: [Voice] = []
    if let circle = ID<Circle>(row.circle),
      let member = try await self.circle(circle).member(person)
    {
      voices.append(Voice(person, of: .circle, isSteward: member.isSteward))
    }
    if let community = row.community.flatMap({ ID<Community>($0) }),
      try await self.community(community).people.contains(person)
    {
      voices.append(Voice(person, of: .community))
    }
    return voices.count == 1 ? voices.first : nil
  }

  /// Every partnership somebody takes part in, in the order of their names.
  package func partnerships(of person: ID<Person>) async throws -> [SeenPartnership] {
    var seen: [SeenPartnership] = []
    for membership in try await vault.memberships(of: person.text) {
      for row in try await vault.partnerships(of: membership.body) {
        guard let id = ID<Partnership>(row.id),
          let partnership = try await partnership(id, for: person)
        else { continue }
        seen.append(partnership)
      }
    }
    return seen.sorted {
      ($0.communityName, $0.circleName, $0.id.text) < ($1.communityName, $1.circleName, $1.id.text)
    }
  }

  /// Carries out a command for somebody in a partnership they can see.
  ///
  /// - Returns: where its entries stand in the record; nil when they may not know it exists.
  /// - Throws: ``Partnership/Refusal``.
  package func carryOut(
    _ command: Partnership.Command, in id: ID<Partnership>, for person: ID<Person>
  ) async throws -> Range<Int>? {
    guard let row = try await vault.partnership(id.text),
      let voice = try await voice(of: person, in: row)
    else { return nil }
    let ending: [VaultChange] =
      command == .relationship(.takeBackProposal) ? [.dropInvitations(to: id.text)] : []
    do {
      return try await clerk.carryOut(
        command, on: Log<Partnership>(row.origin), for: voice, with: ending
      ).indexes
    } catch let refusal as Partnership.Refusal {
      note(refusal, of: voice)
      throw refusal
    }
  }

  /// Whoever runs the server can see that somebody tried to recognise for the community; never who,
  /// where, or what.
  private func note(_ refusal: Partnership.Refusal, of voice: Voice) {
    guard case .onlyTheCommunityRecognises(let side) = refusal else { return }
    logger.notice("refused: recognising is the community's", metadata: ["side": "\(side)"])
  }

  /// Writes a letter to a community, and gives the link to hand over in person.
  ///
  /// - Throws: ``Partnership/Refusal``.
  package func propose(
    _ letter: Letter, for circle: ID<Circle>, by person: ID<Person>
  ) async throws -> (id: ID<Partnership>, link: SecretCode) {
    let isSteward = try await self.circle(circle).member(person)?.isSteward ?? false
    let voice = Voice(person, of: .circle, isSteward: isSteward)
    let id = ID<Partnership>.random()
    let log = Log<Partnership>(newOrigin())
    let (link, change) = newInvitation(.partnership, id: id.text, into: id.text)
    let row = PartnershipRow(
      id: id.text, origin: log.origin, circle: circle.text, community: nil)
    try await clerk.carryOut(
      .relationship(.propose(letter, circle: circle)), on: log, for: voice,
      with: [.addPartnership(row), change])
    return (id, link)
  }
}

/// A letter as whoever holds its link may read it.
package struct ReadLetter: Sendable {
  package var invitation: OpenInvitation
  package var letter: Letter
  package var circleName: String
}

/// What it takes to open a partnership for a community.
package struct Opening: Sendable {
  package var communityName: String
  package var handle: String
  package var scope: String
  package var giver: String
  package var until: Day?
  package var agreements: Agreements

  package init(
    communityName: String, handle: String, scope: String, giver: String, until: Day?,
    agreements: Agreements
  ) {
    self.communityName = communityName
    self.handle = handle
    self.scope = scope
    self.giver = giver
    self.until = until
    self.agreements = agreements
  }
}

/// What somebody has in hand after opening a partnership.
package struct Opened: Sendable {
  package var id: ID<Partnership>
  /// Nil for somebody who had a code already.
  package var code: SecretCode?
  package var session: SecretCode?
}

extension Heed {
  /// The letter behind a link; nil when the link is dead.
  package func letter(_ typed: String) async throws -> ReadLetter? {
    guard let invitation = try await invitation(typed, .partnership),
      let row = try await vault.partnership(invitation.target)
    else { return nil }
    let state = try await clerk.state(of: Log<Partnership>(row.origin))
    guard state.stage == .proposed, let letter = state.letter else { return nil }
    return ReadLetter(
      invitation: invitation, letter: letter,
      circleName: try await vault.name(of: row.circle) ?? "")
  }

  /// Declines a letter: no reason, and the link is dead.
  package func decline(_ letter: ReadLetter) async throws {
    guard let row = try await vault.partnership(letter.invitation.target) else { return }
    try await clerk.carryOut(
      .relationship(.decline), on: Log<Partnership>(row.origin),
      for: Voice(.random(), of: .community), with: [useInvitation(letter.invitation)])
  }

  /// Opens a partnership: for a new community, or for the one this person already belongs to.
  ///
  /// - Throws: ``NotLetIn``; ``Partnership/Refusal``; ``Fault/somebodyWasFaster``.
  package func open(
    _ letter: ReadLetter, _ opening: Opening, as person: ID<Person>?
  ) async throws -> Opened {
    guard let row = try await vault.partnership(letter.invitation.target),
      let id = ID<Partnership>(row.id)
    else { throw NotLetIn.linkGone }
    if let person, let circle = ID<Circle>(row.circle),
      try await self.circle(circle).member(person) != nil
    {
      throw Partnership.Refusal.bothSides
    }
    let known: ID<Community>? = try await person.asyncFlatMap { try await self.community(of: $0) }
    let opener = known == nil ? ID<Person>.random() : person ?? .random()
    let newcomer = known == nil ? try await newCommunity(of: opener, opening) : nil
    let community = known ?? newcomer?.community ?? .random()
    let grant = Mandate.Grant(
      id: .random(), holder: opener, scope: opening.scope, giver: opening.giver,
      until: opening.until)
    let opened = try await clerk.prepare(
      .relationship(
        .open(community: community, mandate: grant, agreements: opening.agreements)),
      on: Log<Partnership>(row.origin), for: Voice(opener, of: .community))
    do {
      try await clerk.commit(
        [opened.append] + (newcomer.map { [$0.append] } ?? []),
        vault: [useInvitation(letter.invitation)] + (newcomer?.changes ?? [])
          + [.setCommunity(community.text, of: id.text)])
    } catch StoreConflict.grewMeanwhile {
      throw Fault.somebodyWasFaster
    }
    return Opened(id: id, code: newcomer?.code, session: newcomer?.session)
  }

  private struct NewCommunity {
    var community: ID<Community>
    var append: Append
    var changes: [VaultChange]
    var code: SecretCode
    var session: SecretCode
  }

  /// A new community with one person, who gets an access code and a session.
  private func newCommunity(
    of person: ID<Person>, _ opening: Opening
  ) async throws -> NewCommunity {
    try Doorkeeper.checkName(opening.communityName)
    try Doorkeeper.checkHandle(opening.handle)
    let community = ID<Community>.random()
    let log = Log<Community>(newOrigin())
    let gathered = try await clerk.prepare(.gather, on: log, for: Voice(person, of: .community))
    let code = SecretCode.random()
    let (session, sessionChange) = doorkeeper.newSession(person.text, .own)
    let changes =
      [VaultChange.addPerson(person.text, handle: opening.handle)]
      + joining(
        person, community.text, .community, log: log.origin, name: opening.communityName)
      + [.setAccessCode(code.hash, of: person.text), sessionChange]
    return NewCommunity(
      community: community, append: gathered.append, changes: changes, code: code,
      session: session)
  }
}

extension Optional {
  /// Like `flatMap`, for something that must be waited for.
  func asyncFlatMap<Value>(_ body: (Wrapped) async throws -> Value?) async rethrows -> Value? {
    guard let self else { return nil }
    return try await body(self)
  }
}
