import CaseFile
import Crypto
import Law
import Records
import Testing
import Vocabulary

@testable import Store

@Suite("Suppliers and their messages are kept, and nothing of them changes")
struct SupplyStoreTests {
  private static func id<Tag>(_ letter: String) -> OpaqueID<Tag> {
    guard let id = OpaqueID<Tag>(String(repeating: letter, count: 26)) else {
      preconditionFailure("26 letters are an id")
    }
    return id
  }

  private static let sender: SupplierID = {
    guard let id = SupplierID("tand-mau") else { preconditionFailure("a code") }
    return id
  }()

  private static func grant(key: [UInt8]?) -> SupplierGrant {
    SupplierGrant(
      id: sender, issuers: ["Tòa án nhân dân quận Mẫu"], supplier: .court,
      kinds: [.firstInstanceJudgment], key: key.flatMap { SupplierKey(bytes: $0) })
  }

  private static func proposal(_ letter: String, key: [UInt8]?) -> SupplierProposalRow {
    SupplierProposalRow(
      id: id(letter), agency: TestDatabase.agency, grant: grant(key: key), reason: "vì",
      proposedBy: id("a"), proposedAt: TestDatabase.now)
  }

  private static func decision(
    _ number: Int?, by letter: String = "b"
  ) -> SecondDecision {
    .init(number: number, reason: "đúng", by: id(letter), at: TestDatabase.now)
  }

  private func withOfficers(
    _ engine: TestEngine, _ body: @Sendable (Database) async throws -> Void
  ) async throws {
    try await TestDatabase.with(engine) { database in
      try await database.write { transaction in
        for letter in ["a", "b"] {
          try Officers.insert(
            OfficerRow(
              id: Self.id(letter), agency: TestDatabase.agency, username: letter, name: letter,
              title: "", roles: [.administrator], passwordHash: "-"),
            at: TestDatabase.now, in: transaction)
        }
      }
      try await body(database)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `the latest approved grant is what holds`(engine: TestEngine) async throws {
    let (one, two) = ([UInt8](repeating: 1, count: 32), [UInt8](repeating: 2, count: 32))
    try await withOfficers(engine) { database in
      func held() async throws -> SupplierGrant? {
        try await database.read {
          try SupplierGrants.grant(of: Self.sender, for: TestDatabase.agency, in: $0)
        }
      }
      let steps: [(letter: String, key: [UInt8]?)] = [("p", one), ("q", two), ("r", nil)]
      for (place, step) in steps.enumerated() {
        let (letter, key) = step
        try await database.write {
          try SupplierGrants.propose(Self.proposal(letter, key: key), in: $0)
        }
        let before = try await held()
        #expect(before?.key?.bytes == (place == 0 ? nil : place == 1 ? one : two))
        try await database.write {
          try SupplierGrants.decide(
            Self.proposal(letter, key: key), Self.decision(place + 1), in: $0)
        }
        #expect(try await held() == Self.grant(key: key))
      }
      try await database.write {
        try SupplierGrants.propose(Self.proposal("s", key: one), in: $0)
        try SupplierGrants.decide(Self.proposal("s", key: one), Self.decision(nil), in: $0)
      }
      #expect(try await held() == Self.grant(key: nil))
      let lists = try await database.read { connection in
        (
          try SupplierGrants.current(of: TestDatabase.agency, limit: 9, in: connection),
          try SupplierGrants.newest(of: TestDatabase.agency, limit: 9, in: connection)
        )
      }
      #expect(lists.0 == [Self.grant(key: nil)] && lists.1.count == 4)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `the schema itself refuses the proposer, a second decision and any change`(
    engine: TestEngine
  ) async throws {
    try await withOfficers(engine) { database in
      let row = Self.proposal("p", key: [UInt8](repeating: 1, count: 32))
      try await database.write { try SupplierGrants.propose(row, in: $0) }
      await #expect(throws: DatabaseConflict.self) {
        try await database.write {
          try SupplierGrants.decide(row, Self.decision(1, by: "a"), in: $0)
        }
      }
      try await database.write { try SupplierGrants.decide(row, Self.decision(1), in: $0) }
      await #expect(throws: DatabaseConflict.self) {
        try await database.write { try SupplierGrants.decide(row, Self.decision(2), in: $0) }
      }
      for sql: SQL in [
        "UPDATE supplier_proposals SET reason = 'x'", "DELETE FROM supplier_proposals",
        "UPDATE supplier_decisions SET reason = 'x'", "DELETE FROM supplier_decisions",
      ] {
        let conflict = await #expect(throws: DatabaseConflict.self) {
          try await database.write { try $0.run(sql) }
        }
        #expect(conflict?.kind == .forbidden)
      }
    }
  }

  private static let key = Curve25519.Signing.PrivateKey()

  /// A message as its supplier signs it.
  private static func message(_ body: String, named text: String) throws -> SupplyEnvelope {
    let name = try #require(SupplyMessageName(text))
    let signed = SupplyEnvelope.signedText(
      to: TestDatabase.agency, from: sender, name: name,
      bodyHash: hex(Array(SHA256.hash(data: Array(body.utf8)))))
    return SupplyEnvelope(
      sender: sender, name: name, signature: Array(try key.signature(for: signed)),
      body: Array(body.utf8), shape: .lines)
  }

  private static func keep(
    _ message: SupplyEnvelope, as letter: String, in database: Database
  ) async throws {
    let receipt = SupplyReceipt(
      receipt: id(letter), supplier: sender, message: message.name.text, receivedAt: "x",
      receivedOn: CivilDate(2026, 11, 21),
      bodySHA256: hex(Array(SHA256.hash(data: message.body))),
      documents: [.init(line: 1, outcome: .refused, field: "kind", reason: "missing")])
    let public32 = try #require(
      SupplierKey(bytes: Array(key.publicKey.rawRepresentation)))
    try await database.write { transaction in
      try SupplyMessages.keep(
        message, signedWith: public32, receipt, to: TestDatabase.agency, batch: nil,
        at: TestDatabase.now, in: transaction)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a message is taken once, and its receipt and signature are recomputed`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      let message = try Self.message("{}\n", named: "TA-1")
      try await Self.keep(message, as: "m", in: database)
      let conflict = await #expect(throws: DatabaseConflict.self) {
        try await Self.keep(message, as: "n", in: database)
      }
      #expect(conflict?.kind == .unique)
      let row = try await database.read {
        try SupplyMessages.row(message.name, from: Self.sender, to: TestDatabase.agency, in: $0)
      }
      let receipt = try JournalCodec.value(
        SupplyReceipt.self, from: try #require(row).receipt)
      #expect(receipt.receipt == Self.id("m"))
      for invariant in try await SupplyCheck.run(on: database) {
        #expect(invariant.holds && invariant.figure == 1, "\(invariant.name)")
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a changed receipt and a changed body are found`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      try await Self.keep(try Self.message("{}\n", named: "TA-1"), as: "m", in: database)
      await #expect(throws: DatabaseConflict.self) {
        try await database.write { try $0.run("UPDATE supply_messages SET message = 'x'") }
      }
      try await TestTampering.change(database, "UPDATE supply_messages SET message = 'TA-2'")
      let found = try await SupplyCheck.run(on: database)
      #expect(found.map(\.holds) == [true, false])
    }
  }
}
