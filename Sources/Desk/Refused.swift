package import Assessment
package import CaseFile
package import Decision
package import Handover
package import Intake
package import Issuance
package import Law
package import Vocabulary

/// The desk says no, for a reason that a person can read (Words makes the sentence).
///
/// A stranger's case and a missing one are both `notFound`: nobody learns that a case exists.
package enum Refused: Error, Equatable, Sendable {
  case notFound
  /// Somebody else changed the case or draft since the page was read. Nothing typed is lost.
  case stale
  /// The officer's roles do not include what this act needs.
  case roleMissing(Role)
  /// The e-identity is of a level below 2 (Decree 69/2024).
  case identityLevelTooLow
  /// The sign-in was not ours, took too long, or was answered twice.
  case signInExpired
  case credentialsWrong
  case tooManyTries(retryAfterSeconds: Int)
  /// The file is not the officer's work: it opens for a reason that is typed and kept.
  case lookReasonNeeded(CaseID)
  /// Who the officer is cannot be settled this way.
  case officer(OfficerRefusal)
  case lacking([Lack])
  case intake(IntakeRefusal)
  case assessment(AssessmentRefusal)
  /// Bodies that were asked and have not answered. Silence is never "no record".
  case waitingForAnswers
  /// The same fact is asked already, and the answer has not come.
  case factAskedAlready
  case factAnsweredAlready
  case factTakenAlready
  /// The body answered that it cannot tell: there is nothing to take over.
  case factSaysNothing
  case decision(DecisionRefusal)
  case issuance(IssuanceRefusal)
  case handover(HandoverRefusal)
  case caseState(CaseRefusal)
  case reasonMissing
  case referenceMissing
  /// An answer that came by paper bears a day that has not come.
  case answerAhead
  /// The day that an apology names cannot be.
  case newDay(ReappointOnce.Standing)
  /// The officer has counted the till of the day: nothing more comes into it.
  case tillClosed
  /// Another payment bears this number of the post's list.
  case referenceUsed
  /// The gateway gave no file, or none that is provably its own.
  case settlementUnusable
  /// A difference of that day is settled already: its file stands.
  case settlementSettled
  /// A body's request lacks what its form asks for.
  case bodyLacking([BodyLack])
  /// A record that may be the person's has no verdict, or the rules cannot conclude from it.
  case bodyUnsettled
  /// A register is read of a year at most.
  case periodTooLong
  /// The fee is not open: paid already, or nothing is owed.
  case feeNotOpen
  case documentTooLarge(limitBytes: Int)
  case notAPDF
  case paper(PaperRefusal)
  /// A change of the rules cannot be made.
  case rules(RulesRefusal)
  /// Who the applicant is in the register is not settled, or cannot be said this way.
  case person(PersonRefusal)
  /// The certificate cannot be taken back, or not by this officer.
  case revocation(RevocationRefusal)
}
