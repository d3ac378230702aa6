/// A reading of the law that is a choice. Each has a name, so that a lawyer can find it, and a
/// colleague can say which one a case turns on.
package enum Reading: String, Sendable, CaseIterable {
  case countsFromFollowingDay
  case ageIsReachedOnBirthday
  case ineffectiveBeforeAnnulled
  case neverCountedIsNotPrinted
  case minorOwesNothingElse
  case minorOfAnyChapter
  case mixedAgesAreVerified
  case courtTermOfFine
  case expulsionIsVerified
  case bansCountFromFollowingDay
  case obligationsCountAtOnce
  case oldMinorFrom2018
  case newOffenceNeedsNoRecord
  case exemptStartsOnEffect
  case openNewSentenceHasNoOldDay

  /// What is chosen, and why.
  package var sentence: String {
    switch self {
    case .countsFromFollowingDay:
      "A term of years ends with the same day and month (29 February becomes 28 February where "
        + "there is none), and the person counts as not convicted from the following day: the "
        + "last day belongs to the term (Civil Code 2015, Articles 147 and 148, by analogy). It "
        + "never moves for a day off: nothing has to be done on it."
    case .ageIsReachedOnBirthday:
      "An age is reached on the birthday itself; who was born on 29 February reaches it on 28 "
        + "February where the year has no 29th."
    case .ineffectiveBeforeAnnulled:
      "A judgment annulled before it took effect is called not effective until that day: it "
        + "never was in force."
    case .neverCountedIsNotPrinted:
      "Number 2 leaves out a judgment that never counted. Article 43 speaks of those convicted, "
        + "Article 69.2 of the Code says that they have no criminal record; practice is not "
        + "settled, so an officer who reads it otherwise overrules."
    case .minorOwesNothingElse:
      "Article 107.2 asks for the principal penalty, or its limitation, and three years; unlike "
        + "Article 70 it names no supplementary penalty and no other decision."
    case .minorOfAnyChapter:
      "Article 107.2 makes no exception for Chapters XIII and XXVI: it is the special rule for "
        + "those under eighteen."
    case .mixedAgesAreVerified:
      "No article says how one judgment counts for offences both under and over eighteen, unless "
        + "each is one that never counts: an officer decides."
    case .courtTermOfFine:
      "Article 71.2.a names no fine; the shortest term is taken for it, as in Article 70.2.a."
    case .expulsionIsVerified:
      "Neither Article 70 nor 71 gives a term for expulsion as principal penalty: an officer "
        + "decides."
    case .bansCountFromFollowingDay:
      "A supplementary penalty that runs for a time (control or ban of residence, ban of post or "
        + "practice, loss of civil rights) is in force on its last day: the following day counts."
    case .obligationsCountAtOnce:
      "Money and the other decisions are done when they are done: where they come last, the "
        + "person counts as not convicted from that very day, with no new term."
    case .oldMinorFrom2018:
      "For a minor's judgment effective before 2018 the term of Article 107.2 is used, from "
        + "2018-01-01 on; the halved terms of Article 77 of the Code of 1999 are not."
    case .newOffenceNeedsNoRecord:
      "A new offence restarts the term even if its own judgment never counts: Article 73.2 asks "
        + "for a new offence and an effective judgment, not for a new record."
    case .exemptStartsOnEffect:
      "A new judgment that executes nothing (exemption, school measure) and states no completion "
        + "restarts the term on the day it took effect."
    case .openNewSentenceHasNoOldDay:
      "Where some part of the new sentence has no date, the Code of 1999 gives no day: it counts "
        + "from the whole judgment."
    }
  }
}
