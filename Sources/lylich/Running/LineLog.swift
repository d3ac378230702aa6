import Glibc
import Logging
import Vocabulary

/// One line an event on the standard error: when, how grave, what, and the facts by name.
///
/// A request writes one and may give the log facts of its own that nothing reads: a line is put
/// together only when it is written.
struct LineLog: LogHandler {
  var logLevel = Logger.Level.info
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var line = "\(Instant.now) \(event.level) \(event.message)"
    let own = event.metadata ?? [:]
    let facts = metadata.isEmpty ? own : metadata.merging(own) { $1 }
    for (name, fact) in facts.sorted(by: { $0.key < $1.key }) {
      line += " "
      line += name
      line += "="
      line += fact.description
    }
    if let error = event.error { line += " error=\(type(of: error))" }
    write(line)
  }

  /// In one call, so that the lines of several threads do not mix. Where nobody takes them there is
  /// nobody to tell.
  private func write(_ line: String) {
    var bytes = line.utf8.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
    bytes.append(UInt8(ascii: "\n"))
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
