package import Issuance
package import Vocabulary

/// The end of the road: the right person has the document.
package struct HandedOver: Equatable, Sendable {
  package let certificate: CertificateID
  package let receiver: CitizenID
  package let at: Instant

  // Not `package`: no other room can write this line.
  init(certificate: CertificateID, receiver: CitizenID, at: Instant) {
    self.certificate = certificate
    self.receiver = receiver
    self.at = at
  }
}

package enum HandoverRefusal: Error, Equatable, Sendable {
  /// Only the person whom the certificate is about receives it on the screen.
  case notTheHolder
}

/// Hands an issued certificate to its holder on the screen.
package func handOver(
  _ issued: Issued, to citizen: CitizenID, at now: Instant
) throws(HandoverRefusal) -> HandedOver {
  guard citizen == issued.holder else { throw .notTheHolder }
  return HandedOver(certificate: issued.certificate, receiver: citizen, at: now)
}
