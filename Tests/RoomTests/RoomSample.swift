import Assessment
import Decision
import Intake
import Issuance
import Law
import Records
import Vocabulary

/// The people and papers of the rooms' tests. Everyone is invented.
enum RoomSample {
  static let agency = agency("stp-cantho")
  static let otherAgency = agency("stp-dongthap")
  static let now = Instant(CivilDate(2026, 11, 21), hour: 9, minute: 30)
  static let citizen: CitizenID = id(9)

  static let intake = officer(1, [.intake])
  static let assessor = officer(2, [.assessor])
  static let leader = officer(3, [.leader])
  static let everything = officer(4, [.intake, .assessor, .leader])

  static func agency(_ code: String) -> AgencyID {
    guard let id = AgencyID(code) else { preconditionFailure("not an agency code") }
    return id
  }

  static func id<Tag>(_ number: Int) -> OpaqueID<Tag> {
    guard let id = OpaqueID<Tag>(padded(number, to: 26)) else {
      preconditionFailure("digits are an id")
    }
    return id
  }

  static func officer(
    _ number: Int, _ roles: Set<Role>, agency: AgencyID = RoomSample.agency
  ) -> ActingOfficer {
    ActingOfficer(
      id: id(number), agency: agency, roles: roles, name: "Cán bộ Mẫu \(number)", title: "")
  }

  static func declaration(
    kind: CertificateKind = .number1,
    ban: BanConfirmation = .notRequested,
    convictions: [DeclaredConviction] = []
  ) -> Declaration {
    Declaration(
      person: DeclaredPerson(
        name: PersonName(restoring: "Nguyễn Văn Mẫu"), otherNames: [], sex: .male,
        birthDate: .day(CivilDate(1990, 1, 31)), birthPlace: "Cần Thơ", nationality: "VN",
        ethnicity: "Kinh", permanentResidence: "1 Đường Mẫu, Cần Thơ", temporaryResidence: "",
        paper: IdentityPaper(
          kind: .nationalID, number: "092090000001", issuedOn: CivilDate(2021, 5, 1),
          issuedBy: "Cục CSQLHC về TTXH"),
        phone: "0900000000", email: "mau@example.test"),
      family: Family(
        father: relative("Nguyễn Văn Cha"), mother: relative("Trần Thị Mẹ"), spouse: nil),
      residences: [], convictions: convictions, declaredBan: "",
      request: CertificateRequest(
        kind: kind, banConfirmation: ban, purpose: "employment", purposeNote: "", copies: 1,
        delivery: .electronic, feeGroup: "standard"))
  }

  static func lodged(_ declaration: Declaration) -> Lodged {
    Lodged(
      caseID: id(5),
      number: CaseNumber(
        agencyCode: "000.00.10.H13", day: CivilDate(2026, 11, 21), sequence: 7),
      agency: agency, citizen: citizen, declaration: declaration, lodgedAt: now)
  }

  static func accepted(_ declaration: Declaration = declaration()) throws -> Accepted {
    try Intake.accept(
      lodged(declaration), fee: .paid(Dong(200_000), receipt: "1"),
      dueOn: CivilDate(2026, 12, 1), by: intake, at: now)
  }

  static func answer(
    _ body: AgencyBody, _ outcome: FiledAnswer.Outcome = .noRecord
  ) -> FiledAnswer {
    FiledAnswer(
      body: body, outcome: outcome, reference: "TL-1", details: "",
      answeredOn: CivilDate(2026, 11, 21), source: .message)
  }

  static let clean = RecordFinding(judgments: [], ban: nil, grounds: "")
  static let bodies: [AgencyBody] = [.recordsCentre, .police]

  static func assessed(
    _ declaration: Declaration = declaration(), _ finding: RecordFinding = clean
  ) throws -> Assessed {
    try assessed(declaration, found(finding))
  }

  static func assessed(
    _ declaration: Declaration = declaration(), _ found: Found, at moment: Instant = now
  ) throws -> Assessed {
    let outcome = try assess(
      try accepted(declaration), person: try person(of: found), asking: bodies,
      answers: bodies.map { answer($0) },
      found: found, versions: versions, by: assessor, at: moment)
    guard case .assessed(let assessed) = outcome else { throw StillWaiting() }
    return assessed
  }

  static func decided(
    _ declaration: Declaration = declaration(), _ finding: RecordFinding = clean
  ) throws -> Decided {
    try decided(try assessed(declaration, finding), knowing: found(finding))
  }

