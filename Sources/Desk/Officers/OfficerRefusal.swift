/// Why the roster says no.
package enum OfficerRefusal: String, Equatable, Sendable, CaseIterable {
  /// No code of now, and no recovery code that is left.
  case codeWrong
  /// A code is used once; the next comes within half a minute.
  case codeUsed
  /// A password needs twelve characters and is not the user name.
  case passwordWeak
  /// Two passwords were typed that differ.
  case passwordsDiffer
  // Changes by two administrators.
  case samePerson
  /// Who it is about does not approve it.
  case aboutYourself
  case decided
  case unchanged
  case nameMissing
  case usernameMalformed
  case usernameTaken
  case rolesMissing
  /// Administrators and auditors hold no other role.
  case rolesTogether
  /// A role ends before it begins.
  case daysReversed
  /// Two administrators must remain, or nothing could be changed any more.
  case tooFewAdministrators
  // Substitution during leave.
  case notYourRole
  /// Not an officer of this agency who works on cases, or one who has the role already.
  case substituteUnfit
  case daysPast
  case tooLong
  case overlapping
  // Notices.
  case noticeEmpty
  case noticePast
}
