/// What a check found, as a sentence that names the place.
struct Complaint: Equatable, CustomStringConvertible {
  let path: String
  let line: Int
  let what: String

  var description: String { "\(path):\(line): \(what)" }
}

/// The rules of CONTRIBUTING.md that a program can see.
enum Checks {
  static let most = (fileLines: 400, functionLines: 80, columns: 100)

  private static var wideDeclaration: some RegexComponent {
    #/\b(public|open) +(struct|class|enum|actor|protocol|extension|func|var|let|init|static|import)\b/#
  }

  static let rooms = ["Intake", "Assessment", "Decision", "Issuance", "Handover"]

  static func sizes(_ file: SourceFile) -> [Complaint] {
    var found: [Complaint] = []
    if file.lines.count > most.fileLines + 1 {
      let what = "\(file.lines.count) lines; at most \(most.fileLines). Look for the second story."
      found.append(Complaint(path: file.path, line: 1, what: what))
    }
    for (index, line) in file.lines.enumerated() where line.count > most.columns {
      let what = "\(line.count) columns; at most \(most.columns)"
      found.append(Complaint(path: file.path, line: index + 1, what: what))
    }
    for function in functions(in: file) where function.count > most.functionLines {
      let what = "a function of \(function.count) lines; at most \(most.functionLines)"
      found.append(Complaint(path: file.path, line: function.lowerBound + 1, what: what))
    }
    return found
  }

  /// Where each function or initialiser with a body begins and ends, by counting braces.
  static func functions(in file: SourceFile) -> [Range<Int>] {
    file.code.indices.compactMap { start in
      guard file.code[start].contains(#/(^|[ (])(func [^ ]|init[?]?[<(])/#),
        !file.code[start].contains(#/\.init[<(]/#)
      else { return nil }
      return bodyEnd(from: start, in: file.code).map { start..<$0 + 1 }
    }
  }

  private static func bodyEnd(from start: Int, in code: [String]) -> Int? {
    var depth = 0
    var opened = false
    for index in start..<code.count {
      // Another declaration, or the end of the type, before any brace: a requirement, no body.
      if !opened, index > start, code[index].contains(#/^ *(}|(package |static )*(func|var) )/#) {
        return nil
      }
      for character in code[index] {
        if character == "{" {
          depth += 1
          opened = true
        }
        if character == "}" { depth -= 1 }
      }
      if opened, depth <= 0 { return index }
    }
    return nil
  }

  /// Words that have no place in the code, each with what to do instead.
  static func words(_ file: SourceFile) -> [Complaint] {
    var found = matches(#/\b(TODO|FIXME)\b/#, in: file.lines, of: file) {
      "\($0): do it, or open an issue"
    }
    found += matches(#/\bprint\(/#, in: file.code, of: file) { _ in
      "print(: log a fixed sentence with metadata, or write to the output you were given"
    }
    found += matches(#/\btry!/#, in: file.code, of: file) { _ in "try!: throw it to who can act" }
    found += matches(#/\bas! /#, in: file.code, of: file) { _ in
      "as!: use as? and say what is wrong"
    }
    found += matches(#/\bfatalError\(/#, in: file.code, of: file) { _ in
      "fatalError(: precondition with a sentence, or a thrown Fault"
    }
    found += matches(#/\bcatch *{ *}/#, in: file.code, of: file) { _ in "an error thrown away" }
    if file.target != "lylich" {
      found += matches(#/\bDate(\(\)|\.now\b)/#, in: file.code, of: file) { _ in
        "the clock is read only at the edge (Sources/lylich): make now an argument"
      }
    }
    if !["Vocabulary", "Records"].contains(file.target) {
      found += matches(wideDeclaration, in: file.code, of: file) { _ in
        "public: package is our widest word"
      }
    }
    return found
  }

  /// A `try?` whose value nobody looks at loses an error without a trace.
  static func discards(_ file: SourceFile, allowed: [String: Int] = [:]) -> [Complaint] {
    let found = matches(#/^ *(_ = )?try\? /#, in: file.code, of: file) { _ in
      "a discarding try?: say what the failure means"
    }
    return found.count > allowed[file.path, default: 0] ? found : []
  }

  /// Names that say nothing, of types and of folders.
  static func names(_ file: SourceFile) -> [Complaint] {
    var found = matches(
      #/\b(struct|class|enum|actor|protocol) \w+(Manager|Helper|Helpers|Service|Util|Utils)\b/#,
      in: file.code, of: file
    ) { "\($0): name what it is" }
    if let folder = file.path.firstMatch(of: #/\/(Models|Helpers|Utils|Managers|Misc)\//#) {
      let what = "\(folder.output.0): name the subject"
      found.append(Complaint(path: file.path, line: 1, what: what))
    }
    return found
  }

  /// Reading old facts back is for the rooms, the case and the store. The desk may read its own
  /// small values back (a name, a password's hash), but never a room's output.
  static func restoring(_ file: SourceFile) -> [Complaint] {
    guard !(rooms + ["Vocabulary", "CaseFile", "Store"]).contains(file.target) else { return [] }
    let what = "restoring: only rooms, Vocabulary, CaseFile and Store read old facts back"
    let outputs = #/\b(Accepted|Assessed|Decided|Issued|HandedOver)\(restoring: /#
    guard file.target != "Desk" else {
      return matches(outputs, in: file.code, of: file) { _ in what }
    }
    return matches(#/\brestoring:? /#, in: file.code, of: file) { _ in what }
  }

  /// A room's output is proof; a decoder would mint it anywhere.
  static func proofs(_ file: SourceFile) -> [Complaint] {
    let minted =
      #/(struct|extension) (Accepted|Assessed|Decided|Issued|HandedOver)\b[^{]*(Cod|Decod)able\b/#
    return matches(minted, in: file.code, of: file) { _ in
      "the output of a room is never Decodable"
    }
  }

  static func matches(
    _ pattern: some RegexComponent, in lines: [String], of file: SourceFile,
    what: (String) -> String
  ) -> [Complaint] {
    lines.enumerated().flatMap { index, line in
      line.matches(of: pattern).map { match in
        Complaint(path: file.path, line: index + 1, what: what(String(line[match.range])))
      }
    }
  }
}
