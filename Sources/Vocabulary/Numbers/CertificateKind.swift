/// The two certificates of Law 28/2009/QH12, Article 41.
package enum CertificateKind: String, Sendable, Codable, CaseIterable {
  /// Phiếu số 1: for persons and state bodies; convictions not yet cleared (Article 42).
  case number1
  /// Phiếu số 2: for procedural bodies and the person alone; every conviction (Article 43).
  case number2
}
