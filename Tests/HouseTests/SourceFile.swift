import Foundation

/// One Swift file of the project, as written and as code alone.
struct SourceFile {
  /// From the project's folder, such as `Sources/Law/Fees.swift`.
  let path: String
  let lines: [String]
  /// The same lines with comments and the insides of string literals taken out, so that a
  /// forbidden word in a sentence is no offence.
  let code: [String]

  init(path: String, text: String) {
    self.path = path
    self.lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var reader = CodeReader(text: Array(text.utf8))
    self.code = reader.codeAlone().split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// The target it belongs to: the folder below `Sources`.
  var target: String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[1]) : ""
  }
}

extension SourceFile {
  /// Every Swift file below `folder`, which stands in the project's folder.
  static func all(below folder: String, of project: URL) throws -> [SourceFile] {
    let top = project.appending(path: folder).resolvingSymlinksInPath()
    return try FileManager.default.subpathsOfDirectory(atPath: top.path)
      .filter { $0.hasSuffix(".swift") }
      .sorted()
      .map { inside in
        let text = try String(contentsOf: top.appending(path: inside), encoding: .utf8)
        return SourceFile(path: "\(folder)/\(inside)", text: text)
      }
  }
}

/// Reads Swift just well enough to tell code from comments and string literals.
private struct CodeReader {
  let text: [UInt8]
  var at = 0
  var kept: [UInt8] = []

  init(text: [UInt8]) {
    self.text = text
  }

  mutating func codeAlone() -> String {
    while at < text.count {
      readCode()
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private mutating func readCode() {
    if starts("//") {
      skipLine()
    } else if starts("/*") {
      skipBlock()
    } else if let hashes = literalHashes() {
      skipLiteral(hashes: hashes)
    } else {
      keep()
    }
  }

  private func starts(_ sign: String) -> Bool {
    let sign = Array(sign.utf8)
    return at + sign.count <= text.count && Array(text[at..<at + sign.count]) == sign
  }

  private mutating func keep() {
    kept.append(text[at])
    at += 1
  }

  /// Passes over one byte; line ends stay, so that line numbers stay true.
  private mutating func skip() {
    if text[at] == UInt8(ascii: "\n") { kept.append(text[at]) }
    at += 1
  }

  private mutating func skipLine() {
    while at < text.count, text[at] != UInt8(ascii: "\n") { at += 1 }
  }

  private mutating func skipBlock() {
    while at < text.count, !starts("*/") { skip() }
    at = min(at + 2, text.count)
  }

  /// How many `#` stand before a quotation mark here; nil where no literal begins.
  private func literalHashes() -> Int? {
    var end = at
    while end < text.count, text[end] == UInt8(ascii: "#") { end += 1 }
    return end < text.count && text[end] == UInt8(ascii: "\"") ? end - at : nil
  }

  private mutating func skipLiteral(hashes: Int) {
    at += hashes
    let quotes = starts("\"\"\"") ? "\"\"\"" : "\""
    let fence = String(repeating: "#", count: hashes)
    kept += Array("\"\"".utf8)
    at += quotes.utf8.count
    let oneLine = quotes.utf8.count == 1
    while at < text.count, !starts(quotes + fence) {
      // A quotation mark in a regular expression begins no literal: take it up again below.
      if oneLine, text[at] == UInt8(ascii: "\n") { return }
      if starts("\\" + fence + "(") {
        at += 1 + hashes + 1
        readInterpolation()
      } else if hashes == 0, starts("\\") {
        at += 1
        if at < text.count { skip() }
      } else {
        skip()
      }
    }
    at = min(at + quotes.utf8.count + hashes, text.count)
  }

  /// What stands in `\(…)` is code and is kept.
  private mutating func readInterpolation() {
    var depth = 1
    kept.append(UInt8(ascii: " "))
    while at < text.count {
      if starts("(") { depth += 1 }
      if starts(")") { depth -= 1 }
      if depth == 0 { break }
      readCode()
    }
    if at < text.count { at += 1 }
    kept.append(UInt8(ascii: " "))
  }
}
