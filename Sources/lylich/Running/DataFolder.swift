import Desk
import Foundation
import Vocabulary

/// The folder of one installation: files by content, keys, secrets, and what it is.
///
/// A demo is marked when its folder is made, by a file and in the database. Nothing removes the
/// mark: a demo never becomes a real installation.
struct DataFolder: Sendable {
  let root: URL

  var files: URL { root.appending(path: "files") }
  /// Indexes of the judicial records: they hold what identifies people.
  var register: URL { root.appending(path: "register") }
  var keys: URL { root.appending(path: "keys") }
  var secrets: URL { root.appending(path: "secrets") }
  var neighbours: URL { root.appending(path: "neighbours") }
  var accounts: URL { root.appending(path: "demo-accounts.json") }
  var journalSeed: URL { secrets.appending(path: "journal.seed") }
  private var mark: URL { root.appending(path: "DEMO") }

  var isDemo: Bool { FileManager.default.fileExists(atPath: mark.path) }

  /// Whether there is an installation here at all.
  var isEmpty: Bool {
    let names = try? FileManager.default.contentsOfDirectory(atPath: root.path)
    return (names ?? []).isEmpty
  }

  func make() throws(Fault) {
    do {
      for folder in [root, files, secrets] {
        try FileManager.default.createDirectory(
          at: folder, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      }
    } catch {
      throw Fault("making the data folder \(root.path)", cause: "\(error)")
    }
  }

  func markAsDemo() throws(Fault) {
    try write(
      Data("Thư mục dữ liệu thử. This is demo data, for good.\n".utf8), to: mark)
  }

  /// Writes a file that only its owner may read, whole or not at all.
  func write(_ data: Data, to url: URL) throws(Fault) {
    let draft = url.appendingPathExtension("new")
    guard
      FileManager.default.createFile(
        atPath: draft.path, contents: data, attributes: [.posixPermissions: 0o600])
    else { throw Fault("writing \(url.path)", cause: "the file cannot be made") }
    // `rename` puts it in the place of an old one in one step.
    guard rename(draft.path, url.path) == 0 else {
      throw Fault("writing \(url.path)", cause: String(cString: strerror(errno)))
    }
  }

  /// A secret's text; made of `byteCount` secret bytes where there is none yet.
  func secret(_ name: String, byteCount: Int) throws(Fault) -> String {
    let url = secrets.appending(path: name)
    if let data = FileManager.default.contents(atPath: url.path) {
      return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let text = Data(secretBytes(byteCount)).map { padHex($0) }.joined()
    try write(Data((text + "\n").utf8), to: url)
    return text
  }
}

extension DataFolder {
  /// The key of the demo's simulated court: 32 bytes.
  func courtSeed() throws(Fault) -> [UInt8] {
    guard let seed = decoded(hex: try secret("court.seed", byteCount: 32)) else {
      throw Fault("reading the simulated court's key", cause: "secrets/court.seed is not in hex")
    }
    return seed
  }
}

extension DataFolder {
  /// Made where there is none yet.
  func officerBox() throws(Fault) -> SecretBox {
    guard let key = decoded(hex: try secret("officers.key", byteCount: 32)),
      let box = SecretBox(key: key)
    else {
      throw Fault(
        "reading the officers' key", cause: "secrets/officers.key is not 32 bytes in hex")
    }
    return box
  }
}

func secretBytes(_ count: Int) -> [UInt8] {
  var generator = SystemRandomNumberGenerator()
  return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
}

func padHex(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16)
  return digits.utf8.count == 1 ? "0" + digits : digits
}

func decoded(hex text: String) -> [UInt8]? {
  let digits = Array(text.utf8)
  guard digits.count % 2 == 0 else { return nil }
  var bytes: [UInt8] = []
  for index in stride(from: 0, to: digits.count, by: 2) {
    guard let byte = UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16)
    else { return nil }
    bytes.append(byte)
  }
  return bytes
}
