/// Who may import whom: the table of ARCHITECTURE.md, arrows pointing up it only.
enum Imports {
  static let allowed: [String: Set<String>] = [
    "Vocabulary": [],
    "Law": ["Vocabulary"],
    "Words": rooms.union(["CaseFile"]),
    "Records": ["Vocabulary", "Law"],
    "Intake": ["Vocabulary", "Law"],
    "Assessment": ["Vocabulary", "Law", "Records", "Intake"],
    "Decision": ["Vocabulary", "Law", "Records", "Intake", "Assessment"],
    "Issuance": ["Vocabulary", "Law", "Records", "Intake", "Assessment", "Decision"],
    "Handover": ["Vocabulary", "Law", "Records", "Intake", "Assessment", "Decision", "Issuance"],
    "CaseFile": rooms,
    "Store": rooms.union(["CaseFile", "CPostgres", "CSQLite"]),
    "Document": [
      "Vocabulary", "Law", "Words", "Records", "Issuance", "CHarfBuzz", "CZlib", "CQREncode",
      "CPKCS11",
    ],
    "Outside": ["Vocabulary"],
    "Desk": rooms.union(["Words", "CaseFile", "Store", "Document", "Outside"]),
    "Portal": rooms.union(["Words", "CaseFile", "Desk", "Outside"]),
    "Neighbours": ["Vocabulary"],
    "lylich": rooms.union([
      "Words", "CaseFile", "Store", "Document", "Outside", "Desk", "Portal", "Neighbours",
    ]),
  ]

  private static let rooms: Set<String> = [
    "Vocabulary", "Law", "Records", "Intake", "Assessment", "Decision", "Issuance", "Handover",
  ]

  static let libraries: Set<String> = [
    "CPostgres", "CSQLite", "CHarfBuzz", "CZlib", "CQREncode", "CPKCS11",
  ]

  /// These speak with the network or a database, so a room that imports one is no longer pure.
  static let world: Set<String> = [
    "FoundationNetworking", "AsyncHTTPClient", "Hummingbird", "NIOCore", "NIOPosix", "NIOSSL",
    "Logging", "Configuration",
  ]
  private static let pure: Set<String> = [
    "Vocabulary", "Law", "Words", "Records", "Intake", "Assessment", "Decision", "Issuance",
    "Handover", "CaseFile", "Document",
  ]

  static func of(_ file: SourceFile) -> [(line: Int, module: String)] {
    file.code.enumerated().compactMap { index, line in
      let pattern = /^ *(?:@\w+ )*(?:package |internal |private |public )?import (?:\w+ )?(\w+)/
      return line.firstMatch(of: pattern).map { (index + 1, String($0.1)) }
    }
  }

  static func arrows(_ file: SourceFile) -> [Complaint] {
    guard let mayImport = allowed[file.target] else {
      return [Complaint(path: file.path, line: 1, what: "a target that the table does not know")]
    }
    let ours = Set(allowed.keys).union(libraries)
    return of(file).compactMap { line, module in
      if ours.contains(module), !mayImport.contains(module) {
        return Complaint(
          path: file.path, line: line, what: "\(file.target) must not import \(module)")
      }
      if pure.contains(file.target), world.contains(module) {
        return Complaint(
          path: file.path, line: line, what: "\(file.target) is pure and must not import \(module)")
      }
      return nil
    }
  }

  /// Each C library is imported by one Swift file.
  static func libraries(_ files: [SourceFile]) -> [Complaint] {
    var found: [Complaint] = []
    let imports = files.map { (path: $0.path, lines: of($0)) }
    for library in libraries.sorted() {
      let users = imports.filter { file in file.lines.contains { $0.module == library } }
      for extra in users.dropFirst() {
        let what = "\(library) is already imported by \(users[0].path)"
        found.append(Complaint(path: extra.path, line: 1, what: what))
      }
    }
    return found
  }
}
