package import Vocabulary

/// The statutory form of a certificate as data: which fields, in which order, under which labels.
/// One file a form in `Resources/forms`, so that an office can correct a label without a program.
package struct CertificateForm: Equatable, Sendable, Codable {
  /// The codes under which circulars publish this form, such as `06/2013/TT-LLTP`.
  package let codes: [String]
  package let kind: CertificateKind
  /// Top right, with `{code}`.
  package let codeLine: Pattern
  /// With `{number}`.
  package let numberLine: Pattern
  /// With `{place}`, `{day}`, `{month}` and `{year}`.
  package let placeLine: Pattern
  package let title: String
  /// After the legal basis, such as `XÁC NHẬN:`.
  package let confirms: String
  package let fields: [Row]
  package let words: Words
  package let record: Record
  package let ban: Ban
  package let foot: Foot

  /// A label and what stands after it.
  package struct Row: Equatable, Sendable, Codable {
    package let label: String
    package let value: Pattern
    package let face: Face?

    package enum Face: String, Sendable, Codable {
      case bold
      case regular
    }
  }

  package struct Words: Equatable, Sendable, Codable {
    package let male: String
    package let female: String
    /// From `PaperKind`'s raw values to words; a kind without a row is printed as it is stated.
    package let papers: [String: String]
    package let notCleared: String
    /// With `{from}`.
    package let cleared: Pattern
  }

  /// Tình trạng án tích.
  package struct Record: Equatable, Sendable, Codable {
    package let label: String
    package let none: String
    package let some: String
    /// Where every judgment listed is cleared: who is cleared counts as not convicted (BLHS 2015,
    /// Article 69). Nil on number 1, which lists none of them.
    package let cleared: String?
    /// Exactly one of the two is given.
    package let box: [Row]?
    package let table: [Column]?
  }

  package struct Column: Equatable, Sendable, Codable {
    package let label: String
    /// Part of the table's width.
    package let width: Double
    /// Paragraphs under one another; one that comes out empty is left out.
    package let lines: [Pattern]
  }

  package struct Ban: Equatable, Sendable, Codable {
    package let label: String
    package let none: String
    package let some: String
    package let box: [Row]
  }

  package struct Foot: Equatable, Sendable, Codable {
    package let scan: String
    package let codeSpoken: String
    package let preparer: String
    package let signed: String
  }
}

extension CertificateForm {
  /// Values of the statement, of one judgment, of a ban, of the frame around them.
  static let statementNames: Set<String> = [
    "name", "NAME", "sex", "birthDate", "birthPlace", "nationality", "ethnicity", "paperKind",
    "paperNumber", "paperIssuedOn", "paperIssuedBy", "permanentResidence",
    "temporaryResidence", "father", "mother", "spouse",
  ]
  static let judgmentNames: Set<String> = [
    "index", "number", "pronouncedOn", "day", "month", "year", "court", "offence", "provision",
    "principalPenalty", "supplementaryPenalty", "civilObligations", "courtFees", "execution",
    "clearance",
  ]
  static let banNames: Set<String> = [
    "number", "decidedOn", "day", "month", "year", "court", "office", "term",
  ]

  /// - Throws: `Fault` naming a value that the form asks for and nobody knows.
  func check(file: String) throws(Fault) {
    func check(_ patterns: [Pattern], _ known: Set<String>) throws(Fault) {
      for pattern in patterns {
        guard let stray = pattern.names.subtracting(known).min() else { continue }
        throw Fault(
          "reading the form \(file)",
          cause: "there is no value {\(stray)} in \(pattern.text); known here are "
            + known.sorted().joined(separator: ", "))
      }
    }
    try check(fields.map(\.value), CertificateForm.statementNames)
    try check((record.box ?? []).map(\.value), CertificateForm.judgmentNames)
    try check((record.table ?? []).flatMap(\.lines), CertificateForm.judgmentNames)
    try check(ban.box.map(\.value), CertificateForm.banNames)
    try check([codeLine], ["code"])
    try check([numberLine], ["number"])
    try check([placeLine], ["place", "day", "month", "year"])
    try check([words.cleared], ["from"])
    guard (record.box == nil) != (record.table == nil) else {
      throw Fault("reading the form \(file)", cause: "record needs either box or table")
    }
  }
}