  /// Approved by somebody who has seen every overruling.
  static func decided(_ assessed: Assessed, knowing found: Found) throws -> Decided {
    try approve(
      assessed, acknowledging: assessed.overruled,
      recheck: recheck(
        assessed, knowing: found, person: nobody, on: now.civilDate), by: leader, at: now)
  }

  static let versions = Conclusions.Versions(
    ruleSet: "law-2009", rules: RulesEdition.text, recordKnownAt: now, record: nil,
    lastDocument: nil)

  /// Judgments typed from paper without facts: the assessor states the standing, with a reason.
  static func found(_ finding: RecordFinding) -> Found {
    Found(
      judgments: finding.judgments.enumerated().map { row, judgment in
        let standing: Standing =
          switch judgment.clearance {
          case .notCleared: .notCleared
          case .cleared(let day): .cleared(from: day)
          }
        return FoundJudgment(
          id: "t\(row + 1)", facts: nil, words: judgment, origin: .entered,
          overruling: Overruling(standing: standing, reason: "theo trích lục bản án"))
      },
      ban: finding.ban, grounds: finding.grounds)
  }

  /// Theft, two years in prison, of which everything is known or the court fee is not.
  static func theft(
    _ id: String = "12", done: CivilDate = CivilDate(2020, 6, 1), fee: Completion
  ) -> FoundJudgment {
    let day = CivilDate(2018, 3, 20)
    return FoundJudgment(
      id: id,
      facts: Conviction(
        id: id, judgmentOn: day, effectiveOn: CivilDate(2018, 4, 20),
        offences: [
          Offence(
            code: .code2015, article: 173, clause: 1, gravity: .lessSerious, fault: .intentional,
            committedOn: CivilDate(2018, 1, 2))
        ],
        principal: PrincipalPenalty(kind: .imprisonment, months: 24, completed: .on(done)),
        obligations: [Obligation(kind: .courtFee, completed: fee)]),
      words: judgment(day), origin: .record)
  }

  /// A search of a register of a million, with these candidates.
  static func search(_ candidates: [SearchedCandidate]) -> CaseSearch {
    CaseSearch(
      register: "1050051-9f86d081884c7d65", weights: "sample", entries: 1_050_051, compared: 214,
      review: -400, match: 1000, isCapped: false, candidates: candidates)
  }

  static func searched(_ candidates: [SearchedCandidate]) -> Identification {
    var identification = Identification()
    identification.add(search(candidates))
    return identification
  }

  static func candidate(
    _ record: Int64 = 12, _ outcome: SearchedCandidate.Outcome = .review, edition: Int = 1,
    isDrawn: Bool = false, remembered: RememberedDecision? = nil
  ) -> SearchedCandidate {
    SearchedCandidate(
      record: RecordID(record), edition: edition, outcome: outcome, weight: 0, isDrawn: isDrawn,
      remembered: remembered)
  }

  static let nobody = searched([])

  /// Nobody in the register; or a record that two officers found to be the applicant's, where the
  /// judgments are a record's.
  static func person(of found: Found) throws -> PersonFound {
    guard found.judgments.contains(where: { $0.origin == .record }) else {
      return try personFound(nobody)
    }
    var identification = searched([candidate()])
    for officer in [assessor, leader] {
      try identification.add(
        .init(by: officer.id, verdict: .same), on: RecordID(12), edition: 1)
    }
    return try personFound(identification)
  }

  struct StillWaiting: Error {}

  static func judgment(
    _ day: CivilDate, _ clearance: Judgment.Clearance = .notCleared
  ) -> Judgment {
    Judgment(
      number: "12/\(day.year)/HS-ST", pronouncedOn: day, court: "Tòa án nhân dân quận Mẫu",
      offence: "Trộm cắp tài sản", provision: "Điều 173 khoản 1 BLHS 2015",
      principalPenalty: "18 tháng tù", supplementaryPenalty: "", civilObligations: "",
      courtFees: "200.000 đồng", execution: "Đã chấp hành xong", clearance: clearance)
  }

  static func ban(until: CivilDate?) -> Ban {
    Ban(
      decisionNumber: "1/2024/QĐ-TBPS", decidedOn: CivilDate(2024, 3, 10),
      court: "Tòa án nhân dân thành phố Mẫu", office: "Giám đốc", term: "03 năm", until: until)
  }

  private static func relative(_ name: String) -> Relative {
    Relative(name: PersonName(restoring: name), birthDate: nil, paperNumber: "")
  }
}
