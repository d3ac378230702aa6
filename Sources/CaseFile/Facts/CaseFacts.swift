package import Assessment
package import Decision
package import Intake
package import Issuance
package import Law
package import Records
package import Vocabulary

/// One event of a case with its payload's bytes, as read from the journal.
package struct StoredEvent: Equatable, Sendable {
  package let entry: CaseEntry
  /// Nil where there is none, or where it was purged.
  package let payload: [UInt8]?

  package init(entry: CaseEntry, payload: [UInt8]?) {
    self.entry = entry
    self.payload = payload
  }
}

/// Everything that the journal says of one case. A fold: nothing here is stored elsewhere.
package struct CaseFacts: Equatable, Sendable {
  package let id: CaseID
  /// Whose case it is now; the first entry tells whose it was when it was lodged.
  package private(set) var agency: AgencyID
  package let lodging: CaseEvent.Lodging
  package let lodgedAt: Instant
  package private(set) var history: CaseHistory
  package private(set) var events: [CaseEntry]
  package private(set) var declaration: Declaration?
  /// What the person corrected after lodging; nil where nothing was.
  package private(set) var correctedContact: ContactDetails?
  /// The way to receive that was chosen after lodging; nil where none was.
  package private(set) var chosenDelivery: DeliveryChoice?
  /// The latest forwarding; nil where there was none.
  package private(set) var forwarding: Forwarding?
  /// Where the case went that left the installation; nil where it did not, or was purged.
  package private(set) var departure: Departure?
  /// Nil until acceptance, and in cases accepted before they were kept.
  package private(set) var dueGrounds: DueGrounds?
  package private(set) var acceptance: Signature?
  /// What the officer decided of fields of which the person says that a register is wrong.
  package private(set) var fieldVerdicts: [FormField: FieldVerdict] = [:]
  /// How it is shown that who applies may apply for the person.
  package private(set) var link = LinkProof.open
  /// What the person was asked to complete.
  package private(set) var supplements = Supplements()
  /// The latest answer of each body.
  package private(set) var answers: [FiledAnswer]
  package private(set) var finding: RecordFinding?
  /// What the rules concluded for that finding; nil for findings of the time before they did.
  package private(set) var conclusions: Conclusions?
  /// The answer of the rules with its trace, as a line of `lylich expungement`.
  package private(set) var answerLine: String?
  /// What the assessor typed and laid aside, by the names of the form's fields.
  package private(set) var worksheet: [String: String]?
  package private(set) var factQuestions: [FactQuestion]
  /// The latest answer to each question about a fact.
  package private(set) var filedFacts: [FiledFact]
  package private(set) var takenFacts: [TakenFact]
  /// What was compared in the latest search; nil where there was none, or it was purged.
  package private(set) var searched: SearchedPerson?
  package private(set) var personReasons = PersonReasons()
  /// Why the certificate is to be taken back, and why it was or was not; nil where not said yet,
  /// or purged.
  package private(set) var revocationReasons = RevocationReasons()
  package private(set) var assessment: Signature?
  package private(set) var decision: Signature?
  package private(set) var sentBackReason: String?
  /// Why the case came back by itself after its approval; nil once it is assessed again.
  package private(set) var reopening: CaseEvent.Reopening?
  package private(set) var refusalWords: String?
  /// Why another day was named, and which; nil where none was.
  package private(set) var apology: Apology?
  package private(set) var refusalGround: RefusalGround?
  package private(set) var intention: CaseEvent.Intention?
  package private(set) var statement: CertificateStatement?
  /// The papers that became part of the case, by their ids; those that were purged are not here.
  package private(set) var papers: [PaperID: AttachedPaper] = [:]

  /// Who last made a finding, and when; it stays where the finding was sent back.
  package var lastAssessment: Signature? {
    for entry in events.reversed() {
      if case .assessed(let officer, _, _) = entry.event {
        return Signature(by: officer, at: entry.at)
      }
    }
    return nil
  }

  /// That the agency excused itself.
  package struct Apology: Equatable, Sendable {
    package let signed: Signature
    /// The day that could not be kept.
    package let oldDay: CivilDate
    package let newDay: CivilDate
    /// Empty where it was purged.
    package let reason: String
  }

  /// Who acted, and when.
  package struct Signature: Equatable, Sendable {
    package let by: OfficerID
    package let at: Instant
  }

  /// Folds a case's journal, in order.
  package init(_ stored: [StoredEvent]) throws(CaseUnreadable) {
    guard let first = stored.first, let id = first.entry.caseID,
      case .lodged(let lodging) = first.entry.event
    else { throw .noLodging }
    self.id = id
    self.agency = first.entry.agency
    self.lodging = lodging
    self.lodgedAt = first.entry.at
    self.history = CaseHistory(opening: lodging)
    self.events = [first.entry]
    self.answers = []
    self.factQuestions = []
    self.filedFacts = []
    self.takenFacts = []
    if let bytes = first.payload {
      self.declaration = try read(Declaration.self, bytes)
    }
    for event in stored.dropFirst() {
      try add(event)
    }
  }

  /// Folds in the next event. Throws where it cannot follow.
  package mutating func add(_ stored: StoredEvent) throws(CaseUnreadable) {
    let entry = stored.entry
    guard entry.caseID == id, entry.seq == history.length + 1 else {
      throw .outOfSequence(entry.seq ?? 0)
    }
    let dueBefore = history.dueOn
    do {
      try history.add(entry.event, at: entry.at)
    } catch {
      throw .impossible(error)
    }
    events.append(entry)
    try readPayload(of: entry, stored.payload)
    guard case .reappointed(let officer, let day) = entry.event, let dueBefore else { return }
    apology = Apology(
      signed: Signature(by: officer, at: entry.at), oldDay: dueBefore, newDay: day,
      reason: try stored.payload.map { bytes throws(CaseUnreadable) in
        try read(String.self, bytes)
      } ?? "")
  }

  private mutating func readPayload(
    of entry: CaseEntry, _ payload: [UInt8]?
  ) throws(CaseUnreadable) {
    switch entry.event {
    case .accepted(let officer, _):
      acceptance = Signature(by: officer, at: entry.at)
      if let payload { dueGrounds = try read(DueGrounds.self, payload) }
    case .dueLengthened:
      if let payload { dueGrounds = try read(DueGrounds.self, payload) }
    case .linkChecked, .linkConfirmed, .fieldDecided: readCheck(entry.event)
    case .supplementAsked, .supplementAnswered, .supplementLapsed, .withdrawn:
      try readSupplement(of: entry, payload)
    case .sentOutside:
      if let payload { departure = try read(Departure.self, payload) }
    case .forwarded(_, let receiver): try forward(to: receiver, at: entry.at, payload)
    case .contactCorrected:
      if let payload { correctedContact = try read(ContactDetails.self, payload) }
    case .deliveryChosen(_, let way): chosenDelivery = try delivery(by: way, to: payload)
    case .inquiryAnswered(_, let body, _):
      guard let payload else { return }
      let answer = try read(FiledAnswer.self, payload)
      answers.removeAll { $0.body == body }
      answers.append(answer)
    case .worksheetSaved:
      if let payload { worksheet = try read([String: String].self, payload) }
    case .factAsked, .factAnswered, .factTaken:
      try readFact(of: entry.event, payload)
    case .personSearched:
      searched = try payload.map { bytes throws(CaseUnreadable) in
        try read(SearchedPerson.self, bytes)
      }
    case .candidateAdded(let found, _):
      guard let payload else { return }
      let pair = try read(ComparedPair.self, payload)
      searched?.pairs.removeAll { $0.record == found.record }
      searched?.pairs.append(pair)
    case .candidateDecided(let decision), .candidateRuled(let decision):
      guard let payload else { return }
      personReasons.add(try read(PersonReason.self, payload), of: decision, at: entry.at)
    case .personDisputed, .disputeDecided, .revocationProposed, .revocationDeclined, .revoked:
      try readProceeding(of: entry, payload)
    case .assessed(let officer, _, _):
      assessment = Signature(by: officer, at: entry.at)
      sentBackReason = nil
      reopening = nil
      guard let payload else { return }
      let stored = try read(AssessmentPayload.self, payload)
      finding = stored.finding
      conclusions = stored.conclusions
      answerLine = stored.answer
    case .reopened(let why):
      assessment = nil
      decision = nil
      reopening = why
    case .sentBack:
      assessment = nil
      if let payload { sentBackReason = try read(String.self, payload) }
    case .approved(let officer, _):
      decision = Signature(by: officer, at: entry.at)
    case .refused(_, let ground):
      refusalGround = RefusalGround(rawValue: ground)
      if let payload { refusalWords = try read(String.self, payload) }
    case .issuanceIntended(let intention):
      self.intention = intention
      if let payload { statement = try read(CertificateStatement.self, payload) }
    case .paperAttached(let paper, _):
      if let payload { papers[paper] = try read(AttachedPaper.self, payload) }
    case .lodged, .feeExempted, .paymentBegan, .paymentFailed, .feePaid, .surplusReceived,
      .amountDisputed, .refund, .reappointed, .inquirySent, .answerUnusable, .factUnusable,
      .signatureIntended, .signatureMade, .issued, .handedOver, .assigned,
      .looked:
      return
    }
  }

  private mutating func forward(
    to receiver: AgencyID, at moment: Instant, _ payload: [UInt8]?
  ) throws(CaseUnreadable) {
    forwarding = Forwarding(
      from: agency, to: receiver, at: moment,
      grounds: try payload.map { bytes throws(CaseUnreadable) in
        try read(ForwardingGrounds.self, bytes)
      })
    agency = receiver
  }

  private mutating func readCheck(_ event: CaseEvent) {
    if case .linkChecked(.matches) = event { link = .register }
    if case .linkConfirmed(let officer) = event { link = .officer(officer) }
    if case .fieldDecided(let field, let verdict, _) = event { fieldVerdicts[field] = verdict }
  }

  private mutating func readSupplement(
    of entry: CaseEntry, _ payload: [UInt8]?
  ) throws(CaseUnreadable) {
    if case .supplementAsked(let officer, let day) = entry.event {
      let request = try payload.map { bytes throws(CaseUnreadable) in
        try read(SupplementRequest.self, bytes)
      }
      supplements.ask(
        request, by: officer, until: day, clock: acceptance == nil ? .notRunning : .stopped,
        at: entry.at)
    } else if case .supplementAnswered = entry.event {
      let answer = try payload.map { bytes throws(CaseUnreadable) in
        try read(SupplementAnswer.self, bytes)
      }
      supplements.close(.answered(at: entry.at, answer))
    } else if case .supplementLapsed = entry.event {
      supplements.close(.lapsed(at: entry.at))
    } else {
      supplements.close(.ended(at: entry.at))
    }
  }

  /// What is said of a certificate that was issued.
  private mutating func readProceeding(
    of entry: CaseEntry, _ payload: [UInt8]?
  ) throws(CaseUnreadable) {
    guard let payload else { return }
    if case .disputeDecided(let officer, let verdict) = entry.event {
      personReasons.add(
        try read(PersonReason.self, payload), by: officer, verdict: verdict, at: entry.at)
      return
    }
    let words = try read(String.self, payload)
    if case .personDisputed = entry.event {
      personReasons.disputed = words
    } else if case .revocationProposed = entry.event {
      revocationReasons = RevocationReasons(proposal: words)
    } else {
      revocationReasons.decision = words
    }
  }

  /// The address was purged, or never was, where there is no payload.
  private func delivery(
    by way: DeliveryWay, to payload: [UInt8]?
  ) throws(CaseUnreadable) -> DeliveryChoice {
    guard let payload else { return DeliveryChoice(way: way, address: "") }
    return DeliveryChoice(way: way, address: try read(String.self, payload))
  }

  private mutating func readFact(
    of event: CaseEvent, _ payload: [UInt8]?
  ) throws(CaseUnreadable) {
    if case .factTaken(let inquiry, _) = event {
      // Purged answers teach nothing any more; the conclusions keeps what was taken from them.
      guard let question = factQuestions.first(where: { $0.inquiry == inquiry }),
        let filed = filedFacts.first(where: { $0.inquiry == inquiry }),
        let taken = TakenFact(question, filed)
      else { return }
      takenFacts.append(taken)
      return
    }
    guard let payload else { return }
    if case .factAsked = event {
      factQuestions.append(try read(FactQuestion.self, payload))
    } else {
      let filed = try read(FiledFact.self, payload)
      filedFacts.removeAll { $0.inquiry == filed.inquiry }
      filedFacts.append(filed)
    }
  }
}

