import Assessment
import CaseFile
@testable import Desk
import Records
import Vocabulary

@testable import Portal

/// A candidate as the engine and two officers left it. Everybody is invented.
extension Sample {
  static let personSummary = PersonSummary(
    state: .toDecide, candidates: 1, open: 1, records: [], entries: 1_050_051,
    hasOpenDispute: false)

  static let applicant = ComparedPerson(
    names: ["Nguyễn Thị Mẫu"], born: "1990-02-11", sex: .female,
    numbers: ["092190004217", "361812345"], father: "Nguyễn Văn Cha", mother: "Trần Thị Mẹ",
    spouse: "", birthPlace: "Xã Mẫu, huyện Phong Điền, thành phố Cần Thơ",
    residences: ["Phường An Cư, quận Ninh Kiều, thành phố Cần Thơ"])

  static let entry = ComparedPerson(
    names: ["Nguyên Thi Mâu"], born: "1990-11-02", sex: .female, numbers: ["361812354"],
    father: "Nguyễn Văn Cha", mother: "Lê Thị Khác", spouse: "", birthPlace: "tỉnh Cần Thơ",
    residences: [])

  static let pairWeights = PairWeights(
    start: -2000,
    items: [
      .init(name: "name", weight: 1240), .init(name: "birth", weight: 610),
      .init(name: "paper", weight: 1580), .init(name: "father", weight: 830),
      .init(name: "mother", weight: -400),
    ],
    levels: [
      "name": "sameUnmarked", "birth": "swapped", "paper": "oneDigitOld", "father": "same",
      "mother": "other",
    ], rival: .init(name: "sibling", weight: -310))

  static func candidate(
    _ standing: CandidateView.Standing, said: [SaidView] = [],
    can: Set<CandidateView.Act> = [.decide]
  ) -> CandidateView {
    CandidateView(
      found: SearchedCandidate(
        record: RecordID(12), edition: 1, outcome: .match, weight: 1550, isDrawn: false,
        remembered: nil),
      entry: entry, weights: pairWeights, standing: standing, mine: nil, said: said, can: can)
  }

  static func person(_ candidates: [CandidateView]) -> PersonView {
    PersonView(
      line: line(.inAssessment), version: 9, applicantName: "Nguyễn Thị Mẫu",
      summary: personSummary,
      search: CaseSearch(
        register: "1050051-9f86d081884c7d65", weights: "2026-11-a", entries: 1_050_051,
        compared: 214, review: -400, match: 1000, isCapped: false,
        candidates: candidates.map(\.found)),
      searchedAt: now, applicant: applicant, candidates: candidates, dispute: nil,
      canSearch: true)
  }
}

extension SampleDesk {
  func person(_ id: CaseID, by officer: ActingOfficer) async throws -> PersonView {
    guard id == Sample.caseID else { throw Refused.notFound }
    return Sample.person([Sample.candidate(.open)])
  }

  func personWaits(by officer: ActingOfficer) async throws -> [PersonWait] {
    [
      PersonWait(
        caseID: Sample.caseID, number: "H13-1", applicant: "Nguyễn Thị Mẫu", kind: .candidate,
        isForLeader: false, since: Sample.now)
    ]
  }

  func searchPerson(_ id: CaseID, by officer: ActingOfficer) async throws {
    try act()
  }

  func lookByHand(
    _ id: CaseID, for person: SoughtPerson, by officer: ActingOfficer
  ) async throws -> PersonView {
    var view = try await self.person(id, by: officer)
    view.byHand = [
      FoundByHand(
        line: RecordLine(id: RecordID(31), name: "Nguyễn Thị Mậu", born: .year(1990)), weight: 450)
    ]
    view.isPartByHand = person.born == nil
    return view
  }

  func addCandidate(
    _ id: CaseID, record: RecordID, by officer: ActingOfficer
  ) async throws { try act() }

  func decideCandidate(
    _ id: CaseID, record: RecordID, edition: Int, verdict: PersonVerdict,
    reason: String, by officer: ActingOfficer
  ) async throws { try act() }

  func ruleCandidate(
    _ id: CaseID, record: RecordID, edition: Int, verdict: PersonVerdict,
    reason: String, by officer: ActingOfficer
  ) async throws { try act() }

  func disputePerson(_ id: CaseID, words: String, of citizen: CitizenID) async throws {
    try act()
  }

  func decideDispute(
    _ id: CaseID, verdict: PersonVerdict, reason: String, answer: String,
    by officer: ActingOfficer
  ) async throws { try act() }
}
