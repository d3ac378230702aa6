import Foundation
import Testing
import Vocabulary

@testable import CaseFile

@Suite struct `The JSON that is stored` {
  private struct Mixed: Codable, Equatable {
    var text = "Nguyễn \"Mẫu\" \\ / \u{01}\u{08}\t\n\u{0C}\r\u{1F}\u{7F} 👋🏽"
    var empty = ""
    var numbers = [0, -1, Int.max, Int.min]
    var byte: UInt8 = 255
    var reals = [0.5, 2, -1e-7]
    var nothing: String?
    var something: Int? = 7
    var list: [Int?] = [1, nil]
    var map = ["b.10": "z", "a": "x", "b.9": "y", "B": "w", "ă": "v"]
    var nested = [["a": [true]], ["b": [false]], [:]]
    var choice = [Choice.bare, .one(3), .named(by: "x", at: nil), .named(by: "y", at: 2)]
    var spaces = "  "
  }

  private enum Choice: Codable, Equatable {
    case bare
    case one(Int)
    case named(by: String, at: Int?)
  }

  private func foundations(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test func `is what Foundation writes`() throws {
    let ours = String(decoding: JournalCodec.bytes(of: Mixed()), as: UTF8.self)
    #expect(ours == (try foundations(Mixed())))
    #expect(try JournalCodec.value(Mixed.self, from: Array(ours.utf8)) == Mixed())
    for text in ["", "a", "\u{0}"] {
      #expect(
        String(decoding: JournalCodec.bytes(of: text), as: UTF8.self) == (try foundations(text)))
    }
  }

  @Test func `of an entry tells the event's name`() throws {
    let agency = try #require(AgencyID("stp-cantho"))
    func kind(_ event: HouseEvent) -> String {
      JournalCodec.stored(
        HouseEntry(
          event: event, caseID: nil, seq: nil, agency: agency, actor: .system("worker"),
          at: Instant(milliseconds: 1))
      ).kind
    }
    #expect(kind(.officerSignInFailed) == "officerSignInFailed")
    #expect(kind(.payloadPurged(event: 3)) == "payloadPurged")
    #expect(kind(.installed(profile: "a", origin: "b")) == "installed")
  }

  @Test func `of an entry is read back`() throws {
    let agency = try #require(AgencyID("stp-cantho"))
    let entry = HouseEntry(
      event: .installed(profile: "p", origin: "example.org/log"), caseID: nil, seq: nil,
      agency: agency, actor: .system("worker"), at: Instant(milliseconds: 1), why: "\"vì\"")
    let (bytes, _) = JournalCodec.stored(entry)
    #expect(String(decoding: bytes, as: UTF8.self) == (try foundations(entry)))
    #expect(try JournalCodec.value(HouseEntry.self, from: bytes) == entry)
  }

  private struct Plain: Codable, Equatable {
    var text = "Nguyễn Mẫu / 👋🏽"
    var numbers = [0, -1, Int.max]
    var byte: UInt8 = 255
    var truth = [true, false]
    var nothing: String?
    var list: [Int?] = [1, nil]
    var map = ["b": "z", "ă": "v", "": ""]
    var nested = [["a": [true]], [:]]
    var choice = [Choice.bare, .one(3), .named(by: "x", at: nil), .named(by: "y", at: 2)]
  }

  private func ours<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try Value(from: StoredJSONDecoder(value: ParsedJSON(Array(text.utf8))))
  }

  @Test func `is read by us as Foundation reads it`() throws {
    let text = try foundations(Plain())
    #expect(try ours(Plain.self, text) == Plain())
    #expect(try ours([String: [Int]].self, "{}") == [:])
  }

  @Test(arguments: [
    "", "{", "[1", "[1,]", "[1]x", "[ 1]", "[01]", "[1.0]", "[1e2]", "[-]", "[\"a\"]", "[null]",
    "[9223372036854775808]", "[\"\\u0031\"]", "{\"a\":1}", "[[1]]",
  ])
  func `of another form is left to Foundation`(text: String) throws {
    #expect(throws: (any Error).self) { try ours([Int].self, text) }
    let bytes = Array(text.utf8)
    let whole = try? JournalCodec.value([Int].self, from: bytes)
    #expect(whole == (try? JSONDecoder().decode([Int].self, from: Data(bytes))))
  }
}
