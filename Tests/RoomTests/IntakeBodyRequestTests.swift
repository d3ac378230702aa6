import Intake
import Law
import Testing
import Vocabulary

/// Law 28/2009/QH12, Articles 7, 41, 46.1, 48.2 and 49.2; forms 05a and 05b.
@Suite("Intake: requests of bodies")
struct IntakeBodyRequestTests {
  /// A Saturday, in the evening.
  static let received = Instant(CivilDate(2026, 11, 21), hour: 20, minute: 15)

  static let police: [String: String] = [
    "body.kind": "procedural", "body.name": "Cơ quan Cảnh sát điều tra, Công an thành phố Mẫu",
    "letter.urgency": "ordinary", "letter.number": "12/CSĐT", "letter.on": "20/11/2026",
    "subject.name": "Nguyễn Văn Mẫu", "subject.birthDate": "1990", "subject.paper": "092090123456",
    "request.kind": "number2", "request.purpose": "proceedings",
  ]

  static func reading(_ changes: [String: String] = [:]) throws -> BodyRequestReading {
    let profile = try #require(try Profiles.named("cahanoi-2026"))
    let book = try LawBook.bundled().edition(knowing: 0)
    return readBodyRequest(
      police.merging(changes) { $1 }, receivedAt: received,
      rules: try profile.rules(on: received.civilDate), calendar: book.calendar(of: profile))
  }

  @Test func `an investigator is given number 2, within the ordinary limit`() throws {
    guard case .request(let request, let citation, .day(let due)) = try Self.reading() else {
      Issue.record("it is not read")
      return
    }
    #expect(request.letter?.number == "12/CSĐT" && request.kind == .number2)
    #expect(citation.description.contains("Điều 7 khoản 2"))
    #expect(due.limit.days == 10)
  }

  @Test func `what is urgent has twenty-four hours, and its letter two working days`() throws {
    let typed = ["letter.urgency": "urgent", "letter.number": "", "letter.on": ""]
    guard case .request(let request, _, .hours(let at, let letterBy)) = try Self.reading(typed)
    else {
      Issue.record("it is not read as urgent")
      return
    }
    #expect(request.letter == nil)
    #expect(at == Instant(CivilDate(2026, 11, 22), hour: 20, minute: 15))
    // Monday and Tuesday: the Saturday on which it came is not counted.
    #expect(letterBy == CivilDate(2026, 11, 24))
  }

  @Test func `State bodies ask for number 1, for personnel and enterprises`() throws {
    for body in ["state", "political"] {
      for purpose in ["personnel", "enterpriseRegistration", "enterpriseManagement"] {
        let typed = [
          "body.kind": body, "request.kind": "number1", "request.purpose": purpose,
          "request.banConfirmation": "requested",
        ]
        guard case .request(_, let citation, .day) = try Self.reading(typed) else {
          Issue.record("\(body) may ask for \(purpose)")
          continue
        }
        #expect(citation.description.contains("Điều 7 khoản 3"))
      }
    }
  }

  @Test(
    arguments: [
      ("other", "number1", "personnel", BodiesMayAsk.Refusal.noSuchBody),
      ("other", "number2", "proceedings", .noSuchBody),
      ("state", "number2", "personnel", .number2IsForProceedings),
      ("political", "number2", "personnel", .number2IsForProceedings),
      ("procedural", "number1", "proceedings", .number1IsForStateBodies),
      ("procedural", "number2", "personnel", .purposeNotListed),
      ("state", "number1", "proceedings", .purposeNotListed),
      ("state", "number1", "other", .purposeNotListed),
    ])
  func `anything else is refused by Article 49, with its reason and nothing more asked`(
    body: String, kind: String, purpose: String, refusal: BodiesMayAsk.Refusal
  ) throws {
    let typed = [
      "body.kind": body, "request.kind": kind, "request.purpose": purpose, "subject.name": "",
    ]
    #expect(try Self.reading(typed) == .refused(refusal))
  }

  @Test func `every lack is named at once`() throws {
    let empty = Dictionary(uniqueKeysWithValues: BodyField.allCases.map { ($0.rawValue, "") })
    guard case .lacking(let lacks) = try Self.reading(empty) else {
      Issue.record("an empty form is read")
      return
    }
    #expect(lacks.map(\.at) == BodyField.allCases)
  }

  /// Article 42.3: number 1 states bans to whom asks for it alone; what is asked is never guessed.
  @Test func `whether number 1 states bans is the body's to say, and number 2 always does`() throws
  {
    let state = ["body.kind": "state", "request.kind": "number1", "request.purpose": "personnel"]
    #expect(try Self.reading(state) == .lacking([BodyLack(at: .bans, .notChosen)]))
    for asked in BanConfirmation.allCases {
      let typed = state.merging(["request.banConfirmation": asked.rawValue]) { $1 }
      guard case .request(let request, _, _) = try Self.reading(typed) else {
        Issue.record("\(asked) is not read")
        continue
      }
      #expect(request.bans == asked)
    }
    guard case .request = try Self.reading() else {
      Issue.record("number 2 needs no such word")
      return
    }
  }

  @Test func `only proceedings are urgent, and a letter is in writing`() throws {
    let typed = [
      "body.kind": "state", "request.kind": "number1", "request.purpose": "personnel",
      "request.banConfirmation": "notRequested", "letter.urgency": "urgent",
      "letter.on": "22/11/2026",
    ]
    #expect(
      try Self.reading(typed)
        == .lacking([
          BodyLack(at: .urgency, .notAChoice), BodyLack(at: .letterOn, .dayInFuture),
        ]))
  }
}
