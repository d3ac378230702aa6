package import Vocabulary

/// What was typed to ask for a correction, read.
package enum CorrectionReading: Equatable, Sendable {
  /// The declaration of the new case: what was printed and what is said to be right, as disputes.
  case declaration(Declaration)
  case lacking([Lack])
}

/// Who asks for a correction.
package enum CorrectionAsker: Sendable {
  /// Names lines, or says in words what is wrong.
  case holder
  /// Says in words why, and names the lines that are wrong.
  case officer
}

extension FormField {
  /// The lines of a certificate of which somebody can say what is right. What the record says is
  /// nobody's to type: of that the words tell.
  package static func printed(on kind: CertificateKind) -> [FormField] {
    let own: [FormField] = [
      .personName, .personSex, .personBirthDate, .personBirthPlace, .paperNumber,
      .personPermanentResidence, .personTemporaryResidence,
    ]
    switch kind {
    case .number1: return own
    case .number2: return own + [.fatherName, .motherName, .spouseName]
    }
  }
}

extension Declaration {
  /// How a field reads on the certificate that was made of this declaration.
  package func printed(_ field: FormField) -> String {
    let texts: [FormField: String] = [
      .personName: person.name.text, .personSex: person.sex.rawValue,
      .personBirthDate: person.birthDate.vietnamese, .personBirthPlace: person.birthPlace,
      .paperNumber: person.paper.number,
      .personPermanentResidence: person.permanentResidence,
      .personTemporaryResidence: person.temporaryResidence,
      .fatherName: family.father?.name.text ?? "", .motherName: family.mother?.name.text ?? "",
      .spouseName: family.spouse?.name.text ?? "",
    ]
    return texts[field] ?? ""
  }
}

/// Reads a wish to have an issued certificate corrected: at each line what is right, empty where it
/// is right already, and words for whatever else is wrong. Law 28/2009/QH12, Article 50.
///
/// - Parameter declaration: that of the certificate's case, as it was printed.
package func readCorrection(
  _ typed: DeclarationForm, words typedWords: String, by asker: CorrectionAsker,
  of declaration: Declaration, rules: IntakeRules, today: CivilDate
) -> CorrectionReading {
  var form = typed
  form[.paperKind] = declaration.person.paper.kind.rawValue
  var reader = Reader(
    form: form, rules: rules, known: KnownFacts(identity: nil), today: today)
  var corrected = declaration
  corrected.disputes = nil
  corrected.correction = nil
  var disputes: [FieldDispute] = []
  for field in FormField.printed(on: declaration.request.kind) where !isBlank(form[field]) {
    guard let stated = reader.stated(field, of: declaration) else { continue }
    let printed = declaration.printed(field)
    guard stated != printed else { continue }
    disputes.append(
      FieldDispute(field: field, registered: printed, stated: stated, source: .certificate))
    corrected.take(stated, at: field)
  }
  let words: String
  do {
    words = try TypedText(typedWords, limit: TextLimit(characters: 2_000)).text
  } catch {
    reader.note(.text(error), at: .convictions)
    return .lacking(reader.lacks)
  }
  let saysNothing =
    switch asker {
    case .holder: disputes.isEmpty && words.isEmpty && reader.lacks.isEmpty
    case .officer: words.isEmpty
    }
  if saysNothing { reader.note(.missing, at: .convictions) }
  guard reader.lacks.isEmpty else { return .lacking(reader.lacks) }
  corrected.disputes = disputes.isEmpty ? nil : disputes
  corrected.correction = words
  return .declaration(corrected)
}

extension Reader {
  /// What is right, as it will be printed; nil where it cannot be read, and then that is noted.
  fileprivate mutating func stated(_ field: FormField, of declaration: Declaration) -> String? {
    if field == .personSex { return choice(field, of: Sex.self)?.rawValue }
    if field == .personBirthDate { return birthDate(field)?.vietnamese }
    if field == .paperNumber {
      let person = declaration.person
      return needed(field).flatMap { typed in
        paperNumber(
          typed, kind: person.paper.kind, birth: person.birthDate, sex: person.sex)
      }
    }
    if [.personName, .fatherName, .motherName, .spouseName].contains(field) {
      return name(field)?.text
    }
    return needed(field)
  }
}
