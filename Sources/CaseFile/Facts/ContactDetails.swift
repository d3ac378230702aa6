import Intake

/// How a person can be reached: the payload of `contactCorrected`. One of the two may be empty.
package struct ContactDetails: Equatable, Sendable, Codable {
  package let phone: String
  package let email: String

  package init(phone: String, email: String) {
    self.phone = phone
    self.email = email
  }
}

extension CaseFacts {
  /// How the person can be reached now: as corrected, else as declared. Nil where it was purged.
  package var contact: ContactDetails? {
    correctedContact
      ?? declaration.map { ContactDetails(phone: $0.person.phone, email: $0.person.email) }
  }
}
