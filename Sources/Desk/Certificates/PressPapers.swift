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
  func slip(_ facts: CaseFacts, by rules: RuleSet, dueOn: CivilDate) throws -> [UInt8] {
    let lodged = try facts.lodged()
    let person = lodged.declaration.person
    let request = lodged.declaration.request
    let kind = ChoiceWords.words(request.kind, in: .vietnamese)
    let limit = rules.limits.ordinary
    let sheet = SlipLayout.sheet(
      SlipStatement(
        agencyLines: rules.names.letterhead, place: rules.names.place.vi,
        desk: rules.names.name.vi, caseNumber: lodged.number.text, applicant: person.name.text,
        address: person.permanentResidence, phone: person.phone, email: person.email,
        request: "\(rules.procedure.name.vi) (\(kind))",
        papers: [
          .init(name: "Tờ khai (\(rules.formCode(.declaration))), nộp trực tuyến", count: 1)
        ],
        term: "\(limit.days) \(limit.unit == .workingDays ? "ngày làm việc" : "ngày")",
        receivedAt: facts.acceptance?.at ?? facts.lodgedAt,
        dueAt: Instant(dueOn, hour: 17, minute: 0),
        delivery: ChoiceWords.words(request.delivery, in: .vietnamese)),
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
        caseNumber: lodged.number.text, payer: lodged.declaration.person.name.text,
        address: lodged.declaration.person.permanentResidence, amount: row.amount,
        reason: "Phí cấp Phiếu lý lịch tư pháp",
        citation: rules.fees.group(lodged.declaration.request.feeGroup)?.citation
          ?? Citation(facts.lodging.feeBasis),
        method: "VNPAY", transaction: row.providerNumber ?? row.reference, paidAt: paidAt),
      stamp: stamp)
    return try Renderer().render(sheet, at: paidAt)
  }

  private func form(on day: CivilDate) throws -> IssuerForm {
    let rules = try shelf.rules(of: profile.id, on: day)
    return IssuerForm(
      number1Form: rules.formCode(.number1), number2Form: rules.formCode(.number2),
      agencyLines: rules.names.letterhead, place: rules.names.place.vi,
      legalBasis: rules.certificate.legalBasis, signatoryTitle: rules.certificate.signatory,
      signatoryName: signerName(of: .leader))
  }

  private func modules(of text: String) throws -> QRModules {
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

extension CaseFacts {
  /// When the fee was confirmed.
  fileprivate var paidAt: Instant? {
    for entry in events {
      if case .feePaid = entry.event { return entry.at }
    }
    return nil
  }
}
