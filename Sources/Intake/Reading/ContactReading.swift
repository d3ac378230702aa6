package import Vocabulary

/// What was typed to be reached by, read.
package enum ContactReading: Equatable, Sendable {
  case contact(phone: String, email: String)
  case lacking([Lack])
}

/// Reads a telephone number and a mail address alone, as field 14 of the declaration is read.
package func readContact(phone typedPhone: String, email typedEmail: String) -> ContactReading {
  let typed = (phone: bare(typedPhone), email: bare(typedEmail))
  let phone = typed.phone.isEmpty ? "" : Contact.phone(typed.phone)
  let email = typed.email.isEmpty ? "" : Contact.email(typed.email)
  var lacks: [Lack] = []
  if phone == nil { lacks.append(Lack(at: FieldName(.personPhone), .phone)) }
  if email == nil { lacks.append(Lack(at: FieldName(.personEmail), .email)) }
  if phone == "", email == "" { lacks.append(Lack(at: FieldName(.personPhone), .noContact)) }
  guard lacks.isEmpty, let phone, let email else { return .lacking(lacks) }
  return .contact(phone: phone, email: email)
}

private func bare(_ typed: String) -> String {
  typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
