import CaseFile
package import Intake
import Law
import Logging
import Outside
import Store
package import Vocabulary

extension Desk {
  /// Begins an application with what the e-identity and the population register know of the
  /// signed-in person: for oneself the person's fields, for another those of who applies.
  ///
  /// - Parameter wish: what was chosen before; empty where nothing was.
  package func newDraft(
    for citizen: CitizenIdentity, as role: ApplicantRole, wishing wish: DraftWish
  ) async throws -> DraftID {
    try await newDraft(for: citizen, as: role, copying: nil, wishing: wish)
  }

  /// - Parameter form: what was typed for an earlier application, to begin with.
  func newDraft(
    for citizen: CitizenIdentity, as role: ApplicantRole, copying form: DeclarationForm?,
    wishing wish: DraftWish = DraftWish()
  ) async throws -> DraftID {
    let identity = verified(citizen)
    let (reply, standing) = await askRegister(identity)
    let prefill = Prefill.from(identity, register: reply, as: role)
    var begun = form ?? prefill.form
    wish.write(to: &begun)
    let content = DraftContent(
      known: .init(prefill: prefill, register: standing), form: begun.dictionary)
    let now = surroundings.now()
    let row = DraftRow(
      id: surroundings.newID(), citizen: citizen.id, agency: home, fields: content.text,
      version: 1, lodgedCase: nil, createdAt: now, updatedAt: now)
    try await database.write { transaction in
      try Drafts.insert(row, in: transaction)
    }
    return row.id
  }

  package func draft(_ id: DraftID, of citizen: CitizenID) async throws -> DraftView {
    let found = try await database.read { connection in
      try Drafts.row(id, of: citizen, in: connection).map { row throws(Fault) in
        (
          row: row, papers: try Papers.of(id, in: connection),
          earlier: try Drafts.lodged(of: citizen, limit: Desk.earlierLimit, in: connection)
        )
      }
    }
    guard let found else { throw Refused.notFound }
    var view = try view(of: found.row)
    view.papers = found.papers.map { PaperView($0) }
    view.hasEarlierResidences = try earlierForm(for: view.form, among: found.earlier) != nil
    return view
  }

  /// The residence history of the latest earlier application about the same person; nil where
  /// there is none.
  package func earlierForm(
    for form: DeclarationForm, of citizen: CitizenID
  ) async throws -> DeclarationForm? {
    let rows = try await database.read { connection in
      try Drafts.lodged(of: citizen, limit: Desk.earlierLimit, in: connection)
    }
    return try earlierForm(for: form, among: rows)
  }

  /// How many earlier applications are looked through: it may have been for somebody else.
  private static var earlierLimit: Int { 8 }

  private func earlierForm(
    for form: DeclarationForm, among rows: [DraftRow]
  ) throws -> DeclarationForm? {
    for row in rows {
      let earlier = DeclarationForm(try DraftContent(stored: row.fields).form)
      if earlier.hasResidences, form.isAboutTheSame(as: earlier) { return earlier }
    }
    return nil
  }

  /// A citizen's applications that are not lodged yet.
  package func drafts(of citizen: CitizenID) async throws -> [DraftView] {
    let rows = try await database.read { connection in
      try Drafts.open(of: citizen, in: connection)
    }
    return try rows.map(view)
  }

  /// Saves what was typed, as it was typed. Throws `stale` where it was saved elsewhere meanwhile.
  package func saveDraft(
    _ id: DraftID, of citizen: CitizenID, version: Int, form: DeclarationForm
  ) async throws -> DraftSaving {
    let now = surroundings.now()
    let typed = DraftContent.line(form.dictionary)
    func save(at agency: AgencyID) async throws -> Bool {
      let entry = HouseEntry(
        event: .draftSaved(id), caseID: nil, seq: nil, agency: agency, actor: .citizen(citizen),
        at: now)
      return try await Drafts.save(
        id, of: citizen, from: version, typed: typed, recording: Journal.line(of: entry),
        in: database)
    }
    if try await save(at: home) { return .saved }
    // Why nothing was saved; or it was begun at another agency, in whose journal it stands.
    let found = try await database.read { connection in
      try Drafts.row(id, of: citizen, in: connection)
    }
    guard let row = found else { throw Refused.notFound }
    if let lodged = row.lodgedCase { return .lodgedBefore(lodged) }
    guard row.agency != home, try await save(at: row.agency) else { throw Refused.stale }
    return .saved
  }

