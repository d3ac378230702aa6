/// How an open index is kept.
package enum IndexKeeping: Sendable {
  /// Where the system has the file.
  case mapped
  /// Copied once into large pages: who asks all over a large file asks a fifth faster, and pays a
  /// copy.
  case held
}
