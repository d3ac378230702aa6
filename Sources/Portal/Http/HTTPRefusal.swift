import Vocabulary

/// The door says no before the desk is asked.
enum HTTPRefusal: Error, Equatable, Sendable {
  /// The form token is missing, wrong or another session's, or the post comes from another site.
  case formNotOurs
  case bodyTooLarge(limitBytes: Int)
  case bodyTooSlow
  case bodyUnreadable
  case notFound
  case methodNotAllowed(allowed: [String])
  case tooManyRequests(retryAfterSeconds: Int)
}
