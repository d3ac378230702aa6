import Foundation
import Neighbours
import Outside
import Testing
import Vocabulary

@Suite("Facts: a question about one part of one judgment", .serialized)
struct FactTests {
  private func agencies(_ street: Street) throws -> Agencies {
    Agencies(
      recordsCentre: try Endpoint(street.addresses.recordsCentre),
      police: try Endpoint(street.addresses.police),
      line: Line(client: street.client, timeoutSeconds: 5))
  }

  private func question(
    _ id: Int = 1, holder: AskedHolder = .civilEnforcement, number: String = "47/2023/HS-ST",
    part: String = "obligations[1].completed"
  ) throws -> FactInquiry {
    let padding = String(repeating: "0", count: 25)
    guard let inquiry = InquiryID("\(padding)\(id)") else { throw NoID() }
    return FactInquiry(
      id: inquiry, holder: holder,
      caseNumber: CaseNumber(
        agencyCode: "000.00.10.H13", day: CivilDate(2026, 11, 21), sequence: 7),
      person: InquiredPerson(
        nationalID: try NationalID("092085001364"), otherNumbers: [],
        name: try PersonName("Trần Văn Hùng"), otherNames: [],
        birthDate: .day(CivilDate(1985, 11, 2)), fatherName: nil, motherName: nil),
      judgmentNumber: number, pronouncedOn: CivilDate(2023, 5, 16), court: "Tòa án Mẫu",
      part: part, kind: "courtFee")
  }

  struct NoID: Error {}

  @Test func `what the holder knows comes with its number and its day`() async throws {
    try await withStreet { street in
      let reply = try await agencies(street).send(try question())
      guard case .answered(let answer) = reply else {
        Issue.record("no answer: \(reply)")
        return
      }
      #expect(answer.value == .done(on: CivilDate(2024, 6, 10)))
      #expect(answer.reference == "000001/2026/XM-TTLLTPQG")
      #expect(answer.answeredOn == CivilDate(2026, 11, 21))
    }
  }

  @Test func `what the holder does not know is never done`() async throws {
    try await withStreet { street in
      let agencies = try agencies(street)
      let reply = try await agencies.send(try question(number: "1/2001/HSST"))
      guard case .answered(let answer) = reply else {
        Issue.record("no answer: \(reply)")
        return
      }
      #expect(answer.value == .cannotTell)
    }
  }

  @Test func `prisons and communes answer later, and until then nothing is known`() async throws {
    try await withStreet { street in
      let agencies = try agencies(street)
      let asked = try question(holder: .commune)
      #expect(try await agencies.send(asked) == .accepted)
      #expect(try await agencies.poll(asked) == .accepted)
      street.clock.move(seconds: 2)
      guard case .answered = try await agencies.poll(asked) else {
        Issue.record("no answer")
        return
      }
      #expect(try await agencies.poll(try question(5, holder: .commune)) == .unknown)
    }
  }

  @Test func `an answer about another part is no answer, and one that is down is a fault`()
    async throws
  {
    try await withStreet { street in
      let agencies = try agencies(street)
      try await street.control(street.addresses.recordsCentre, #"{"mode":"wrong"}"#)
      #expect(
        try await agencies.send(try question())
          == .unusable(reason: "another judgment or part was looked up"))
      try await street.control(street.addresses.recordsCentre, #"{"mode":"error"}"#)
      let fault = await #expect(throws: Fault.self) { try await agencies.send(try question()) }
      #expect(fault?.retry == .later)
    }
  }

  @Test func `another question under the same id is refused`() async throws {
    try await withStreet { street in
      let agencies = try agencies(street)
      _ = try await agencies.send(try question())
      let other = try question(part: "principal.completed")
      #expect(try await agencies.send(other) == .unusable(reason: "status 409"))
    }
  }
}
