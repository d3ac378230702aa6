import Testing

import Store

@Suite("Where the data is")
struct LocationTests {
  @Test func `a file and a server are told apart`() throws {
    #expect(try DatabaseLocation("sqlite:./data/x.sqlite") == .sqlite(path: "./data/x.sqlite"))
    #expect(
      try DatabaseLocation("postgres://u:p@h:5/n") == .postgres(uri: "postgres://u:p@h:5/n"))
    #expect(try DatabaseLocation("postgresql://h/n") == .postgres(uri: "postgresql://h/n"))
  }

  @Test(arguments: [
    ("", DatabaseLocation.Malformed.unknownScheme), ("mysql://x", .unknownScheme),
    ("./x.sqlite", .unknownScheme), ("sqlite:", .noPath), ("sqlite::memory:", .notAFile),
    ("sqlite:file:x?mode=ro", .notAFile),
  ])
  func `what is neither is refused with an example`(
    text: String, wanted: DatabaseLocation.Malformed
  ) {
    let refusal = #expect(throws: DatabaseLocation.Malformed.self) { try DatabaseLocation(text) }
    #expect(refusal == wanted)
    #expect(wanted.description.contains("sqlite:"))
  }

  @Test func `a server's password is not shown`() throws {
    let location = try DatabaseLocation("postgres://user:secret@host/name")
    #expect(!"\(location)".contains("secret"))
  }

  @Test func `a folder that is not there is named`() {
    let fault = #expect(throws: (any Error).self) {
      try Database.open(.sqlite(path: "/nonexistent/folder/x.sqlite"))
    }
    #expect("\(fault.map { "\($0)" } ?? "")".contains("/nonexistent/folder/x.sqlite"))
  }

  @Test func `a server that is away is a fault that may pass`() {
    let fault = #expect(throws: (any Error).self) {
      try Database.open(.postgres(uri: "postgres://nobody:secret@127.0.0.1:1/none"))
    }
    #expect(!"\(fault.map { "\($0)" } ?? "")".contains("secret"))
  }
}
