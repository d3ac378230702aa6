import Intake
import Outside
import Store
package import Vocabulary

extension Desk {
  /// A sign-in that takes longer than this is begun anew.
  static var signInLifeSeconds: Int { 10 * 60 }

  /// Where to send the browser, and what must come back.
  package func beginSignIn(language: Language) async throws -> SignInStart {
    var generator = SystemRandomNumberGenerator()
    let secrets = SignInSecrets(random: &generator)
    let now = surroundings.now()
    let url = try await outside.identity.authorizationURL(
      secrets, language: language.rawValue, now: now)
    return SignInStart(
      url: url,
      pending: PendingSignIn(
        state: secrets.state, nonce: secrets.nonce, verifier: secrets.verifier, startedAt: now))
  }

  /// Exchanges the code for a proved identity, level 2, and finds or makes the citizen.
  package func finishSignIn(
    code: String, state: String, pending: PendingSignIn
  ) async throws -> CitizenIdentity {
    let now = surroundings.now()
    guard state == pending.state,
      now < pending.startedAt.adding(seconds: Desk.signInLifeSeconds)
    else { throw Refused.signInExpired }
    let secrets = SignInSecrets(
      state: pending.state, nonce: pending.nonce, verifier: pending.verifier)
    switch try await outside.identity.signIn(code: code, secrets: secrets, now: now) {
    case .verified(let person):
      return try await citizen(for: person, at: now)
    case .refused(.levelTooLow):
      throw Refused.identityLevelTooLow
    case .refused(.codeRefused), .refused(.notAPerson), .refused(.claimUnusable),
      .refused(.notTrusted):
      throw Refused.signInExpired
    }
  }

  private func citizen(for person: VerifiedPerson, at now: Instant) async throws -> CitizenIdentity
  {
    let fresh: CitizenID = surroundings.newID()
    return try await database.write { transaction in
      let id = try Citizens.findOrMake(
        person.nationalID, name: person.name, birthDate: person.birthDate, id: fresh, at: now,
        in: transaction)
      return CitizenIdentity(
        id: id, name: person.name, nationalID: person.nationalID,
        birthDate: person.birthDate)
    }
  }

  package func citizen(_ id: CitizenID) async throws -> CitizenIdentity? {
    try await database.look(Citizens.row(id)).map {
      CitizenIdentity(
        id: $0.id, name: $0.name, nationalID: $0.nationalID, birthDate: $0.birthDate)
    }
  }
}
