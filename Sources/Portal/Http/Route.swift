import Desk
import HTTPTypes
import Hummingbird
import Vocabulary

/// One line of the table of routes: what is asked, by whom, with what body, and who answers.
///
/// The table is data, so that every rule of the door (access, form token, bounds, 405) is applied
/// in one place and can be tested over all of it.
struct Route: Sendable {
  typealias Answer = @Sendable (Visit) async throws -> Response

  let method: HTTPRequest.Method
  let path: String
  let access: Access
  /// What must be proved of the officer, beside the session.
  var proof = Proof.session
  let body: Body
  let answer: Answer

  enum Access: String, Sendable, CaseIterable {
    case anyone
    case citizen
    case officer
  }

  enum Proof: String, Sendable, CaseIterable {
    case session
    /// A code of the second factor that was entered within ten minutes: before deciding, signing,
    /// revoking, and before what changes who may do so.
    case freshCode
  }

  enum Body: Sendable, Equatable {
    case none
    /// A form of ours with its token, up to so many bytes.
    case form(limitBytes: Int)
    /// The handler reads the body itself and checks the token among its fields.
    case readByHandler
  }

  static func get(_ path: String, _ answer: @escaping Answer) -> Route {
    Route(method: .get, path: path, access: .anyone, body: .none, answer: answer)
  }

  static func post(
    _ path: String, body: Body = .form(limitBytes: BoundedBody.formBytes),
    _ answer: @escaping Answer
  ) -> Route {
    Route(method: .post, path: path, access: .anyone, body: body, answer: answer)
  }

  static func citizen(
    _ method: HTTPRequest.Method, _ path: String, limitBytes: Int = BoundedBody.formBytes,
    _ answer: @escaping @Sendable (Visit, CitizenIdentity) async throws -> Response
  ) -> Route {
    Route(
      method: method, path: path, access: .citizen,
      body: method == .post ? .form(limitBytes: limitBytes) : .none
    ) { visit in
      guard case .citizen(let id) = visit.visitor.standing,
        let citizen = try await visit.desk.citizen(id)
      else { return visit.seeOther("/sign-in") }
      return try await answer(visit, citizen)
    }
  }

  /// For handlers that need to know which citizen it is and nothing of him or her.
  static func citizen(
    _ method: HTTPRequest.Method, _ path: String, limitBytes: Int = BoundedBody.formBytes,
    _ answer: @escaping @Sendable (Visit, CitizenID) async throws -> Response
  ) -> Route {
    Route(
      method: method, path: path, access: .citizen,
      body: method == .post ? .form(limitBytes: limitBytes) : .none
    ) { visit in
      guard case .citizen(let id) = visit.visitor.standing else {
        return visit.seeOther("/sign-in")
      }
      return try await answer(visit, id)
    }
  }

  static func officer(
    _ method: HTTPRequest.Method, _ path: String, limitBytes: Int = BoundedBody.formBytes,
    proof: Proof = .session,
    _ answer: @escaping @Sendable (Visit, ActingOfficer) async throws -> Response
  ) -> Route {
    Route(
      method: method, path: path, access: .officer, proof: proof,
      body: method == .post ? .form(limitBytes: limitBytes) : .none
    ) { visit in
      guard case .officer(let id, _, _) = visit.visitor.standing,
        let officer = try await visit.desk.officer(id)
      else { return visit.seeOther("/office/sign-in") }
      var visit = visit
      visit.officer = officer
      switch proof {
      case .session: return try await answer(visit, officer)
      case .freshCode:
        return try await StepUp.answer(visit, officer) { visit in
          try await answer(visit, officer)
        }
      }
    }
  }
}
