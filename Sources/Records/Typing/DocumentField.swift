import Law
import Vocabulary

/// One field of the officer's form for a kind of document. Its path is the place in the JSON
/// format, so that a refusal of the reader finds its field.
package struct DocumentField: Equatable, Sendable {
  /// `person.born`, `offences[0].article`.
  package let path: String
  package let input: Input

  package enum Input: Equatable, Sendable {
    case text
    case words
    case day
    case number
    /// Raw values of the format; which words a person reads is the page's matter.
    case choice([String])
    /// Several texts, parted by semicolons.
    case several
  }

  init(_ path: String, _ input: Input) {
    self.path = path
    self.input = input
  }

  /// The path without numbers: `offences[].article`.
  package var pattern: String { Self.pattern(of: path) }

  package static func pattern(of path: String) -> String {
    path.replacing(#/\[\d+\]/#, with: "[]")
  }
}

/// A part of the form under one heading.
package struct DocumentSection: Equatable, Sendable {
  package let name: Name
  /// In a repeated part, from 1; else 0.
  package let number: Int
  package let fields: [DocumentField]

  package enum Name: String, Sendable, CaseIterable {
    case document, person, judgment, appealOf, offence, principal, supplementary, obligation
    case about, executed, change, reconsideration, ban, correction
  }
}

extension DocumentKind {
  /// The form of this kind, in the order in which papers say it.
  package var form: [DocumentSection] {
    [DocumentForm.document, DocumentForm.person] + DocumentForm.facts(of: self)
      + [DocumentForm.correction]
  }
}

private enum DocumentForm {
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

  static func facts(of kind: DocumentKind) -> [DocumentSection] {
    switch kind.shape {
    case .judgment: judgment(kind)
    case .execution: [about] + (0..<3).map { executed($0) }
    case .change: [about, change(kind)]
    case .expungement:
      [about, .init(name: .change, number: 0, fields: [.init("on", .day)])]
    case .reconsideration:
      [
        about,
        .init(
          name: .reconsideration, number: 0,
          fields: [
            .init("outcome", .choice(ReconsiderationOutcome.allCases.map(\.rawValue))),
            .init("on", .day),
          ]),
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

  private static var about: DocumentSection {
    reference("judgments[0]", .about)
  }

  private static func reference(
    _ path: String, _ name: DocumentSection.Name
  ) -> DocumentSection {
    DocumentSection(
      name: name, number: 0,
      fields: [
        .init("\(path).number", .text), .init("\(path).on", .day), .init("\(path).court", .text),
      ])
  }

  private static func change(_ kind: DocumentKind) -> DocumentSection {
    var fields: [DocumentField] = [.init("on", .day)]
    if kind == .reductionDecision { fields.append(.init("months", .number)) }
    if kind == .conditionalRelease { fields.append(.init("probationEndsOn", .day)) }
    return DocumentSection(name: .change, number: 0, fields: fields)
  }

  private static func judgment(_ kind: DocumentKind) -> [DocumentSection] {
    let appeal = kind == .appealJudgment ? [reference("appealOf", .appealOf)] : []
    return [reference("judgment", .judgment)] + appeal + (0..<2).map { offence($0) }
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

  private static func offence(_ row: Int) -> DocumentSection {
    let path = "offences[\(row)]"
    return DocumentSection(
      name: .offence, number: row + 1,
      fields: [
        .init("\(path).words", .text),
        .init("\(path).code", .choice(PenalCode.allCases.map(\.rawValue))),
        .init("\(path).article", .number), .init("\(path).clause", .number),
        .init("\(path).point", .text),
        .init("\(path).gravity", .choice(Gravity.allCases.map(\.rawValue))),
        .init("\(path).fault", .choice(FaultForm.allCases.map(\.rawValue))),
        .init("\(path).committedOn", .day),
      ])
  }

  /// Lists that may be empty, or of which the paper says nothing: the two are not the same.
  private static var listed: [DocumentSection] {
    let stated = DocumentField.Input.choice(["none", "listed"])
    return [
      DocumentSection(
        name: .supplementary, number: 0,
        fields: [.init("supplementary", stated)]
          + (0..<2).flatMap { row -> [DocumentField] in
            [
              .init(
                "supplementary[\(row)].kind",
                .choice(SupplementaryPenalty.Kind.allCases.map(\.rawValue))),
              .init("supplementary[\(row)].words", .text),
            ]
          }),
      DocumentSection(
        name: .obligation, number: 0,
        fields: [.init("obligations", stated)]
          + (0..<3).flatMap { row -> [DocumentField] in
            [
              .init(
                "obligations[\(row)].kind", .choice(Obligation.Kind.allCases.map(\.rawValue))),
              .init("obligations[\(row)].words", .text),
            ]
          }),
    ]
  }

  private static func executed(_ row: Int) -> DocumentSection {
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
