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
  /// The holder chose to receive it in another way than this.
  case chosenOtherwise
}

/// Hands an issued certificate to its holder on the screen.
package func handOver(
  _ issued: Issued, to citizen: CitizenID, chosen: DeliveryWay, at now: Instant
) throws(HandoverRefusal) -> HandedOver {
  guard citizen == issued.holder else { throw .notTheHolder }
  guard chosen == .electronic else { throw .chosenOtherwise }
  return HandedOver(certificate: issued.certificate, receiver: citizen, at: now)
}

/// Hands it over at the counter: an officer has seen the holder's identity paper.
package func handOverAtCounter(
  _ issued: Issued, chosen: DeliveryWay, at now: Instant
) throws(HandoverRefusal) -> HandedOver {
  guard chosen == .counter else { throw .chosenOtherwise }
  return HandedOver(certificate: issued.certificate, receiver: issued.holder, at: now)
}
