import Foundation
import NIOHTTP1
package import Vocabulary

/// The national population register (CSDLQG về dân cư), by the adapter's JSON.
///
/// The real register speaks SOAP (`TraCuuThongTinCongDan`); `docs/neighbours.md` maps each field.
/// The number, the name and the day of birth must all agree, or the register knows nobody.
package struct PopulationRegister: Sendable {
  private let endpoint: Endpoint
  private let line: Line

  package init(endpoint: Endpoint, line: Line) {
    self.endpoint = endpoint
    self.line = line
  }

  private static let doing = "asking the population register"

  /// The signed-in person's own data, to fill the form in.
  ///
  /// - Parameter askedBy: an opaque id of who asks, which the register must log for each query.
  /// - Throws: `Fault` where the register is down, slow or answers what we do not understand:
  ///   the form then goes on, marked "to be confirmed".
  package func person(
    _ nationalID: NationalID, name: PersonName, birthDate: BirthDate, askedBy: String
  ) async throws(Fault) -> PopulationFound {
    var answer = try await ask(
      "/citizens/query", nationalID, name: name, birthDate: birthDate, askedBy: askedBy)
    do throws(StrictObject.Misfit) {
      let isFound = try answer.bool("found")
      guard isFound else {
        try answer.end()
        return .notFound
      }
      let person = try PopulationPerson(answer.any("person") ?? .null)
      try answer.end()
      guard person.nationalID == nationalID else {
        throw StrictObject.Misfit(words: "the answer is about another person")
      }
      return .found(person)
    } catch {
      throw Fault(Self.doing, cause: error.words)
    }
  }

  /// Whether what was typed about another person agrees with the register; never why not.
  ///
  /// A register that is down confirms nothing, which is `toBeConfirmed` and not an error.
  package func confirm(
    _ nationalID: NationalID, name: PersonName, birthDate: BirthDate, askedBy: String
  ) async -> PopulationMatch {
    do throws(Fault) {
      var answer = try await ask(
        "/citizens/confirm", nationalID, name: name, birthDate: birthDate, askedBy: askedBy)
      do throws(StrictObject.Misfit) {
        let isMatch = try answer.bool("matches")
        try answer.end()
        return isMatch ? .matches : .toBeConfirmed
      } catch {
        return .toBeConfirmed
      }
    } catch {
      return .toBeConfirmed
    }
  }

  private func ask(
    _ path: String, _ nationalID: NationalID, name: PersonName, birthDate: BirthDate,
    askedBy: String
  ) async throws(Fault) -> StrictObject {
    let question: [String: JSON] = [
      "nationalID": .string(nationalID.digits), "name": .string(name.text),
      "birthDate": .string(birthDate.iso), "askedBy": .string(askedBy),
    ]
    return try await answer(to: question, at: path)
  }

  func answer(
    to question: [String: JSON], at path: String
  ) async throws(Fault) -> StrictObject {
    let fields = try await line.exchangeJSON(
      question, with: endpoint.at(path), doing: Self.doing)
    return StrictObject(fields)
  }
}

extension PopulationPerson {
  init(_ value: JSON) throws(StrictObject.Misfit) {
    var fields = try StrictObject(value, as: "person")
    self.nationalID = try fields.nationalID("nationalID")
    self.name = try fields.name("name")
    guard let sex = Sex(rawValue: try fields.text("sex")) else {
      throw StrictObject.Misfit(words: "\"sex\" is neither male nor female")
    }
    self.sex = sex
    guard let birthDate = BirthDate(iso: try fields.text("birthDate")) else {
      throw StrictObject.Misfit(words: "\"birthDate\" is no day, month or year")
    }
    self.birthDate = birthDate
    self.birthPlace = try fields.optionalText("birthPlace")
    self.nationality = try fields.text("nationality", limit: 2)
    self.ethnicity = try fields.optionalText("ethnicity")
    self.permanentResidence = try fields.optionalText("permanentResidence")
    self.currentResidence = try fields.optionalText("currentResidence")
    self.father = try fields.relative("father")
    self.mother = try fields.relative("mother")
    self.spouse = try fields.relative("spouse")
    var numbers: [String] = []
    for number in try fields.array("oldNumbers", limit: 10) {
      guard let digits = number.string, digits.utf8.count == 9 || digits.utf8.count == 12,
        digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { throw StrictObject.Misfit(words: "\"oldNumbers\" holds what is no number") }
      numbers.append(digits)
    }
    self.oldNumbers = numbers
    try fields.end()
  }
}

extension StrictObject {
  fileprivate mutating func relative(_ name: String) throws(Misfit) -> RegisteredRelative? {
    guard let value = any(name) else { return nil }
    var fields = try StrictObject(value, as: name)
    let relative = RegisteredRelative(
      name: try fields.name("name"), nationalID: try fields.optionalNationalID("nationalID"))
    try fields.end()
    return relative
  }
}
