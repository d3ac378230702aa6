package import Vocabulary

/// Where a case stands. Each state carries exactly what is true there, and nothing else.
package enum CaseState: Equatable, Sendable {
  case awaitingFee
  case lodged
  case inAssessment(acceptedBy: OfficerID)
  /// The person was asked to complete the application, and the clock stands.
  case awaitingSupplement(of: Interrupted)
  /// `overruled`: how many conclusions of the rules the second officer must be shown as overruled.
  case assessed(by: OfficerID, overruled: Int)
  case approved(assessor: OfficerID, decider: OfficerID)
  /// The certificate's number is taken and its bytes are being signed. There is no way back.
  case issuing(CertificateID, Signing)
  case issued(CertificateID, document: String)
  case handedOver(CertificateID, document: String)
  /// The certificate was taken back after it was issued. `document` is nil where it is the one
  /// that the case cites: then the case ends so, without a certificate of its own.
  case revoked(CertificateID, document: String?)
  case refused(by: OfficerID)
  /// Another agency, outside this installation, has it now.
  case sentOutside(by: OfficerID)
  case withdrawn

  /// The work that waits for the person's answer.
  package enum Interrupted: Equatable, Sendable {
    case intake
    case assessment(acceptedBy: OfficerID)
  }

  /// How far the signatures are, in their order.
  package enum Signing: Equatable, Sendable {
    case intended
    case leaderPrepared
    case leaderSigned
    case sealPrepared
    case sealSigned(document: String)
  }
}

extension CaseState {
  /// A short stable name: the index column, the queue filters.
  package var name: StateName {
    switch self {
    case .awaitingFee: .awaitingFee
    case .lodged: .lodged
    case .inAssessment: .inAssessment
    case .awaitingSupplement: .awaitingSupplement
    case .assessed: .assessed
    case .approved: .approved
    case .issuing: .issuing
    case .issued: .issued
    case .handedOver: .handedOver
    case .revoked: .revoked
    case .refused: .refused
    case .sentOutside: .sentOutside
    case .withdrawn: .withdrawn
    }
  }
}

extension CaseState {
  /// Whether bodies are being asked: also while a supplement is waited for.
  package var isBeingAssessed: Bool {
    switch self {
    case .inAssessment, .awaitingSupplement(of: .assessment): true
    case .awaitingFee, .lodged, .awaitingSupplement(of: .intake), .assessed, .approved, .issuing,
      .issued, .handedOver, .revoked, .refused, .sentOutside, .withdrawn:
      false
    }
  }
}

package enum StateName: String, Sendable, Codable, CaseIterable {
  case awaitingFee, lodged, inAssessment, awaitingSupplement, assessed, approved, issuing, issued,
    handedOver
  case revoked, refused, sentOutside, withdrawn

  /// `TrangThaiHoSo`, the national status code (docs/LAW-FACTS.md).
  package var nationalCode: Int {
    switch self {
    case .awaitingFee: 6
    case .lodged: 1
    case .inAssessment, .assessed, .approved, .issuing: 4
    case .awaitingSupplement: 5
    case .issued: 9
    // A result was given; that it was taken back has no code of its own.
    case .handedOver, .revoked: 10
    // Not taken in here: the receiving agency opens it anew with a state of its own.
    case .refused, .sentOutside: 3
    case .withdrawn: 7
    }
  }

  /// Whether nothing more is to be done on the case.
  package var isClosed: Bool {
    switch self {
    case .handedOver, .revoked, .refused, .sentOutside, .withdrawn: true
    case .awaitingFee, .lodged, .inAssessment, .awaitingSupplement, .assessed, .approved,
      .issuing, .issued:
      false
    }
  }
}
