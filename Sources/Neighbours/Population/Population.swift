import Foundation
import Hummingbird
import Vocabulary

/// The simulated population register: knows the cast, by number, name and day of birth together.
struct Population: Sendable {
  let cast: Cast
  let mood: Mood

  func router() -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    router.add(middleware: MoodMiddleware(mood: mood))
    addControl(to: router, mood: mood)
    router.post("/citizens/query") { request, _ in try await query(jsonBody(of: request)) }
    router.post("/citizens/confirm") { request, _ in try await confirm(jsonBody(of: request)) }
    router.post("/citizens/confirm-tie") { request, _ in try await tie(jsonBody(of: request)) }
    return router
  }

  private struct Question: Decodable {
    let nationalID, name, birthDate, askedBy: String
  }

  private struct Found: Encodable {
    let found: Bool
    let person: RegisteredPerson?
  }

  private func query(_ question: Question) async throws -> Response {
    try await bear(cast.member(question.nationalID)?.population ?? .ok)
    guard !question.askedBy.isEmpty else {
      throw HTTPError(.forbidden, message: "askedBy must say who asks")
    }
    guard
      let member = cast.member(
        question.nationalID, name: question.name, birthDate: question.birthDate)
    else { return try jsonResponse(Found(found: false, person: nil)) }
    let isWrong = mood.now == .wrong || member.population == .wrong
    let shown = isWrong ? cast.members.first { $0.nationalID != member.nationalID } : member
    return try jsonResponse(Found(found: true, person: shown.map(RegisteredPerson.init)))
  }

  private func confirm(_ question: Question) async throws -> Response {
    try await bear(cast.member(question.nationalID)?.population ?? .ok)
    let match = cast.member(
      question.nationalID, name: question.name, birthDate: question.birthDate)
    return try jsonResponse(["matches": match != nil])
  }
}

/// Whether two people are parent and child, or spouses, by the number of either's relative.
extension Population {
  private struct TieQuestion: Decodable {
    let tie: String
    let applicant, person: Named
    let askedBy: String

    struct Named: Decodable {
      let nationalID, name, birthDate: String
    }
  }

  private func tie(_ question: TieQuestion) async throws -> Response {
    try await bear(cast.member(question.applicant.nationalID)?.population ?? .ok)
    guard !question.askedBy.isEmpty, let kind = Tie(rawValue: question.tie) else {
      throw HTTPError(.badRequest, message: "tie is parent or family, askedBy says who asks")
    }
    let applicant = member(question.applicant)
    let isParent = member(question.person)?.parents.contains {
      $0.nationalID?.digits == question.applicant.nationalID
    }
    let isOtherwise = applicant?.relatives.contains {
      $0.nationalID?.digits == question.person.nationalID
        && $0.name.lowercased() == question.person.name.inNFC.lowercased()
    }
    let matches =
      switch kind {
      case .parent: applicant != nil && isParent == true
      case .family: applicant != nil && (isParent == true || isOtherwise == true)
      }
    return try jsonResponse(["matches": matches])
  }

  private enum Tie: String { case parent, family }

  private func member(_ named: TieQuestion.Named) -> CastMember? {
    cast.member(named.nationalID, name: named.name, birthDate: named.birthDate)
  }
}

extension CastMember {
  fileprivate var parents: [Relative] { [father, mother].compactMap { $0 } }
  fileprivate var relatives: [Relative] { [father, mother, spouse].compactMap { $0 } }
}

/// What the register tells of a person; how the neighbours behave about him is not in it.
private struct RegisteredPerson: Encodable {
  let nationalID: NationalID
  let name: String
  let sex: Sex
  let birthDate: BirthDate
  let birthPlace: String
  let nationality: String
  let ethnicity, permanentResidence, currentResidence: String?
  let father, mother, spouse: CastMember.Relative?
  let oldNumbers: [String]

  init(_ member: CastMember) {
    self.nationalID = member.nationalID
    self.name = member.name
    self.sex = member.sex
    self.birthDate = member.birthDate
    self.birthPlace = member.birthPlace
    self.nationality = member.nationality
    self.ethnicity = member.ethnicity
    self.permanentResidence = member.permanentResidence
    self.currentResidence = member.currentResidence
    self.father = member.father
    self.mother = member.mother
    self.spouse = member.spouse
    self.oldNumbers = member.oldNumbers
  }
}
