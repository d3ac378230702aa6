import AsyncHTTPClient
import Foundation
import Hummingbird
import Neighbours
import NIOCore
import Outside
import Testing
import Vocabulary

@Suite("Agencies: inquiries and answers", .serialized)
struct AgenciesTests {
  func agencies(_ street: Street, seconds: Int = 5) throws -> Agencies {
    Agencies(
      recordsCentre: try Endpoint(street.addresses.recordsCentre),
      police: try Endpoint(street.addresses.police),
      line: Line(client: street.client, timeoutSeconds: seconds))
  }

  @Test func `a clean person is answered at once by the centre and later by the police`()
    async throws
  {
    try await withStreet { street in
      let agencies = try agencies(street)
      let centre = try inquiry(.recordsCentre)
      let answered = InquiryReply.answered(
        .noRecord(reference: "000001/2026/TTLLTPQG", searchedOn: CivilDate(2026, 11, 21)))
      #expect(try await agencies.send(centre) == answered)
      #expect(try await agencies.send(centre) == answered)
      #expect(try await agencies.poll(centre) == answered)
      let police = try inquiry(.police)
      #expect(try await agencies.send(police) == .accepted)
      #expect(try await agencies.poll(police) == .accepted)
      street.clock.move(seconds: 2)
      #expect(
        try await agencies.poll(police)
          == .answered(
            .noRecord(reference: "000001/2026/PV06", searchedOn: CivilDate(2026, 11, 21))))
    }
  }

  @Test func `a record comes with every judgment, in the body's words`() async throws {
    try await withStreet { street in
      let agencies = try agencies(street)
      let reply = try await agencies.send(
        inquiry(.recordsCentre, "092075003806", "Lâm Hoài Phong", CivilDate(1975, 1, 19)))
      guard case .answered(.record(_, _, let summary, let entries, let bans)) = reply else {
        Issue.record("no record: \(reply)")
        return
      }
      #expect(summary == "Có 03 bản án." && bans.isEmpty)
      #expect(entries.map(\.judgmentOn.year) == [1998, 2009, 2022])
      #expect(entries.map(\.clearedFrom) == [CivilDate(2002, 3, 11), CivilDate(2017, 4, 30), nil])
      #expect(entries.last?.supplementaryPenalty == "Cấm hành nghề lái xe 01 năm")
    }
  }

  @Test func `a ban after a bankruptcy is a record too`() async throws {
    try await withStreet { street in
      let reply = try await agencies(street).send(
        inquiry(.recordsCentre, "092070005592", "Thạch Văn Rinh", CivilDate(1970, 7, 7)))
      guard case .answered(.record(_, _, _, let entries, let bans)) = reply else {
        Issue.record("no record: \(reply)")
        return
      }
      #expect(entries.isEmpty && bans.first?.until == CivilDate(2028, 4, 18))
    }
  }

  @Test func `a namesake is a doubt`() async throws {
    try await withStreet { street in
      let agencies = try agencies(street)
      let asked = try inquiry(.police, "001083007742", "Nguyễn Văn Nam", CivilDate(1983, 5, 30))
      _ = try await agencies.send(asked)
      street.clock.move(seconds: 2)
      guard case .answered(.doubtful(_, _, let reason)) = try await agencies.poll(asked) else {
        Issue.record("no doubt")
        return
      }
      #expect(reason.contains("trùng họ"))
    }
  }

  @Test func `police that never answer stay unanswered`() async throws {
    try await withStreet { street in
      let agencies = try agencies(street)
      let asked = try inquiry(.police, "001091002276", "Đặng Quốc Bảo", CivilDate(1991, 2, 14))
      _ = try await agencies.send(asked)
      street.clock.move(seconds: 100_000)
      #expect(try await agencies.poll(asked) == .accepted)
    }
  }

  @Test func `an answer in a shape of its own is unusable`() async throws {
    try await withStreet { street in
      let asked = try inquiry(
        .recordsCentre, "092196001853", "Huỳnh Thanh Tâm", CivilDate(1996, 8, 17))
      guard case .unusable = try await agencies(street).send(asked) else {
        Issue.record("was used")
        return
      }
    }
  }

  @Test func `a body that is down, silent or slow is a fault; one that lies is unusable`()
    async throws
  {
    try await withStreet { street in
      let agencies = try agencies(street, seconds: 1)
      let asked = try inquiry(.recordsCentre)
      for mode in ["error", "silent", "slow:3"] {
        try await street.control(street.addresses.recordsCentre, #"{"mode":"\#(mode)"}"#)
        let fault = await #expect(throws: Fault.self) { try await agencies.send(asked) }
        #expect(fault?.retry == .later)
      }
      try await street.control(street.addresses.recordsCentre, #"{"mode":"wrong"}"#)
      guard case .unusable = try await agencies.send(asked) else {
        Issue.record("was used")
        return
      }
    }
  }

  @Test func `another question under the same id is refused, and an unknown id is unknown`()
    async throws
  {
    try await withStreet { street in
      let agencies = try agencies(street)
      let first = try inquiry(.recordsCentre)
      let second = Inquiry(
        id: first.id, body: .recordsCentre, caseNumber: first.caseNumber,
        person: try inquiry(.recordsCentre, "092085001364", "Trần Văn Hùng", CivilDate(1985, 11, 2))
          .person)
      _ = try await agencies.send(first)
      #expect(try await agencies.send(second) == .unusable(reason: "status 409"))
      guard case .unusable(let reason) = try await agencies.poll(second) else {
        Issue.record("the answer about another person was used")
        return
      }
      #expect(reason == "another person was searched for")
      let never = try inquiry(.recordsCentre)
      #expect(try await agencies.poll(never) == .unknown)
    }
  }

  @Test func `a neighbour that starts again remembers its inquiries`() async throws {
    let folder = try temporaryFolder()
    let asked = try inquiry(.police)
    try await withStreet(folder: folder) { street in
      let agencies = try agencies(street)
      #expect(try await agencies.send(asked) == .accepted)
    }
    try await withStreet(folder: folder) { street in
      street.clock.move(seconds: 2)
      let agencies = try agencies(street)
      guard case .answered = try await agencies.poll(asked) else {
        Issue.record("forgotten")
        return
      }
    }
    try FileManager.default.removeItem(at: folder)
  }
}

@Suite("Agencies: nothing but a whole answer is an answer")
struct AnswerTests {
  static let good = #"""
    {"inquiry":"ID","status":"answered","answer":{"searchedFor":{"nationalID":"092190004217",
    "name":"Nguyễn Thị Mai","birthDate":"1990-03-12"},"outcome":"no-record","reference":"R/1",
    "searchedOn":"2026-11-21"}}
    """#

  func reply(
    _ text: String, status: HTTPResponse.Status = .ok, type: String = "application/json"
  ) async throws -> InquiryReply {
    let asked = try inquiry(.recordsCentre)
    let client = Line.makeClient()
    let body = text.replacingOccurrences(of: "\"ID\"", with: "\"\(asked.id.text)\"")
    defer { client.shutdown { _ in } }
    return try await withStub { _ in
      Response(
        status: status, headers: [.contentType: type],
        body: .init(byteBuffer: ByteBuffer(string: body)))
    } body: { address in
      let agencies = Agencies(
        recordsCentre: try Endpoint(address), police: try Endpoint(address),
        line: Line(client: client, timeoutSeconds: 5, maxReplyBytes: 4096))
      return try await agencies.send(asked)
    }
  }

  @Test func `the whole answer is "no record"`() async throws {
    #expect(
      try await reply(Self.good)
        == .answered(.noRecord(reference: "R/1", searchedOn: CivilDate(2026, 11, 21))))
  }

  @Test(arguments: [
    (#""status":"answered""#, #""status":"ANSWERED""#), (#""outcome":"no-record""#, #""x":1"#),
    (#""outcome":"no-record""#, #""outcome":"none""#), (#""reference":"R/1","#, ""),
    (#""reference":"R/1""#, #""reference":"""#), (#""reference":"R/1""#, #""reference":" ""#),
    (#""reference":"R/1""#, #""reference":1"#), (#""searchedOn":"2026-11-21""#, #""note":"x""#),
    ("2026-11-21", "2026-02-30"), ("2026-11-21", "21/11/2026"),
    ("Nguyễn Thị Mai", "Nguyễn Thị Mãi"), ("1990-03-12", "1990-03-13"),
    ("092190004217", "092190004218"), (#""nationalID":"092190004217","#, ""),
    (#""inquiry":"ID""#, #""inquiry":"another""#), (#""inquiry":"ID","#, ""),
    (#""searchedOn":"2026-11-21""#, #""searchedOn":"2026-11-21","entries":[]"#),
    (#""searchedOn":"2026-11-21""#, #""searchedOn":"2026-11-21","note":"but see file 7""#),
    (#""status":"answered""#, #""status":"answered","provisional":true"#),
    (#""outcome":"no-record""#, #""outcome":"record""#),
    (#""outcome":"no-record""#, #""outcome":"doubtful""#), ("}}", "}"), ("{\"inq", "[{\"inq"),
  ])
  func `an answer with anything missing, strange or about another is unusable`(
    from: String, to: String
  ) async throws {
    #expect(Self.good.contains(from))
    let changed = Self.good.replacingOccurrences(of: from, with: to)
    guard case .unusable = try await reply(changed) else {
      Issue.record("was used")
      return
    }
  }

  @Test(arguments: [202, 201, 204, 301, 302, 400, 403, 409])
  func `a good body under another status is unusable`(status: Int) async throws {
    guard case .unusable = try await reply(Self.good, status: .init(code: status)) else {
      Issue.record("was used")
      return
    }
  }

  @Test(arguments: [500, 502, 503, 504, 429, 408])
  func `an error of the body's own is a fault to be tried later`(status: Int) async throws {
    let fault = await #expect(throws: Fault.self) {
      try await reply(Self.good, status: .init(code: status))
    }
    #expect(fault?.retry == .later)
  }

  @Test(arguments: ["text/html", "", "application/json2", "text/json"])
  func `another content type is unusable`(type: String) async throws {
    guard case .unusable = try await reply(Self.good, type: type) else {
      Issue.record("was used")
      return
    }
  }

  @Test func `an answer without end is a fault`() async throws {
    await #expect(throws: Fault.self) {
      try await reply(Self.good + String(repeating: " ", count: 5000))
    }
  }
}

func inquiry(
  _ body: InquiredBody, _ number: String = "092190004217", _ name: String = "Nguyễn Thị Mai",
  _ birthDate: CivilDate = CivilDate(1990, 3, 12)
) throws -> Inquiry {
  var generator = SystemRandomNumberGenerator()
  return Inquiry(
    id: InquiryID(random: &generator), body: body,
    caseNumber: CaseNumber(agencyCode: "000.00.10.H13", day: CivilDate(2026, 11, 21), sequence: 7),
    person: InquiredPerson(
      nationalID: try NationalID(number), otherNumbers: ["361900427"],
      name: try PersonName(name), otherNames: [], birthDate: .day(birthDate),
      fatherName: try PersonName("Nguyễn Văn Lợi"), motherName: nil))
}
