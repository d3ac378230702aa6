import Vocabulary

/// Reads the line format of `lylich expungement`: every key it does not know, every value of
/// another kind and every key that is missing is an error with its field.
struct HistoryReader {
  private var text: JSONBytes

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    text = JSONBytes(bytes, range)
  }

  mutating func question() throws(HistoryFlaw) -> ExpungementQuestion {
    var id: String?
    var asOf: CivilDate?
    var person: (bornOn: CivilDate, pending: [CivilDate])?
    var convictions: [Conviction] = []
    var members = Members(["id", "asOf", "subject", "convictions"])
    while let key = try members.next(in: &text) {
      switch key {
      case 0: id = try at("id") { reader throws(HistoryFlaw) in try reader.string() }
      case 1: asOf = try at("asOf") { reader throws(HistoryFlaw) in try reader.day() }
      case 2: person = try at("subject") { reader throws(HistoryFlaw) in try reader.subject() }
      default:
        convictions = try list("convictions") { reader throws(HistoryFlaw) in
          try reader.conviction()
        }
      }
    }
    guard text.isAtEnd() else { throw text.broken() }
    guard let id else { throw HistoryFlaw("id", .missing) }
    guard let asOf else { throw HistoryFlaw("asOf", .missing) }
    guard let person else { throw HistoryFlaw("subject", .missing) }
    return ExpungementQuestion(
      id: id, asOf: asOf,
      history: ConvictionHistory(
        bornOn: person.bornOn, pendingActs: person.pending, convictions: convictions))
  }

  private mutating func subject() throws(HistoryFlaw) -> (bornOn: CivilDate, pending: [CivilDate]) {
    var bornOn: CivilDate?
    var pending: [CivilDate] = []
    var members = Members(["bornOn", "pending"])
    while let key = try members.next(in: &text) {
      switch key {
      case 0: bornOn = try at("bornOn") { reader throws(HistoryFlaw) in try reader.day() }
      default:
        pending = try list("pending") { reader throws(HistoryFlaw) in try reader.pendingAct() }
      }
    }
    guard let bornOn else { throw HistoryFlaw("bornOn", .missing) }
    return (bornOn, pending)
  }

  private mutating func pendingAct() throws(HistoryFlaw) -> CivilDate {
    var act: CivilDate?
    var members = Members(["committedOn"])
    while try members.next(in: &text) != nil {
      act = try at("committedOn") { reader throws(HistoryFlaw) in try reader.day() }
    }
    guard let act else { throw HistoryFlaw("committedOn", .missing) }
    return act
  }

  private mutating func conviction() throws(HistoryFlaw) -> Conviction {
    var id: String?
    var judgmentOn: CivilDate?
    var effectiveOn: CivilDate?
    var ends: (annulled: CivilDate?, expunged: CivilDate?, amnesty: CivilDate?) = (nil, nil, nil)
    var offences: [Offence]?
    var principal: PrincipalPenalty?
    var supplementary: [SupplementaryPenalty] = []
    var obligations: [Obligation] = []
    var members = Members(Self.convictionKeys)
    while let key = try members.next(in: &text) {
      switch key {
      case 0: id = try at("id") { reader throws(HistoryFlaw) in try reader.string() }
      case 1:
        judgmentOn = try at("judgmentOn") { reader throws(HistoryFlaw) in try reader.day() }
      case 2:
        effectiveOn = try at("effectiveOn") { reader throws(HistoryFlaw) in try reader.day() }
      case 3: ends.annulled = try optionalDay("annulledOn")
      case 4: ends.expunged = try optionalDay("courtExpungedOn")
      case 5: ends.amnesty = try optionalDay("generalAmnestyOn")
      case 6:
        offences = try list("offences") { reader throws(HistoryFlaw) in try reader.offence() }
      case 7:
        principal = try at("principal") { reader throws(HistoryFlaw) in try reader.principal() }
      case 8:
        supplementary = try list("supplementary") { reader throws(HistoryFlaw) in
          let (kind, completed) = try reader.part(SupplementaryPenalty.Kind.self)
          return SupplementaryPenalty(kind: kind, completed: completed)
        }
      default:
        obligations = try list("obligations") { reader throws(HistoryFlaw) in
          let (kind, completed) = try reader.part(Obligation.Kind.self)
          return Obligation(kind: kind, completed: completed)
        }
      }
    }
    guard let id else { throw HistoryFlaw("id", .missing) }
    guard let judgmentOn else { throw HistoryFlaw("judgmentOn", .missing) }
    guard let effectiveOn else { throw HistoryFlaw("effectiveOn", .missing) }
    guard let offences else { throw HistoryFlaw("offences", .missing) }
    guard let principal else { throw HistoryFlaw("principal", .missing) }
    return Conviction(
      id: id, judgmentOn: judgmentOn, effectiveOn: effectiveOn, annulledOn: ends.annulled,
      courtExpungedOn: ends.expunged, generalAmnestyOn: ends.amnesty, offences: offences,
      principal: principal, supplementary: supplementary, obligations: obligations)
  }

  private static let convictionKeys: [StaticString] = [
    "id", "judgmentOn", "effectiveOn", "annulledOn", "courtExpungedOn", "generalAmnestyOn",
    "offences", "principal", "supplementary", "obligations",
  ]

  private mutating func offence() throws(HistoryFlaw) -> Offence {
    var code: PenalCode?
    var article: Int?
    var suffix: ArticleSuffix?
    var clause: Int?
    var point: String?
    var gravity: Gravity?
    var fault: FaultForm?
    var committedOn: CivilDate?
    var members = Members(Self.offenceKeys)
    while let key = try members.next(in: &text) {
      switch key {
      case 0: code = try at("code") { reader throws(HistoryFlaw) in try reader.choice() }
      case 1: article = try at("article") { reader throws(HistoryFlaw) in try reader.count() }
      case 2: clause = try at("clause") { reader throws(HistoryFlaw) in try reader.countOrNull() }
      case 3: point = try at("point") { reader throws(HistoryFlaw) in try reader.stringOrNull() }
      case 4: gravity = try at("class") { reader throws(HistoryFlaw) in try reader.choice() }
      case 5: fault = try at("fault") { reader throws(HistoryFlaw) in try reader.choice() }
      case 6: suffix = try at("suffix") { reader throws(HistoryFlaw) in try reader.choice() }
      default:
        committedOn = try at("committedOn") { reader throws(HistoryFlaw) in try reader.day() }
      }
    }
    guard let code else { throw HistoryFlaw("code", .missing) }
    guard let article else { throw HistoryFlaw("article", .missing) }
    guard let gravity else { throw HistoryFlaw("class", .missing) }
    guard let fault else { throw HistoryFlaw("fault", .missing) }
    guard let committedOn else { throw HistoryFlaw("committedOn", .missing) }
    return Offence(
      code: code, article: article, suffix: suffix, clause: clause, point: point,
      gravity: gravity, fault: fault, committedOn: committedOn)
  }

  private static let offenceKeys: [StaticString] = [
    "code", "article", "clause", "point", "class", "fault", "suffix", "committedOn",
  ]

  private mutating func principal() throws(HistoryFlaw) -> PrincipalPenalty {
    var kind: PrincipalPenalty.Kind?
    var months: Int?
    var completed: Completion?
    var limitation: CivilDate?
    var members = Members(["kind", "months", "completed", "limitationExpiredOn"])
    while let key = try members.next(in: &text) {
      switch key {
      case 0: kind = try at("kind") { reader throws(HistoryFlaw) in try reader.choice() }
      case 1: months = try at("months") { reader throws(HistoryFlaw) in try reader.countOrNull() }
      case 2:
        completed = try at("completed") { reader throws(HistoryFlaw) in
          try reader.completionOrNull()
        }
      default: limitation = try optionalDay("limitationExpiredOn")
      }
    }
    guard let kind else { throw HistoryFlaw("kind", .missing) }
    return PrincipalPenalty(
      kind: kind, months: months, completed: completed, limitationExpiredOn: limitation)
  }

  /// A supplementary penalty or an obligation.
  private mutating func part<Kind: LineChoice>(
    _ kind: Kind.Type
  ) throws(HistoryFlaw) -> (Kind, Completion) {
    var kind: Kind?
    var completed: Completion?
    var members = Members(["kind", "completed"])
    while let key = try members.next(in: &text) {
      switch key {
      case 0: kind = try at("kind") { reader throws(HistoryFlaw) in try reader.choice() }
      default:
        completed = try at("completed") { reader throws(HistoryFlaw) in
          try reader.completionOrNull()
        }
      }
    }
    guard let kind else { throw HistoryFlaw("kind", .missing) }
    guard let completed else { throw HistoryFlaw("completed", .missing) }
    return (kind, completed)
  }
}

