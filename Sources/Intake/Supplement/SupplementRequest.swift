import Law
package import Vocabulary

/// What an agency asks a person to complete: the payload of the event that says so. Everything at
/// once, for it may ask only once.
package struct SupplementRequest: Equatable, Sendable, Codable {
  /// Never empty; each once, in their order.
  package let reasons: [SupplementReason]
  /// What is to be sent or said, in the officer's words.
  package let words: String

  init(reasons: [SupplementReason], words: String) {
    self.reasons = reasons
    self.words = words
  }
}

/// What the person answers: the payload of the event. Papers are events of their own.
package struct SupplementAnswer: Equatable, Sendable, Codable {
  /// May be empty where papers came.
  package let words: String

  init(words: String) {
    self.words = words
  }
}

/// An officer asks a person to complete an application.
///
/// - Parameters:
///   - asked: how often this agency has asked on this case.
///   - agency: whose case it is.
package func requestSupplement(
  _ reasons: Set<SupplementReason>, words: String, asked: Int, of agency: AgencyID,
  by officer: ActingOfficer
) throws(IntakeRefusal) -> SupplementRequest {
  guard officer.agency == agency else { throw .otherAgency }
  guard !officer.roles.isDisjoint(with: [.intake, .assessor]) else { throw .notAnIntakeOfficer }
  switch SupplementOnce.standing(asked: asked) {
  case .mayAsk: break
  case .askedBefore: throw .supplementAskedBefore
  }
  guard !reasons.isEmpty, !words.isEmpty else { throw .supplementReasonMissing }
  return SupplementRequest(reasons: reasons.sorted(), words: words)
}

/// A person answers. Words or papers: something must have come.
///
/// - Parameter papers: how many came since the request.
package func answerSupplement(
  words: String, papers: Int
) throws(IntakeRefusal) -> SupplementAnswer {
  guard !words.isEmpty || papers > 0 else { throw .supplementAnswerEmpty }
  return SupplementAnswer(words: words)
}
