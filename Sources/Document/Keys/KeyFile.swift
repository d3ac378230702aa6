import Foundation
import Glibc
import Vocabulary

/// Files of keys and certificates. A secret is readable by its owner alone, and a file that is
/// not is refused: that is how leaks are found before they matter.
enum KeyFile {
  static let sizeLimitBytes = 1_000_000

  static func secret(at path: String) throws(Fault) -> String {
    let mode: Int
    do {
      let facts = try FileManager.default.attributesOfItem(atPath: path)
      mode = (facts[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
    } catch {
      throw missing(path)
    }
    guard mode & 0o077 == 0 else {
      throw Fault(
        "reading the secret \(path)",
        cause: "others than its owner may read it; type: chmod 600 \(path)")
    }
    return try text(at: path)
  }

  static func chain(at path: String) throws(Fault) -> [ChainCertificate] {
    let pem = try text(at: path)
    do {
      return try ChainCertificate.reading(pem: pem)
    } catch {
      throw Fault("reading the certificates \(path)", cause: "they are not PEM certificates")
    }
  }

  static func text(at path: String) throws(Fault) -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else { throw missing(path) }
    guard bytes.count <= sizeLimitBytes, let text = String(bytes: bytes, encoding: .utf8) else {
      throw Fault("reading \(path)", cause: "it is no text of a sensible size")
    }
    return text
  }

  /// Writes a new file; one that exists is never overwritten.
  static func write(_ text: String, to path: String, mode: mode_t) throws(Fault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      throw Fault("writing \(path)", cause: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      throw Fault("writing \(path)", cause: String(cString: strerror(errno)))
    }
  }

  private static func missing(_ path: String) -> Fault {
    Fault("reading \(path)", cause: "it cannot be read; check the path and who may read it")
  }
}
