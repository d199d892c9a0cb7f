import HeedStore
import Testing

@Suite("A vault")
struct VaultContractTests {
  @Test("knows nobody and nothing at first", arguments: StoreMaker.all)
  func empty(_ maker: StoreMaker) async throws {
    try await maker.withStore { (vault) async throws in
      #expect(try await vault.handle(of: "amara") == nil)
      #expect(try await vault.handles(of: ["amara", "bo"]).isEmpty)
      #expect(try await vault.name(of: "lanterns") == nil)
      #expect(try await vault.memberships(of: "amara").isEmpty)
      #expect(try await vault.body("lanterns") == nil)
      #expect(try await vault.bodies().isEmpty)
      #expect(try await vault.partnership("p") == nil)
      #expect(try await vault.partnership(origin: Cast.river) == nil)
      #expect(try await vault.partnerships(of: "lanterns").isEmpty)
      #expect(try await vault.passphrase(login: "bo") == nil)
      #expect(try await vault.passphrase(of: "bo") == nil)
      #expect(try await vault.recoveryCodes(of: "bo") == 0)
      #expect(try await vault.recoveryCode(Cast.hash("a")) == nil)
      #expect(try await vault.accessCode(Cast.hash("a")) == nil)
      #expect(try await vault.session(Cast.hash("a"), at: Cast.noon) == nil)
      #expect(try await vault.invitation(Cast.hash("a"), at: Cast.noon) == nil)
      #expect(try await vault.setting("purpose") == nil)
      #expect(try await vault.inventory().allSatisfy { $0.rows == 0 })
    }
  }

