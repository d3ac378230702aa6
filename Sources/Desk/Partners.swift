package import Outside

/// The neighbours as this process reaches them.
package struct Partners: Sendable {
  package let identity: Identity
  package let population: PopulationRegister
  package let agencies: Agencies
  package let payment: VNPaySettings
  package let paymentAPI: VNPayAPI
  /// Nil: signatures carry no timestamp (B-B), and the pages say so.
  package let timestamp: TimestampClient?
  /// Nil: no mail is sent.
  package let mailer: Mailer?
  /// Nil: papers wait, and nobody opens them.
  package let scanner: VirusScanner?

  package init(
    identity: Identity, population: PopulationRegister, agencies: Agencies,
    payment: VNPaySettings, paymentAPI: VNPayAPI, timestamp: TimestampClient?, mailer: Mailer?,
    scanner: VirusScanner? = nil
  ) {
    self.identity = identity
    self.population = population
    self.agencies = agencies
    self.payment = payment
    self.paymentAPI = paymentAPI
    self.timestamp = timestamp
    self.mailer = mailer
    self.scanner = scanner
  }
}