/// The values.
extension HistoryReader {
  /// Names the field of whatever goes wrong inside.
  @inline(__always)
  private mutating func at<Value>(
    _ field: StaticString, _ read: (inout HistoryReader) throws(HistoryFlaw) -> Value
  ) throws(HistoryFlaw) -> Value {
    do throws(HistoryFlaw) {
      return try read(&self)
    } catch {
      throw error.below("\(field)")
    }
  }

  private mutating func list<Value>(
    _ field: StaticString, _ read: (inout HistoryReader) throws(HistoryFlaw) -> Value
  ) throws(HistoryFlaw) -> [Value] {
    var values: [Value] = []
    guard text.take(UInt8(ascii: "[")) else {
      throw HistoryFlaw("\(field)", .wrongKind(expected: .list))
    }
    if text.take(UInt8(ascii: "]")) { return values }
    repeat {
      do throws(HistoryFlaw) {
        values.append(try read(&self))
      } catch {
        throw error.below("\(field)[\(values.count)]")
      }
    } while text.take(UInt8(ascii: ","))
    try text.expect(UInt8(ascii: "]"))
    return values
  }

  private mutating func string() throws(HistoryFlaw) -> String {
    try text.string(try text.text())
  }

  private mutating func stringOrNull() throws(HistoryFlaw) -> String? {
    text.takeNull() ? nil : try string()
  }

