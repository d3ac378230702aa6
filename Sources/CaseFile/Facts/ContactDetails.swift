package import Intake
import Vocabulary

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

extension CaseFacts {
  /// How the result reaches the person now: as chosen since, else as declared.
  package var delivery: DeliveryChoice {
    chosenDelivery
      ?? declaration.map {
        DeliveryChoice(way: $0.request.delivery, address: $0.request.deliveryAddress)
      } ?? DeliveryChoice(way: .electronic, address: "")
  }
}