  @Test("keeps what people are called, until they choose another handle", arguments: StoreMaker.all)
  func handles(_ maker: StoreMaker) async throws {
    try await maker.withStore { (vault) async throws in
      try await vault.keep(.addPerson("amara", handle: "Amara"), .addPerson("bo", handle: "Bo 🪑"))
      #expect(
        try await vault.handles(of: ["bo", "amara", "nobody"]) == ["amara": "Amara", "bo": "Bo 🪑"])
      try await vault.keep(.setHandle("River", of: "amara"))
      #expect(try await vault.handle(of: "amara") == "River")
      #expect(try await vault.handle(of: "bo") == "Bo 🪑")
    }
  }

  @Test("keeps circles and communities, their names and who belongs", arguments: StoreMaker.all)
  func bodies(_ maker: StoreMaker) async throws {
    try await maker.withStore { (vault) async throws in
      let member = Membership(body: "lanterns", side: "circle")
      let tenant = Membership(body: "tenants", side: "community")
      try await vault.keep(
        .addPerson("amara", handle: "Amara"), .addBody(Cast.community), .addBody(Cast.circle),
        .setName("Lanterns", of: "lanterns"),
        .addMembership(person: "amara", tenant), .addMembership(person: "amara", member),
        .addMembership(person: "amara", member))
      #expect(try await vault.bodies() == [Cast.circle, Cast.community])
      #expect(try await vault.body("tenants") == Cast.community)
      #expect(try await vault.name(of: "lanterns") == "Lanterns")
      #expect(try await vault.name(of: "tenants") == "")
      #expect(try await vault.memberships(of: "amara") == [member, tenant])
      try await vault.keep(
        .endMembership(person: "amara", body: "lanterns"), .setName("Lamps", of: "lanterns"))
      #expect(try await vault.memberships(of: "amara") == [tenant])
      #expect(try await vault.name(of: "lanterns") == "Lamps")
    }
  }

  @Test("finds a partnership by its id, its log and either side", arguments: StoreMaker.all)
  func partnerships(_ maker: StoreMaker) async throws {
    try await maker.withStore { (vault) async throws in
      var row = PartnershipRow(id: "p", origin: Cast.river, circle: "lanterns", community: nil)
      let other = PartnershipRow(
        id: "o", origin: Cast.harbour, circle: "lanterns", community: nil)
      try await vault.keep(
        .addBody(Cast.circle), .addBody(Cast.community), .addPartnership(row),
        .addPartnership(other))
      #expect(try await vault.partnership("p") == row)
      #expect(try await vault.partnerships(of: "tenants").isEmpty)
      try await vault.keep(.setCommunity("tenants", of: "p"))
      row.community = "tenants"
      #expect(try await vault.partnership("p") == row)
      #expect(try await vault.partnership(origin: Cast.river) == row)
      #expect(try await vault.partnerships(of: "tenants") == [row])
      #expect(try await vault.partnerships(of: "lanterns") == [other, row])
    }
  }

  @Test("lets nobody sign in by a name somebody else signs in by", arguments: StoreMaker.all)
  func logins(_ maker: StoreMaker) async throws {
    try await maker.withStore { (vault) async throws in
      try await vault.keep(.addPerson("bo", handle: "Bo"), .addPerson("cy", handle: "Cy"))
      var bo = PassphraseRow(person: "bo", login: "bo", phc: "one")
      try await vault.keep(.setPassphrase(bo))
      await #expect(throws: StoreConflict.nameTaken) {
        try await vault.keep(.setPassphrase(.init(person: "cy", login: "bo", phc: "two")))
      }
      #expect(try await vault.passphrase(login: "bo") == bo)
      #expect(try await vault.passphrase(of: "cy") == nil)
      bo.phc = "three"
      bo.login = "robert"
      try await vault.keep(.setPassphrase(bo))
      #expect(try await vault.passphrase(of: "bo") == bo)
      #expect(try await vault.passphrase(login: "robert") == bo)
      #expect(try await vault.passphrase(login: "bo") == nil)
      try await vault.keep(.setPassphrase(.init(person: "cy", login: "bo", phc: "two")))
      #expect(try await vault.passphrase(login: "bo")?.person == "cy")
    }
  }

  @Test("takes each recovery code once", arguments: StoreMaker.all)
  func recoveryCodes(_ maker: StoreMaker) async throws {
    try await maker.withStore { (vault) async throws in
      let codes = ["a", "b", "c"].map { Cast.hash($0) }
      try await vault.keep(.addPerson("bo", handle: "Bo"), .setRecoveryCodes(codes, of: "bo"))
      #expect(try await vault.recoveryCodes(of: "bo") == 3)
      #expect(try await vault.recoveryCode(codes[1]) == "bo")
      try await vault.keep(.useRecoveryCode(codes[1]))
      #expect(try await vault.recoveryCode(codes[1]) == nil)
      #expect(try await vault.recoveryCodes(of: "bo") == 2)
      await #expect(throws: StoreConflict.codeGone) {
        try await vault.keep(.useRecoveryCode(codes[1]))
      }
      await #expect(throws: StoreConflict.codeGone) {
        try await vault.keep(.useRecoveryCode(Cast.hash("never was")))
      }
      try await vault.keep(.setRecoveryCodes([Cast.hash("d")], of: "bo"))
      #expect(try await vault.recoveryCodes(of: "bo") == 1)
      #expect(try await vault.recoveryCode(codes[0]) == nil)
    }
  }

  @Test("keeps one access code a person, the latest", arguments: StoreMaker.all)
  func accessCodes(_ maker: StoreMaker) async throws {
    try await maker.withStore { (vault) async throws in
      try await vault.keep(
        .addPerson("amara", handle: "Amara"), .setAccessCode(Cast.hash("old"), of: "amara"))
      #expect(try await vault.accessCode(Cast.hash("old")) == "amara")
      try await vault.keep(.setAccessCode(Cast.hash("new"), of: "amara"))
      #expect(try await vault.accessCode(Cast.hash("old")) == nil)
      #expect(try await vault.accessCode(Cast.hash("new")) == "amara")
    }
  }

  @Test("ends a session at its second, or when told to", arguments: StoreMaker.all)
  func sessions(_ maker: StoreMaker) async throws {
    try await maker.withStore { (vault) async throws in
      let row = SessionRow(person: "bo", expires: Cast.noon + 60)
      try await vault.keep(
        .addPerson("bo", handle: "Bo"), .addPerson("cy", handle: "Cy"),
        .addSession(Cast.hash("1"), row), .addSession(Cast.hash("2"), row),
        .addSession(Cast.hash("3"), row),
        .addSession(Cast.hash("4"), SessionRow(person: "cy", expires: Cast.noon + 60)))
      #expect(try await vault.session(Cast.hash("1"), at: Cast.noon) == row)
      #expect(try await vault.session(Cast.hash("1"), at: Cast.noon + 59) == row)
      #expect(try await vault.session(Cast.hash("1"), at: Cast.noon + 60) == nil)
      try await vault.keep(.endSession(Cast.hash("2")))
      #expect(try await vault.session(Cast.hash("2"), at: Cast.noon) == nil)
      #expect(try await vault.session(Cast.hash("3"), at: Cast.noon) == row)
      try await vault.keep(.endSessions(of: "bo"))
      #expect(try await vault.session(Cast.hash("3"), at: Cast.noon) == nil)
      #expect(try await vault.session(Cast.hash("4"), at: Cast.noon)?.person == "cy")
    }
  }

  @Test("lets an invitation be used once, and until its second", arguments: StoreMaker.all)
  func invitations(_ maker: StoreMaker) async throws {
    try await maker.withStore { (vault) async throws in
      let row = InvitationRow(
        id: "spring", kind: "member", target: "lanterns", expires: Cast.noon + 60)
      try await vault.keep(
        .addInvitation(Cast.hash("1"), row), .addInvitation(Cast.hash("2"), row),
        .addInvitation(Cast.hash("3"), row),
        .addInvitation(
          Cast.hash("4"),
          InvitationRow(id: "first", kind: "firstCircle", target: "", expires: Cast.noon + 60)))
      #expect(try await vault.invitation(Cast.hash("1"), at: Cast.noon + 59) == row)
      #expect(try await vault.invitation(Cast.hash("1"), at: Cast.noon + 60) == nil)
      try await vault.keep(.useInvitation(Cast.hash("1"), at: Cast.noon))
      #expect(try await vault.invitation(Cast.hash("1"), at: Cast.noon) == nil)
      await #expect(throws: StoreConflict.invitationGone) {
        try await vault.keep(.useInvitation(Cast.hash("1"), at: Cast.noon))
      }
      await #expect(throws: StoreConflict.invitationGone) {
        try await vault.keep(.useInvitation(Cast.hash("2"), at: Cast.noon + 60))
      }
      #expect(try await vault.invitation(Cast.hash("2"), at: Cast.noon) == row)
      try await vault.keep(.dropInvitations(to: "lanterns"))
      #expect(try await vault.invitation(Cast.hash("2"), at: Cast.noon) == nil)
      #expect(try await vault.invitation(Cast.hash("3"), at: Cast.noon) == nil)
      #expect(try await vault.invitation(Cast.hash("4"), at: Cast.noon)?.id == "first")
    }
  }

  @Test("keeps the last value of a setting", arguments: StoreMaker.all)
  func settings(_ maker: StoreMaker) async throws {
    try await maker.withStore { (vault) async throws in
      try await vault.keep(.setSetting("host", "one"), .setSetting("host", "two"))
      #expect(try await vault.setting("host") == "two")
      #expect(try await vault.setting("purpose") == nil)
    }
  }

  @Test("counts what it holds, kind by kind", arguments: StoreMaker.all)
  func inventory(_ maker: StoreMaker) async throws {
    try await maker.withStore { (store) async throws in
      try await store.add(0..<3)
      try await store.keep(.addPerson("amara", handle: "Amara"), .addPerson("bo", handle: "Bo"))
      let rows = try await store.inventory().reduce(into: [:]) { $0[$1.table] = $1.rows }
      #expect(rows["entry"] == 3)
      #expect(rows["entry_key"] == 3)
      #expect(rows["log"] == 1)
      #expect(rows["person"] == 2)
      #expect(rows["session"] == 0)
    }
  }
}
