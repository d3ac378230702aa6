import CaseFile
import Vocabulary

extension CaseState {
  /// Who can have the present step on a desk; nil where nobody works on it.
  var assignee: Role? {
    switch self {
    case .awaitingFee, .lodged, .awaitingSupplement(of: .intake): .intake
    case .inAssessment, .awaitingSupplement(of: .assessment): .assessor
    case .assessed: .leader
    case .approved, .issuing, .issued, .handedOver, .revoked, .refused, .sentOutside, .withdrawn:
      nil
    }
  }
}
