import Records
package import Vocabulary

/// From what a certificate states to its sheet, on the statutory form of its issuer.
package struct CertificateLayout: Sendable {
  private let issuer: IssuerForm
  private let number1: CertificateForm
  private let number2: CertificateForm

  /// - Throws: `Fault` if the issuer names a form that the program does not carry.
  package init(_ issuer: IssuerForm) throws(Fault) {
    self.issuer = issuer
    number1 = try CertificateForms.form(issuer.number1Form, of: .number1)
    number2 = try CertificateForms.form(issuer.number2Form, of: .number2)
  }

  /// - Parameters:
  ///   - code: the signed QR token that binds the paper; nil where there is none yet, as on a
  ///     draft.
  ///   - stamp: large under the text of every page, such as `BẢN MẪU`.
  package func sheet(
    _ statement: CertificateStatement, code: QRModules?, stamp: String? = nil
  ) -> Sheet {
    let form = form(of: statement.kind)
    var blocks = head(form, statement)
    blocks += identity(form, statement)
    var number = form.fields.count + 1
    blocks += criminalRecord(form, statement, number: number)
    number += 1
    blocks += ban(form, statement.ban, number: number)
    blocks[blocks.count - 1].keepWithNext()
    blocks.append(foot(form, code))
    return Sheet(
      title: "\(form.title.capitalisedFirst) – \(statement.number)",
      subject: form.title.capitalisedFirst, author: issuer.agencyLines.last ?? "",
      blocks: blocks, footer: Sheet.Footer(text: "Số \(statement.number)"), stamp: stamp)
  }

  private func form(of kind: CertificateKind) -> CertificateForm {
    switch kind {
    case .number1: number1
    case .number2: number2
    }
  }

  private func head(_ form: CertificateForm, _ statement: CertificateStatement) -> [Block] {
    let day = dayWords(statement.issuedOn)
    let place = form.placeLine.filled([
      "place": issuer.place, "day": day.day, "month": day.month, "year": day.year,
    ])
    var blocks = [
      OfficialHead.formLine(
        form.codeLine.filled(["code": issuer.formCode(of: statement.kind)])),
      OfficialHead.block(
        agencyLines: issuer.agencyLines,
        left: [form.numberLine.filled(["number": statement.number])], right: [place]),
      OfficialHead.title(form.title),
    ]
    for line in issuer.legalBasis {
      blocks.append(
        .paragraph(
          Paragraph([TextRun(line, .italic)], size: 12.5, alignment: .justified, firstLine: 21)))
    }
    blocks.append(
      .paragraph(
        Paragraph(
          form.confirms, .bold, alignment: .centre, before: 7, after: 5, follows: .withNext)))
    return blocks
  }

  private func identity(_ form: CertificateForm, _ statement: CertificateStatement) -> [Block] {
    let values = form.values(of: statement)
    return form.fields.enumerated().map { index, row in
      field(index + 1, row.label, row.value.filled(values), row.textFace)
    }
  }

  private func criminalRecord(
    _ form: CertificateForm, _ statement: CertificateStatement, number: Int
  ) -> [Block] {
    switch statement.criminalRecord {
    case .none: return [field(number, form.record.label, form.record.none, .bold)]
    case .judgments(let judgments):
      let isCleared = judgments.allSatisfy { $0.clearance.isPast(on: statement.issuedOn) }
      let outcome = field(
        number, form.record.label,
        isCleared ? form.record.cleared ?? form.record.some : form.record.some, .bold,
        follows: .withNext)
      let values = judgments.enumerated().map { index, judgment in
        form.values(of: judgment, index: index + 1, on: statement.issuedOn)
      }
      if let box = form.record.box { return [outcome] + values.map { boxed(box, $0) } }
      return [outcome, table(form.record.table ?? [], values)]
    }
  }

  private func ban(
    _ form: CertificateForm, _ section: CertificateStatement.BanSection, number: Int
  ) -> [Block] {
    switch section {
    case .leftOut: []
    case .notBanned: [field(number, form.ban.label, form.ban.none, .bold)]
    case .banned(let ban):
      [
        field(number, form.ban.label, form.ban.some, .bold, follows: .withNext),
        boxed(form.ban.box, form.values(of: ban)),
      ]
    }
  }

  private func field(
    _ number: Int, _ label: String, _ value: String, _ face: TextRun.Face,
    follows: Paragraph.Follows = .freely
  ) -> Block {
    .field(
      Block.Field(
        number: "\(number).",
        text: Paragraph(
          [TextRun("\(label): "), TextRun(value, face)], before: 2, after: 2,
          follows: follows)))
  }

  private func boxed(_ rows: [CertificateForm.Row], _ values: [String: String]) -> Block {
    let lines = rows.map { row in
      Paragraph(
        [TextRun("\(row.label): "), TextRun(row.value.filled(values), row.textFace)],
        size: 12.5, after: 1)
    }
    return .box(Block.Box(lines: lines, before: 3, after: 4))
  }

  private func table(
    _ columns: [CertificateForm.Column], _ values: [[String: String]]
  ) -> Block {
    let rows = values.map { values in
      columns.map { column in
        column.lines.map { $0.filled(values) }.filter { !$0.isEmpty }
          .map { Paragraph($0, size: 10.5) }
      }
    }
    return .table(
      Block.Table(
        widths: columns.map(\.width),
        head: columns.map { Paragraph($0.label, .bold, size: 10.5, alignment: .centre) },
        rows: rows, before: 3, after: 4))
  }

  private func foot(_ form: CertificateForm, _ code: QRModules?) -> Block {
    var columns: [Block.Foot.Column] = []
    let caption = Paragraph(form.foot.scan, .italic, size: 10, alignment: .centre)
    columns.append(
      Block.Foot.Column(
        part: 0.34,
        code: code.map {
          Block.Code(modules: $0, side: 108, alternative: form.foot.codeSpoken)
        },
        lines: code == nil ? [] : [caption]))
    let preparer = issuer.preparerName
    if !preparer.isEmpty {
      columns.append(
        Block.Foot.Column(
          part: 0.3,
          lines: OfficialHead.signature(
            [form.foot.preparer], remark: "", name: preparer,
            lines: issuer.signatoryTitle.count)))
    }
    columns.append(
      Block.Foot.Column(
        part: preparer.isEmpty ? 0.66 : 0.36,
        lines: OfficialHead.signature(
          issuer.signatoryTitle, remark: form.foot.signed, name: issuer.signatoryName)))
    return .foot(Block.Foot(columns: columns))
  }
}

extension Block {
  /// Signatures never stand on a page alone: the last thing that they sign comes along.
  fileprivate mutating func keepWithNext() {
    switch self {
    case .field(var field):
      field.text.follows = .withNext
      self = .field(field)
    case .paragraph(var paragraph):
      paragraph.follows = .withNext
      self = .paragraph(paragraph)
    case .table(var table):
      table.follows = .withNext
      self = .table(table)
    case .box(var box):
      box.follows = .withNext
      self = .box(box)
    case .letterhead, .foot, .rule, .gap: break
    }
  }
}

extension CertificateForm.Row {
  var textFace: TextRun.Face {
    switch face {
    case .bold: .bold
    case .regular, nil: .regular
    }
  }
}

extension String {
  /// `PHIẾU LÝ LỊCH` becomes `Phiếu lý lịch`.
  var capitalisedFirst: String {
    let lower = lowercased()
    return (lower.prefix(1).uppercased() + lower.dropFirst()).inNFC
  }
}
