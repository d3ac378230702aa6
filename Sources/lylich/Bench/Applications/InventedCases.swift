import CaseFile
import Intake
import Law
import Store
import Vocabulary

/// Many cases at once, for how times grow with them: loaded through the store, each with its
/// declaration and its journal, so that the machine's states, the tree and every row agree.
///
/// One case in ten is open, at whatever size, so that the queues grow with the archive. The others
/// ended before a certificate was made: refused or withdrawn.
struct InventedCases {
  let agency: AgencyID
  let officer: OfficerID
  let today: CivilDate

  private static let batch = 2_000

  /// The number of a case, by which an officer may look for it.
  func number(of place: Int) -> CaseNumber {
    CaseNumber(agencyCode: "000.00.10.H13", day: day(of: place), sequence: place)
  }

  /// Cases come from the last five years.
  private func day(of place: Int) -> CivilDate { today.adding(days: -20 - place % 1_800) }

  func load(_ places: ClosedRange<Int>, in database: Database) async throws {
    // Rows by the million under random ids: the indexes are written in memory, and to the file now
    // and then. What is committed is as durable as ever.
    try await database.write { transaction in
      guard transaction.dialect == .sqlite else { return }
      _ = try transaction.rows("PRAGMA cache_size = -800000")
      _ = try transaction.rows("PRAGMA wal_autocheckpoint = 50000")
    }
    var first = places.lowerBound
    while first <= places.upperBound {
      let part = first...min(first + Self.batch - 1, places.upperBound)
      try await database.write { transaction in
        for place in part { try load(place, in: transaction) }
      }
      first = part.upperBound + 1
    }
  }

  private func load(_ place: Int, in transaction: Transaction) throws {
    let person = try InventedApplicant(number: place)
    let name = try PersonName(person.name)
    // Before noon in Vietnam.
    let lodgedAt = Instant(milliseconds: Int64(day(of: place).dayNumber) * 86_400_000)
    let citizen = try Citizens.findOrMake(
      person.nationalID, name: name, birthDate: .day(person.birthDate), id: newID(), at: lodgedAt,
      in: transaction)
    let row = CaseRow(
      id: newID(), agency: agency, number: number(of: place), citizen: citizen, kind: .number1,
      state: state(of: place), version: length(of: place), lodgedAt: lodgedAt, dueOn: nil)
    try Cases.insert(
      row, procedure: "2.000488", applicant: person.name, searchName: SearchKey(person.name).text,
      sortName: SortKey(person: person.name).text, in: transaction)
    var journal = CaseJournal(row: row, at: lodgedAt)
    try journal.add(
      .lodged(
        .init(
          number: row.number.text, citizen: citizen, kind: .number1, procedure: "2.000488",
          fee: .zero, feeBasis: "Thông tư 16/2025/TT-BTC", ruleSet: InventedPress.profile,
          channel: .online)),
      by: .citizen(citizen), payload: declaration(of: person, name), in: transaction)
    try journal.add(.feeExempted(ground: "poor"), by: .citizen(citizen), in: transaction)
    try end(place, row, citizen, &journal, in: transaction)
  }

  private func end(
    _ place: Int, _ row: CaseRow, _ citizen: CitizenID, _ journal: inout CaseJournal,
    in transaction: Transaction
  ) throws {
    switch row.state {
    case .inAssessment:
      // Some are late already, some have two weeks left.
      let dueOn = today.adding(days: place / 20 % 20 - 6)
      try journal.add(.accepted(by: officer, dueOn: dueOn), by: .officer(officer), in: transaction)
      try keep(row, dueOn: dueOn, closedAt: nil, in: transaction)
    case .refused:
      try journal.add(
        .refused(by: officer, ground: RefusalGround.allCases[0].rawValue), by: .officer(officer),
        payload: JournalCodec.bytes(of: "Hồ sơ mẫu."), in: transaction)
      try keep(row, dueOn: nil, closedAt: row.lodgedAt, in: transaction)
    case .withdrawn:
      try journal.add(.withdrawn(by: citizen), by: .citizen(citizen), in: transaction)
      try keep(row, dueOn: nil, closedAt: row.lodgedAt, in: transaction)
    case .awaitingFee, .lodged, .awaitingSupplement, .assessed, .approved, .issuing, .issued,
      .handedOver, .revoked, .sentOutside:
      return
    }
  }

  private func keep(
    _ row: CaseRow, dueOn: CivilDate?, closedAt: Instant?, in transaction: Transaction
  ) throws {
    _ = try Cases.update(
      row.id, from: row.version, to: row.version, agency: agency, state: row.state, dueOn: dueOn,
      closedAt: closedAt, in: transaction)
  }

  private func state(of place: Int) -> StateName {
    switch place % 20 {
    case 0: .lodged
    case 1: .inAssessment
    case 2...10: .refused
    default: .withdrawn
    }
  }

  private func length(of place: Int) -> Int { place % 20 == 0 ? 2 : 3 }

  private func declaration(of person: InventedApplicant, _ name: PersonName) throws -> [UInt8] {
    let born = person.birthDate
    guard let from = YearMonth(year: born.year + 14, month: born.month) else {
      throw Fault("inventing a declaration", cause: "there is no such month")
    }
    return JournalCodec.bytes(
      of: Declaration(
        person: DeclaredPerson(
          name: name, otherNames: [], sex: person.sex, birthDate: .day(born),
          birthPlace: person.birthPlace, nationality: "VN", ethnicity: "Kinh",
          permanentResidence: person.residence, temporaryResidence: "",
          paper: IdentityPaper(
            kind: .nationalID, number: person.nationalID.digits,
            issuedOn: CivilDate(2021, 4, 12), issuedBy: "Cục Cảnh sát QLHC về TTXH"),
          phone: "0900000001", email: person.email),
        family: Family(
          father: Relative(name: try PersonName(person.father), birthDate: nil, paperNumber: ""),
          mother: Relative(name: try PersonName(person.mother), birthDate: nil, paperNumber: ""),
          spouse: nil),
        residences: [
          Residence(
            from: from, until: nil, place: person.residence, kind: .permanent,
            occupation: "Kế toán", workplace: "Công ty Mẫu")
        ],
        convictions: [], declaredBan: "",
        request: CertificateRequest(
          kind: .number1, banConfirmation: .notRequested, purpose: "employment", purposeNote: "",
          copies: 1, delivery: .electronic, deliveryAddress: "", feeGroup: "poor")))
  }
}

/// The journal of one case as it is written.
private struct CaseJournal {
  let row: CaseRow
  let at: Instant
  private var seq = 0

  init(row: CaseRow, at: Instant) {
    self.row = row
    self.at = at
  }

  mutating func add(
    _ event: CaseEvent, by actor: Actor, payload: [UInt8]? = nil, in transaction: Transaction
  ) throws {
    seq += 1
    let sealed = payload.map { Journal.seal($0) }
    try Journal.append(
      CaseEntry(
        event: event, caseID: row.id, seq: seq, agency: row.agency, actor: actor,
        at: at.adding(seconds: seq), payload: sealed?.commitment),
      payload: sealed, in: transaction)
  }
}