/// Why a case's journal cannot be read as a case.
package enum CaseUnreadable: Error, Equatable, Sendable {
  case noLodging
  case outOfSequence(Int)
  case impossible(CaseRefusal)
  case payload(String)
  /// What is asked for was purged, or has not happened yet.
  case missing(String)
}

private func read<Value: Decodable>(
  _ type: Value.Type, _ bytes: [UInt8]
) throws(CaseUnreadable) -> Value {
  do {
    return try JournalCodec.value(type, from: bytes)
  } catch {
    throw .payload(error.type)
  }
}

extension CaseFacts {
  package func lodged() throws(CaseUnreadable) -> Lodged {
    guard let declaration else { throw .missing("declaration") }
    guard let number = CaseNumber(lodging.number) else { throw .payload("case number") }
    return Lodged(
      caseID: id, number: number, agency: agency, citizen: lodging.citizen,
      declaration: declaration.taking(fieldVerdicts), lodgedAt: lodgedAt)
  }

  package var feeSettlement: FeeSettlement {
    switch history.fee {
    case .due: .open
    case .exempt(let ground): .exempt(ground: ground)
    case .paid(let amount, _, let receipt): .paid(amount, receipt: receipt)
    }
  }

  /// The proof that Intake gave, made again from the journal with the same checks.
  package func accepted() throws(CaseUnreadable) -> Accepted {
    guard let acceptance, let dueOn = history.dueOn else { throw .missing("acceptance") }
    let lodged = try lodged()
    do {
      return try Accepted(
        restoring: lodged, fee: feeSettlement, acceptedBy: acceptance.by,
        acceptedAt: acceptance.at, dueOn: dueOn)
    } catch {
      throw .payload("acceptance")
    }
  }

  package func assessed() throws(CaseUnreadable) -> Assessed {
    guard let assessment, let finding else { throw .missing("assessment") }
    let accepted = try accepted()
    do {
      return try Assessed(
        restoring: accepted, answers: answers, finding: finding, conclusions: conclusions,
        assessor: assessment.by, assessedAt: assessment.at)
    } catch {
      throw .payload("assessment")
    }
  }

  package func decided() throws(CaseUnreadable) -> Decided {
    guard let decision else { throw .missing("decision") }
    let assessed = try assessed()
    do {
      return try Decided(restoring: assessed, decider: decision.by, decidedAt: decision.at)
    } catch {
      throw .payload("decision")
    }
  }
}
