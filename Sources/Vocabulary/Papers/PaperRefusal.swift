/// Why a paper is not taken. Each has its sentence in the catalogue: what is wrong, what to do.
package enum PaperRefusal: String, Error, Equatable, Sendable, CaseIterable {
  /// Nothing was chosen, or the file is empty.
  case empty
  case tooLarge
  /// With this one the papers of the case would be more than the case may hold.
  case caseFull
  case tooMany
  /// Neither a PDF nor a JPEG nor a PNG, whatever it is called.
  case unknownFormat
  /// It begins well and ends too early.
  case truncated
  case damaged
  /// A PDF behind a password.
  case encrypted
  /// A PDF that runs something, or carries other files.
  case active
  /// Two kinds of file in one.
  case polyglot
  /// More dots than a page has: showing it would fill a phone's memory.
  case pictureTooLarge
  /// The application was lodged, or the case is over: papers can no longer be taken off or added.
  case closed
}
