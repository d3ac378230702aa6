package import Vocabulary

/// What reading a form came to: everything, or everything that is lacking.
package enum Reading: Equatable, Sendable {
  /// Warnings are shown before sending; they stop nobody.
  case declaration(Declaration, warnings: [Warning])
  /// Never empty; in the order of the form.
  case lacking([Lack])
}

/// From what was typed to a valid declaration, or every lack at once, each beside its field.
///
/// Pure: the same form, rules, facts and day give the same reading.
/// Law 28/2009/QH12, Articles 7, 41, 45 and 46; forms 03 and 04/2013/TT-LLTP and their successors.
package func read(
  _ form: DeclarationForm, rules: IntakeRules, known: KnownFacts, today: CivilDate
) -> Reading {
  var reader = Reader(form: form, rules: rules, known: known, today: today)
  let role = reader.role()
  let person = reader.person()
  let family = reader.family(of: person?.birthDate ?? reader.quietBirthDate())
  let residences = reader.residences(birth: person?.birthDate ?? reader.quietBirthDate())
  let convictions = reader.convictions()
  let ban = reader.text(.banDeclared)
  let representative = reader.representative(
    as: role, of: person?.birthDate ?? reader.quietBirthDate())
  let request = reader.request()
  let disputes = reader.disputes()
  guard reader.lacks.isEmpty, let person, let family, let residences, let convictions, let ban,
    let request
  else { return .lacking(reader.lacks) }
  return .declaration(
    Declaration(
      person: person, family: family, residences: residences, convictions: convictions,
      declaredBan: ban, request: request, representative: representative,
      disputes: disputes),
    warnings: reader.warnings)
}