  /// Checks a draft as lodging would, and reckons the fee.
  package func review(_ id: DraftID, of citizen: CitizenIdentity) async throws -> DraftReview {
    try await freshRules()
    let draft = try await draft(id, of: citizen.id)
    let office = try office(of: home)
    let today = surroundings.now().civilDate
    switch try reading(of: draft, by: citizen) {
    case .lacking(let lacks):
      return DraftReview(draft: draft, outcome: .lacking(lacks), fee: nil)
    case .declaration(let declaration, let warnings):
      let rules = try office.rules(on: today)
      return DraftReview(
        draft: draft, outcome: .ready(declaration, warnings: warnings),
        fee: try office.fee(for: declaration.request, through: .online, by: rules),
        elsewhere: try elsewhere(declaration, at: office, by: rules))
    }
  }

  func reading(
    of draft: DraftView, by citizen: CitizenIdentity
  ) throws -> Intake.Reading {
    let today = surroundings.now().civilDate
    let reading = Intake.read(
      draft.form, rules: try homeOffice.intakeRules(on: today),
      known: KnownFacts(
        identity: verified(citizen), papers: draft.papers.purposes,
        registered: draft.registered), today: today)
    guard case .declaration(let declaration, _) = reading,
      try homeOffice.contradictsFeeGroup(declaration, on: today)
    else { return reading }
    return .lacking([Lack(at: FieldName(.requestFeeGroup), .feeGroupNotOfAge)])
  }

  func verified(_ citizen: CitizenIdentity) -> VerifiedIdentity {
    VerifiedIdentity(
      nationalID: citizen.nationalID, name: citizen.name, birthDate: citizen.birthDate)
  }

  /// The register's silence is no reason to stop the form.
  private func askRegister(
    _ identity: VerifiedIdentity
  ) async -> (RegisterReply, DraftView.RegisterStanding) {
    do {
      let found = try await outside.population.person(
        identity.nationalID, name: identity.name, birthDate: identity.birthDate,
        askedBy: "portal:\(home)")
      switch found {
      case .found(let person): return (.found(RegisterFacts(person)), .prefilled)
      case .notFound: return (.silent, .noEntry)
      }
    } catch {
      log.warning("The population register gave no answer", metadata: ["cause": "\(error)"])
      return (.silent, .unreachable)
    }
  }

  private func view(of row: DraftRow) throws -> DraftView {
    let content = try DraftContent(stored: row.fields)
    let form = DeclarationForm(content.form)
    // Of another person the register was not asked, whatever was filled in before.
    let isOwn = (ApplicantRole(rawValue: form[.requestApplicant]) ?? .own) == .own
    return DraftView(
      id: row.id, version: row.version, form: form,
      origins: content.known.prefill.origins(in: form), register: content.known.register,
      lodgedCase: row.lodgedCase, updatedAt: row.updatedAt,
      registered: isOwn ? content.known.prefill.registered : [:])
  }
}

extension RegisterFacts {
  init(_ person: PopulationPerson) {
    self.init(
      sex: person.sex, birthPlace: person.birthPlace ?? "", nationality: person.nationality,
      ethnicity: person.ethnicity ?? "", permanentResidence: person.permanentResidence ?? "",
      temporaryResidence: temporary(of: person), fatherName: person.father?.name.text ?? "",
      motherName: person.mother?.name.text ?? "", spouseName: person.spouse?.name.text ?? "")
  }
}

/// Where the person lives now, if that is not the permanent residence.
private func temporary(of person: PopulationPerson) -> String {
  guard let current = person.currentResidence, current != person.permanentResidence else {
    return ""
  }
  return current
}
