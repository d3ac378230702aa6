import CaseFile
import Intake
import Law
import Store
package import Vocabulary
import Words

extension Desk {
  /// The papers of a citizen's own draft or case, and what the rules ask for.
  package func papers(
    of place: PaperPlace, of citizen: CitizenID
  ) async throws -> PapersView {
    switch place {
    case .draft(let id):
      let draft = try await draft(id, of: citizen)
      return PapersView(
        papers: draft.papers, needs: try needs(of: draft), canAdd: draft.lodgedCase == nil,
        canRemove: draft.lodgedCase == nil)
    case .lodged(let id):
      return try await database.read { connection in
        guard let row = try Cases.row(id, lock: .none, in: connection), row.citizen == citizen
        else { throw Refused.notFound }
        return PapersView(
          papers: try Cases.facts(of: id, in: connection).papersShown(in: connection)
            .map { PaperView($0) }, needs: [],
          canAdd: row.state.takesPapers, canRemove: false)
      }
    }
  }

  /// What a draft needs, as far as it is typed.
  private func needs(of draft: DraftView) throws -> [PaperNeed] {
    let rules = try homeOffice.rules(on: surroundings.now().civilDate)
    let given = draft.papers.purposes
    func need(_ purpose: PaperPurpose, _ words: Bilingual) -> PaperNeed {
      PaperNeed(purpose: purpose, words: words, isGiven: given.contains(purpose))
    }
    let fee = rules.fees.group(draft.form[.requestFeeGroup])?.paper.map { need(.feeGroup, $0) }
    let correction =
      draft.disputed.isEmpty
      ? nil
      : need(
        .correction,
        Bilingual(
          vi: "Giấy tờ cho thấy dữ liệu đã có là sai",
          en: "A paper that shows that a register is wrong"))
    let role = ApplicantRole(rawValue: draft.form[.requestApplicant]) ?? .own
    let kind = CertificateKind(rawValue: draft.form[.requestKind]) ?? .number1
    switch NumberTwoIsPersonal.standing(of: role, asking: kind) {
    case .allowed, .onlyThePerson: return [correction, fee].compactMap { $0 }
    case .allowedWith(let proof):
      let words = Bilingual(
        vi: ChoiceWords.words(proof, in: .vietnamese), en: ChoiceWords.words(proof, in: .english))
      return [need(proof.purpose, words), correction, fee].compactMap { $0 }
    }
  }

  /// Opens a paper for its citizen. An officer's is not found.
  package func openPaper(_ id: PaperID, of citizen: CitizenID) async throws -> OpenedPaper {
    try await database.read { connection in
      guard let row = try Papers.row(id, in: connection),
        try row.isShown(to: citizen, in: connection)
      else { throw Refused.notFound }
    }
    return try await open(id, by: .citizen(citizen)) { row, _ in row.citizen == citizen }
  }

  /// Opens a paper of a case for an officer of the case's agency.
  package func openPaper(_ id: PaperID, by officer: ActingOfficer) async throws -> OpenedPaper {
    guard officer.handlesCases else { throw Refused.roleMissing(.intake) }
    try await database.read { connection in
      guard let row = try Papers.row(id, in: connection), let owner = row.caseID,
        try Papers.agency(of: row, in: connection) == officer.agency
      else { throw Refused.notFound }
      try self.mustBeOpen(
        try Cases.facts(of: owner, in: connection), to: officer, in: connection)
    }
    return try await open(id, by: .officer(officer.id)) { row, owner in
      row.caseID != nil && owner == officer.agency
    }
  }

  /// Only a clean paper is opened, and the look is written down before the first byte leaves.
  private func open(
    _ id: PaperID, by actor: Actor,
    if isAllowed: @escaping @Sendable (PaperRow, AgencyID) -> Bool
  ) async throws -> OpenedPaper {
    let now = surroundings.now()
    let row = try await database.write { transaction in
      guard let row = try Papers.row(id, in: transaction) else { throw Refused.notFound }
      let owner = try Papers.agency(of: row, in: transaction)
      guard isAllowed(row, owner), case .clean = row.scan else { throw Refused.notFound }
      let entry = HouseEntry(
        event: .paperLookedAt(id, caseID: row.caseID), caseID: nil, seq: nil, agency: owner,
        actor: actor, at: now)
      try Journal.append(entry, in: transaction)
      return row
    }
    return OpenedPaper(
      file: try files.verified(row.digest), format: row.format, size: row.size)
  }
}
