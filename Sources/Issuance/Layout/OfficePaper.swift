package import Vocabulary

/// What one statutory form says: the values that its file puts in place.
package struct OfficePaper: Equatable, Sendable {
  package var form: StatutoryForm
  package var agencyLines: [String]
  package var values: [String: String]
  /// What its table lists.
  package var rows: [[String: String]]
  /// The case number as a QR code, for the counter's reader; nil where the paper has no case.
  package var code: QRModules?

  package init(
    _ form: StatutoryForm, agencyLines: [String], values: [String: String],
    rows: [[String: String]] = [], code: QRModules? = nil
  ) {
    self.form = form
    self.agencyLines = agencyLines
    self.values = values
    self.rows = rows
    self.code = code
  }
}

extension OfficePaper {
  /// - Parameter stamp: large under the text of every page, such as `BẢN MẪU`.
  /// - Throws: `Fault` where the form's file cannot be read.
  package func sheet(stamp: String? = nil) throws(Fault) -> Sheet {
    let layout = try OfficeForms.form(form)
    var blocks = [
      OfficialHead.formLine(layout.form),
      OfficialHead.block(
        agencyLines: agencyLines, left: layout.left.map { $0.filled(values) },
        right: layout.right.map { $0.filled(values) }),
      OfficialHead.title(layout.title, after: 4),
    ]
    for (index, part) in layout.parts.enumerated() {
      let next = layout.parts.dropFirst(index + 1).first
      if let line = part.line { blocks += block(of: line) }
      if let text = part.text {
        blocks.append(
          .paragraph(
            Paragraph(
              [TextRun(text.filled(values))], alignment: .justified, before: 3, after: 3,
              follows: next?.table == nil ? .freely : .withNext)))
      }
      if let table = part.table { blocks.append(block(of: table)) }
    }
    if !layout.foot.isEmpty { blocks.append(foot(layout.foot)) }
    let number = values["number"] ?? values["volume"] ?? ""
    return Sheet(
      title: "\(layout.title.capitalisedFirst) – \(number)",
      subject: layout.title.capitalisedFirst, author: agencyLines.last ?? "", blocks: blocks,
      footer: Sheet.Footer(text: "\(layout.form) · \(number)"), stamp: stamp)
  }

  private func block(of line: OfficeForm.Line) -> [Block] {
    let value = line.value.filled(values)
    if value.isEmpty, line.whenEmpty == .leaveOut { return [] }
    let label = TextRun("\(line.label.filled(values)): ")
    let shown = value.isEmpty ? "—" : value
    switch line.face {
    case .regular, nil:
      return [.paragraph(Paragraph([label, TextRun(shown)], before: 2, after: 2))]
    case .bold:
      return [.paragraph(Paragraph([label, TextRun(shown, .bold)], before: 2, after: 2))]
    case .centre:
      return [
        .paragraph(Paragraph([label, TextRun(shown, .bold)], alignment: .centre, after: 8))
      ]
    }
  }

  private func block(of table: OfficeForm.Table) -> Block {
    let rows = rows.map { row in
      table.columns.map { column in
        column.lines.map { $0.filled(row) }.filter { !$0.isEmpty }
          .map { Paragraph($0, size: table.size) }
      }
    }
    return .table(
      Block.Table(
        widths: table.columns.map(\.width),
        head: table.columns.map {
          Paragraph($0.label, .bold, size: table.size, alignment: .centre)
        },
        rows: rows, before: 2, after: 4))
  }

  private func foot(_ columns: [OfficeForm.Column]) -> Block {
    .foot(
      Block.Foot(
        columns: columns.map { column in
          guard let spoken = column.code else {
            return .init(
              part: column.part,
              lines: OfficialHead.signature(
                column.title.isEmpty ? [] : [column.title],
                remark: column.remark.filled(values), name: column.name.filled(values)))
          }
          return .init(
            part: column.part,
            code: code.map { Block.Code(modules: $0, side: 84, alternative: spoken) },
            lines: [Paragraph(column.title, .italic, size: 10, alignment: .centre)])
        }))
  }
}

extension Instant {
  /// `08 giờ 05 phút, ngày 21 tháng 11 năm 2026`: as administrative papers tell a moment.
  package var inWords: String {
    let clock = wallClock
    return "\(padded(clock.hour, to: 2)) giờ \(padded(clock.minute, to: 2)) phút, "
      + dayInWords(civilDate)
  }
}

extension CivilDate {
  /// `ngày 05 tháng 02 năm 2026`.
  package var inWords: String { dayInWords(self) }
}
