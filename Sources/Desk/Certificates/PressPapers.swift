import CaseFile
import Document
import Intake
import Issuance
import Law
import Store
import Vocabulary
import Words

extension Press {
  /// One certificate as a PDF without signatures. `qr` is nil for a draft.
  func render(
    _ statement: CertificateStatement, qr: String?, stamp: String?, at now: Instant
  ) throws -> [UInt8] {
    let layout = try CertificateLayout(try form(on: statement.issuedOn))
    var printed = statement
    printed.identity.nationality = CountryWords.name(
      statement.identity.nationality, in: .vietnamese)
    var sheet = layout.sheet(printed, code: try qr.map(modules), stamp: stamp)
    if let qr { sheet.sayCode(qr) }
    return try Renderer().render(sheet, at: now)
  }

  /// Mẫu 01: receipt of the file and appointment for the result.
  func slip(
    _ facts: CaseFacts, by rules: RuleSet, _ appointment: Appointment,
    lookup: SlipStatement.Lookup?
  ) throws -> [UInt8] {
    let lodged = try facts.lodged()
    let declaration = lodged.declaration
    let limit = appointment.grounds.limit
    let sheet = try SlipLayout.sheet(
      SlipStatement(
        agencyLines: rules.names.letterhead, place: rules.names.place.vi,
        desk: rules.names.name.vi, caseNumber: lodged.number.text,
        applicant: declaration.applicantName.text, address: declaration.applicantAddress,
        phone: facts.contact?.phone ?? "", email: facts.contact?.email ?? "",
        request: declaration.wanted(by: rules),
        papers: declaration.papers(by: rules),
        term: "\(limit.days) \(limit.unit == .workingDays ? "ngày làm việc" : "ngày")",
        receivedAt: facts.acceptance?.at ?? facts.lodgedAt,
        dueAt: Instant(appointment.dueOn, hour: 17, minute: 0),
        delivery: ChoiceWords.words(facts.delivery.way, in: .vietnamese), lookup: lookup),
      code: try modules(of: lodged.number.text), stamp: stamp)
    return try Renderer().render(sheet, at: facts.lodgedAt)
  }

  /// The electronic receipt of a fee.
  func receipt(
    _ facts: CaseFacts, by rules: RuleSet, _ row: PaymentRow, number: String
  ) throws -> [UInt8] {
    let lodged = try facts.lodged()
    let paidAt = facts.paidAt ?? row.createdAt
    let sheet = FeeReceiptLayout.sheet(
      FeeReceiptStatement(
        agencyLines: rules.names.letterhead, place: rules.names.place.vi, number: number,
        caseNumber: lodged.number.text, payer: lodged.declaration.applicantName.text,
        address: lodged.declaration.applicantAddress, amount: row.amount,
        reason: "Phí cấp Phiếu lý lịch tư pháp",
        citation: rules.fees.group(lodged.declaration.request.feeGroup)?.citation
          ?? Citation(facts.lodging.feeBasis),
        method: row.channel == .online ? "VNPAY" : MoneyWords.words(row.channel, in: .vietnamese),
        transaction: row.providerNumber ?? row.reference, paidAt: paidAt),
      stamp: stamp)
    return try Renderer().render(sheet, at: paidAt)
  }

  /// That a file was sent to a competent agency outside, for its citizen.
  func departureSlip(
    _ facts: CaseFacts, _ departure: Departure, by rules: RuleSet
  ) throws -> [UInt8] {
    let lodged = try facts.lodged()
    let sentAt = facts.events.last { $0.event.name == "sentOutside" }?.at ?? facts.lodgedAt
    let sheet = DepartureSlipLayout.sheet(
      DepartureStatement(
        agencyLines: rules.names.letterhead, place: rules.names.place.vi,
        desk: rules.names.name.vi, caseNumber: lodged.number.text,
        applicant: lodged.declaration.applicantName.text,
        address: lodged.declaration.applicantAddress,
        request: lodged.declaration.wanted(by: rules),
        receiver: CompetenceWords.name(departure.agency, in: .vietnamese),
        reason: CompetenceWords.sentence(departure.reason, in: .vietnamese),
        citation: departure.citation, reference: departure.reference,
        way: CompetenceWords.words(facts.sendingWay ?? .paper, in: .vietnamese), sentAt: sentAt,
        money: CompetenceWords.money(owedBack: departure.owedBack, in: .vietnamese)),
      stamp: stamp)
    return try Renderer().render(sheet, at: sentAt)
  }

  private func form(on day: CivilDate) throws -> IssuerForm {
    let rules = try shelf.rules(of: profile.id, on: day)
    return IssuerForm(
      number1Form: rules.formCode(.number1), number2Form: rules.formCode(.number2),
      agencyLines: rules.names.letterhead, place: rules.names.place.vi,
      legalBasis: rules.certificate.legalBasis, signatoryTitle: rules.certificate.signatory,
      signatoryName: signerName(of: .leader))
  }

  func modules(of text: String) throws -> QRModules {
    let matrix = try QRMatrix.encode(text)
    return QRModules(size: matrix.size, dark: matrix.dark)
  }
}

extension Sheet {
  /// The code's text becomes its alternative text, for those who cannot see or scan it.
  fileprivate mutating func sayCode(_ text: String) {
    for index in blocks.indices {
      guard case .foot(var foot) = blocks[index] else { continue }
      for column in foot.columns.indices { foot.columns[column].code?.alternative = text }
      blocks[index] = .foot(foot)
    }
  }
}

extension Declaration {
  /// What is asked for, and of whom where another applies.
  func wanted(by rules: RuleSet) -> String {
    let kind = ChoiceWords.words(request.kind, in: .vietnamese)
    let wanted = "\(rules.procedure.name.vi) (\(kind))"
    return representative == nil ? wanted : "\(wanted), cho \(person.name.text)"
  }

  /// The papers of the file, by the codes of the day's forms.
  fileprivate func papers(by rules: RuleSet) -> [SlipStatement.Paper] {
    guard let representative else {
      return [.init(name: "Tờ khai (\(rules.formCode(.declaration))), nộp trực tuyến", count: 1)]
    }
    let proof = representative.proof
    let number = proof.number.isEmpty ? "" : " số \(proof.number)"
    let paper = ChoiceWords.words(proof.kind, in: .vietnamese)
    return [
      .init(
        name: "Tờ khai (\(rules.formCode(.declarationForAnother))), nộp trực tuyến", count: 1),
      .init(
        name: "\(paper)\(number), \(proof.issuedBy), ngày \(proof.issuedOn.vietnamese) (đã khai)",
        count: 1),
    ]
  }
}

extension CaseFacts {
  fileprivate var sendingWay: CaseEvent.SendingWay? {
    for entry in events {
      if case .sentOutside(_, let way) = entry.event { return way }
    }
    return nil
  }

  /// When the fee was confirmed.
  fileprivate var paidAt: Instant? {
    for entry in events {
      if case .feePaid = entry.event { return entry.at }
    }
    return nil
  }
}