  private mutating func count() throws(HistoryFlaw) -> Int { try text.count() }

  private mutating func countOrNull() throws(HistoryFlaw) -> Int? {
    text.takeNull() ? nil : try text.count()
  }

  private mutating func day() throws(HistoryFlaw) -> CivilDate {
    guard text.next() == UInt8(ascii: "\"") else {
      throw HistoryFlaw("", .wrongKind(expected: .day))
    }
    guard let day = try text.day(try text.text()) else { throw HistoryFlaw("", .notADay) }
    return day
  }

  private mutating func optionalDay(_ field: StaticString) throws(HistoryFlaw) -> CivilDate? {
    if text.takeNull() { return nil }
    return try at(field) { reader throws(HistoryFlaw) in try reader.day() }
  }

  private static let noDays: [StaticString] = ["no", "unknown"]

  private mutating func completionOrNull() throws(HistoryFlaw) -> Completion? {
    if text.takeNull() { return nil }
    guard text.next() == UInt8(ascii: "\"") else {
      throw HistoryFlaw("", .wrongKind(expected: .completion))
    }
    let found = try text.text()
    switch try text.index(of: found, in: Self.noDays) {
    case 0: return .no
    case 1: return .unknown
    default:
      guard let day = try text.day(found) else {
        throw HistoryFlaw("", .wrongKind(expected: .completion))
      }
      return .on(day)
    }
  }

  private mutating func choice<Value: LineChoice>() throws(HistoryFlaw) -> Value {
    let found = try text.text()
    guard let index = try text.index(of: found, in: Value.names) else {
      throw HistoryFlaw("", .notAChoice)
    }
    return Value.choices[index]
  }
}

/// The members of one object, each known key at most once.
private struct Members {
  private let keys: [StaticString]
  private var seen: UInt32 = 0
  private var isOpen = false

  init(_ keys: [StaticString]) {
    self.keys = keys
  }

  /// The index of the next key, with its colon passed over; nil where the object ends.
  mutating func next(in text: inout JSONBytes) throws(HistoryFlaw) -> Int? {
    if !isOpen {
      guard text.take(UInt8(ascii: "{")) else {
        throw HistoryFlaw("", .wrongKind(expected: .object))
      }
      isOpen = true
      if text.take(UInt8(ascii: "}")) { return nil }
    } else {
      if text.take(UInt8(ascii: "}")) { return nil }
      try text.expect(UInt8(ascii: ","))
    }
    let found = try text.text()
    guard let key = try text.index(of: found, in: keys) else {
      throw HistoryFlaw(try text.string(found), .unknownKey)
    }
    guard seen & (1 << key) == 0 else { throw HistoryFlaw("\(keys[key])", .keyTwice) }
    seen |= 1 << key
    try text.expect(UInt8(ascii: ":"))
    return key
  }
}
