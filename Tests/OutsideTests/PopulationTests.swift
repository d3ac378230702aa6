import AsyncHTTPClient
import Foundation
import Neighbours
import Outside
import Testing
import Vocabulary

@Suite("Population register", .serialized)
struct PopulationTests {
  func register(_ street: Street, seconds: Int = 5) throws -> PopulationRegister {
    PopulationRegister(
      endpoint: try Endpoint(street.addresses.population),
      line: Line(client: street.client, timeoutSeconds: seconds))
  }

  func ask(
    _ register: PopulationRegister, _ number: String, _ name: String, _ birthDate: String
  ) async throws -> PopulationFound {
    try await register.person(
      NationalID(number), name: PersonName(name), birthDate: #require(BirthDate(iso: birthDate)),
      askedBy: "citizen")
  }

  @Test func `what the register knows of the person fills every field`() async throws {
    try await withStreet { street in
      let found = try await ask(
        register(street), "092190004217", "NGUYỄN THỊ MAI", "1990-03-12")
      guard case .found(let person) = found else {
        Issue.record("not found")
        return
      }
      #expect(person.name.text == "Nguyễn Thị Mai" && person.sex == .female)
      #expect(person.birthDate == .day(CivilDate(1990, 3, 12)))
      #expect(person.nationality == "VN" && person.ethnicity == "Kinh")
      #expect(person.permanentResidence?.contains("Cần Thơ") == true)
      #expect(person.father?.name.text == "Nguyễn Văn Lợi")
      #expect(person.mother?.nationalID?.digits == "092165002204")
      #expect(person.spouse?.name.text == "Lê Minh Khôi")
      #expect(person.oldNumbers == ["361900427"])
    }
  }

  @Test func `number, name and day of birth must all agree`() async throws {
    try await withStreet { street in
      let register = try register(street)
      for (number, name, birthDate) in [
        ("092190004218", "Nguyễn Thị Mai", "1990-03-12"),
        ("092190004217", "Nguyễn Thị Mãi", "1990-03-12"),
        ("092190004217", "Nguyễn Thị Mai", "1990-03-13"),
        ("092190004217", "Nguyễn Thị Mai", "1990"),
      ] {
        #expect(try await ask(register, number, name, birthDate) == .notFound)
      }
    }
  }

  @Test func `everybody in the cast with a register that works is found whole`() async throws {
    try await withStreet { street in
      let register = try register(street)
      for member in try Cast.read().members where (member.population ?? .ok) == .ok {
        let found = try await ask(
          register, member.nationalID.digits, member.name, member.birthDate.iso)
        guard case .found(let person) = found else {
          Issue.record("not found")
          continue
        }
        #expect(person.name.text == member.name && person.birthDate == member.birthDate)
        #expect(person.nationalID.statedBirthYear == person.birthDate.year)
        #expect(person.nationalID.statedSex == person.sex)
      }
    }
  }

