package import Vocabulary

/// What was typed into the declaration, exactly as typed: drafts save it, errors give it back.
///
/// Nothing here is parsed or safe to print; `read` makes a `Declaration` of it. The names of the
/// fields are `FormField`'s. Names it does not know are left out (a page posts its own, such as
/// the form token). Whatever comes from outside is bounded: rows and bytes beyond the bounds are
/// cut one step above what `read` takes, so that `read` still says that there was too much.
package struct DeclarationForm: Equatable, Sendable {
  private var values: [FieldName: String]

  /// An empty form, with one empty row of residences to begin with.
  package init() {
    self.values = [:]
    add(.residences)
  }

  package init(_ typed: [String: String]) {
    self.values = [:]
    for (name, text) in typed {
      guard let field = FieldName(name), field.field.isTyped, DeclarationForm.holds(field) else {
        continue
      }
      values[field] = DeclarationForm.bounded(text)
    }
  }

  /// The fields by name, for a draft: `DeclarationForm(form.dictionary) == form`.
  package var dictionary: [String: String] {
    Dictionary(uniqueKeysWithValues: values.map { ($0.key.name, $0.value) })
  }

  /// What was typed at a field; empty where nothing was.
  package subscript(field: FieldName) -> String {
    get { values[field] ?? "" }
    set {
      guard field.field.isTyped, DeclarationForm.holds(field) else { return }
      values[field] = DeclarationForm.bounded(newValue)
    }
  }

  package subscript(field: FormField) -> String {
    get { self[FieldName(field)] }
    set { self[FieldName(field)] = newValue }
  }

  /// How many rows a table has, empty ones too.
  package func rows(of table: FormTable) -> Int {
    values.keys.reduce(0) { most, name in
      guard let row = name.row, name.field.table == table else { return most }
      return max(most, row + 1)
    }
  }

  /// Adds an empty row at the end; a full table stays as it is.
  package mutating func add(_ table: FormTable) {
    let row = rows(of: table)
    guard row < table.rowLimit else { return }
    for column in table.columns {
      values[FieldName(column, row: row)] = ""
    }
  }

  /// Takes a row away; the later ones move up. A row that is not there is no mistake: the button
  /// was pressed twice.
  package mutating func remove(_ table: FormTable, row: Int) {
    let count = rows(of: table)
    guard (0..<count).contains(row) else { return }
    for column in table.columns {
      for place in row..<count {
        let next = place + 1 < count ? values[FieldName(column, row: place + 1)] : nil
        values[FieldName(column, row: place)] = next
      }
    }
  }

  /// Whether nothing at all stands in a row.
  package func isBlankRow(_ row: Int, of table: FormTable) -> Bool {
    table.columns.allSatisfy { isBlank(self[FieldName($0, row: row)]) }
  }

  /// The most bytes of one field that are kept; every field's own limit is well below.
  package static let fieldBytes = 8_192

  private static func holds(_ name: FieldName) -> Bool {
    guard let row = name.row, let table = name.field.table else { return true }
    return row <= table.rowLimit
  }

  private static func bounded(_ text: String) -> String {
    guard text.utf8.count > fieldBytes else { return text }
    return String(decoding: text.utf8.prefix(fieldBytes), as: UTF8.self)
  }
}

extension DeclarationForm {
  /// Whether both are about the same person, as far as it was typed: the person who applies, or one
  /// of the same name and birth day.
  package func isAboutTheSame(as other: DeclarationForm) -> Bool {
    func role(_ form: DeclarationForm) -> ApplicantRole {
      ApplicantRole(rawValue: form[.requestApplicant]) ?? .own
    }
    guard role(self) == role(other) else { return false }
    guard role(self) != .own else { return true }
    return [FormField.personName, .personBirthDate].allSatisfy { field in
      !isBlank(self[field]) && self[field].lowercased() == other[field].lowercased()
    }
  }

  /// Whether a residence was typed at all.
  package var hasResidences: Bool {
    (0..<rows(of: .residences)).contains { row in
      FormTable.residences.columns.contains { !isBlank(self[FieldName($0, row: row)]) }
    }
  }

  /// Takes the residence history of an earlier application, and nothing else of it.
  package mutating func takeResidences(of earlier: DeclarationForm) {
    for row in (0..<rows(of: .residences)).reversed() { remove(.residences, row: row) }
    for row in 0..<earlier.rows(of: .residences) {
      while rows(of: .residences) <= row { add(.residences) }
      for column in FormTable.residences.columns {
        self[FieldName(column, row: row)] = earlier[FieldName(column, row: row)]
      }
    }
  }
}

/// Whether a text has nothing but white space.
func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

extension DeclarationForm: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode([String: String].self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(dictionary)
  }
}
