import Law
import Vocabulary

extension DocumentKind {
  /// The form of this kind, in the order in which papers say it.
  package func form(_ rows: DocumentRows = DocumentRows()) -> [DocumentSection] {
    [DocumentForm.document, DocumentForm.person] + DocumentForm(rows: rows).facts(of: self)
      + [DocumentForm.correction]
  }
}

private struct DocumentForm {
  let rows: DocumentRows

  static let document = DocumentSection(
    name: .document, number: 0,
    fields: [
      .init("issuer", .text), .init("number", .text), .init("issuedOn", .day),
      .init("effectiveOn", .day), .init("receivedOn", .day), .init("note", .words),
    ])

  static let person = DocumentSection(
    name: .person, number: 0,
    fields: [
      .init("person.name", .text), .init("person.otherNames", .several),
      .init("person.born", .day), .init("person.sex", .choice(["male", "female"])),
      .init("person.numbers", .several), .init("person.father", .text),
      .init("person.mother", .text), .init("person.spouse", .text),
      .init("person.birthPlace", .text), .init("person.residences", .several),
    ])

  static let correction = DocumentSection(
    name: .correction, number: 0,
    fields: [.init("corrects.number", .text), .init("corrects.on", .day)])

  func facts(of kind: DocumentKind) -> [DocumentSection] {
    switch kind.shape {
    case .judgment: judgment(kind)
    case .execution: about + all(.executed) { executed($0) }
    case .change: about + [change(kind)]
    case .expungement:
      about + [.init(name: .change, number: 0, fields: [.init("on", .day)])]
    case .reconsideration:
      about + [
        .init(
          name: .reconsideration, number: 0,
          fields: [
            .init("outcome", .choice(ReconsiderationOutcome.allCases.map(\.rawValue))),
            .init("on", .day),
          ])
      ]
    case .ban:
      [
        .init(
          name: .ban, number: 0,
          fields: [
            .init("ban.court", .text), .init("ban.office", .text), .init("ban.term", .text),
            .init("ban.until", .day),
          ])
      ]
    case .identity: []
    }
  }

  /// A section a row; below the last, another can be added.
  private func all(
    _ list: DocumentRows.List, _ section: (Int) -> DocumentSection
  ) -> [DocumentSection] {
    var sections = (0..<rows[list]).map(section)
    if rows.canGrow(list) { sections[sections.count - 1].growing = list }
    return sections
  }

  private var about: [DocumentSection] {
    all(.judgments) { row in
      reference("judgments[\(row)]", .about, number: rows[.judgments] > 1 ? row + 1 : 0)
    }
  }

  private func reference(
    _ path: String, _ name: DocumentSection.Name, number: Int = 0
  ) -> DocumentSection {
    DocumentSection(
      name: name, number: number,
      fields: [
        .init("\(path).number", .text), .init("\(path).on", .day), .init("\(path).court", .text),
      ])
  }

  private func change(_ kind: DocumentKind) -> DocumentSection {
    var fields: [DocumentField] = [.init("on", .day)]
    if kind == .reductionDecision { fields.append(.init("months", .number)) }
    if kind == .conditionalRelease { fields.append(.init("probationEndsOn", .day)) }
    return DocumentSection(name: .change, number: 0, fields: fields)
  }

  private func judgment(_ kind: DocumentKind) -> [DocumentSection] {
    let appeal = kind == .appealJudgment ? [reference("appealOf", .appealOf)] : []
    return [reference("judgment", .judgment)] + appeal + all(.offences) { offence($0) }
      + [
        DocumentSection(
          name: .principal, number: 0,
          fields: [
            .init("principal.kind", .choice(PrincipalPenalty.Kind.allCases.map(\.rawValue))),
            .init("principal.months", .number), .init("principal.probationMonths", .number),
            .init("principal.words", .text),
          ])
      ] + listed
  }

  private func offence(_ row: Int) -> DocumentSection {
    let path = "offences[\(row)]"
    return DocumentSection(
      name: .offence, number: row + 1,
      fields: [
        .init("\(path).words", .text),
        .init("\(path).code", .choice(PenalCode.allCases.map(\.rawValue))),
        .init("\(path).article", .article), .init("\(path).clause", .number),
        .init("\(path).point", .text),
        .init("\(path).gravity", .choice(Gravity.allCases.map(\.rawValue))),
        .init("\(path).fault", .choice(FaultForm.allCases.map(\.rawValue))),
        .init("\(path).committedOn", .day),
      ])
  }

  /// Lists that may be empty, or of which the paper says nothing: the two are not the same.
  private var listed: [DocumentSection] {
    let stated = DocumentField.Input.choice(["none", "listed"])
    return [
      DocumentSection(
        name: .supplementary, number: 0,
        fields: [.init("supplementary", stated)]
          + (0..<rows[.supplementary]).flatMap { row -> [DocumentField] in
            [
              .init(
                "supplementary[\(row)].kind",
                .choice(SupplementaryPenalty.Kind.allCases.map(\.rawValue))),
              .init("supplementary[\(row)].words", .text),
            ]
          }, growing: rows.canGrow(.supplementary) ? .supplementary : nil),
      DocumentSection(
        name: .obligation, number: 0,
        fields: [.init("obligations", stated)]
          + (0..<rows[.obligations]).flatMap { row -> [DocumentField] in
            [
              .init(
                "obligations[\(row)].kind", .choice(Obligation.Kind.allCases.map(\.rawValue))),
              .init("obligations[\(row)].words", .text),
            ]
          }, growing: rows.canGrow(.obligations) ? .obligations : nil),
    ]
  }

  private func executed(_ row: Int) -> DocumentSection {
    let path = "executed[\(row)]"
    return DocumentSection(
      name: .executed, number: row + 1,
      fields: [
        .init("\(path).part", .choice(JudgmentPart.all.map(\.text))),
        .init("\(path).state", .choice(["done", "notDone", "unknown"])),
        .init("\(path).on", .day), .init("\(path).words", .text),
      ])
  }
}