  @Test func `a register that is down, slow, silent or wrong is a fault`() async throws {
    try await withStreet { street in
      let register = try register(street, seconds: 1)
      for mode in ["error", "slow:3", "silent", "wrong"] {
        try await street.control(street.addresses.population, #"{"mode":"\#(mode)"}"#)
        await #expect(throws: Fault.self) {
          try await ask(register, "092190004217", "Nguyễn Thị Mai", "1990-03-12")
        }
      }
      try await street.control(street.addresses.population, #"{"mode":"ok"}"#)
      for (number, name, birthDate) in [
        ("001095003318", "Phạm Minh Tuấn", "1995-09-08"),
        ("092193006085", "Võ Thị Kim Ngân", "1993-12-01"),
        ("092195007448", "Hồ Thị Diệu Linh", "1995-04-04"),
      ] {
        await #expect(throws: Fault.self) { try await ask(register, number, name, birthDate) }
      }
    }
  }

  @Test func `about others the register says only whether it matches`() async throws {
    try await withStreet { street in
      let register = try register(street, seconds: 1)
      func confirm(_ name: String) async throws -> PopulationMatch {
        try await register.confirm(
          NationalID("092190004217"), name: PersonName(name),
          birthDate: .day(CivilDate(1990, 3, 12)), askedBy: "citizen")
      }
      #expect(try await confirm("Nguyễn Thị Mai") == .matches)
      #expect(try await confirm("Nguyễn Thị Mái") == .toBeConfirmed)
      let raw = try await street.browser.post(
        street.addresses.population + "/citizens/confirm", type: "application/json",
        body: #"{"nationalID":"092190004217","name":"Nguyễn Thị Mai","birthDate":"1990-03-12","#
          + #""askedBy":"x"}"#)
      #expect(raw.body == #"{"matches":true}"#)
      for mode in ["error", "silent"] {
        try await street.control(street.addresses.population, #"{"mode":"\#(mode)"}"#)
        #expect(try await confirm("Nguyễn Thị Mai") == .toBeConfirmed)
      }
    }
  }

  @Test(arguments: [
    "", "[]", "{}", #"{"found":"yes"}"#, #"{"found":true}"#, #"{"found":false,"person":{}}"#,
    #"{"found":true,"person":{"nationalID":"092190004217"}}"#, #"{"found":false"#,
    #"{"found":false,"note":"x"}"#, "<html>", "null",
  ])
  func `an answer that is not understood is a fault, and not "not found"`(body: String)
    async throws
  {
    let client = Line.makeClient()
    try await withStub { _ in
      json(body)
    } body: { address in
      let register = PopulationRegister(
        endpoint: try Endpoint(address), line: Line(client: client))
      await #expect(throws: Fault.self) {
        try await ask(register, "092190004217", "Nguyễn Thị Mai", "1990-03-12")
      }
    }
    try await client.shutdown()
  }

  @Test func `no personal data stands in a fault's words`() async throws {
    try await withStreet { street in
      let register = try register(street)
      try await street.control(street.addresses.population, #"{"mode":"wrong"}"#)
      let fault = await #expect(throws: Fault.self) {
        try await ask(register, "092190004217", "Nguyễn Thị Mai", "1990-03-12")
      }
      let words = try #require(fault?.description)
      #expect(!words.contains("Mai") && !words.contains("092"))
    }
  }
}

@Suite("Population register: who is tied to whom", .serialized)
struct PopulationTieTests {
  private func tied(_ number: String, _ name: String, _ birthDate: String) throws -> TiedPerson {
    TiedPerson(
      nationalID: try NationalID(number), name: try PersonName(name),
      birthDate: try #require(BirthDate(iso: birthDate)))
  }

  @Test func `a mother and a wife are known; a stranger and a wrong day are to be confirmed`()
    async throws
  {
    let mother = try tied("092187003025", "Trương Mỹ Duyên", "1987-10-09")
    let child = try tied("092312004469", "Bùi Gia Hân", "2012-06-20")
    let wife = try tied("092190004217", "Nguyễn Thị Mai", "1990-03-12")
    let husband = try tied("092088003351", "Lê Minh Khôi", "1988-01-01")
    let wrongDay = try tied("092312004469", "Bùi Gia Hân", "2012-06-21")
    try await withStreet { street in
      let register = try PopulationTests().register(street)
      func confirm(
        _ tie: PopulationTie, _ applicant: TiedPerson, _ person: TiedPerson
      ) async -> PopulationMatch {
        await register.confirm(tie, of: applicant, with: person, askedBy: "portal")
      }
      #expect(await confirm(.parent, mother, child) == .matches)
      #expect(await confirm(.family, mother, child) == .matches)
      #expect(await confirm(.family, wife, husband) == .matches)
      #expect(await confirm(.parent, wife, husband) == .toBeConfirmed)
      #expect(await confirm(.parent, child, mother) == .toBeConfirmed)
      #expect(await confirm(.parent, wife, child) == .toBeConfirmed)
      #expect(await confirm(.parent, mother, wrongDay) == .toBeConfirmed)
    }
  }
}
