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
}
