import Intake
import Law
import Outside
import Vocabulary

extension Desk {
  /// Asks the population register whether who applies is tied to the person. Nil where the person
  /// applies. The register knows no guardians and no authorities: those an officer looks at, and so
  /// does one where the register is down or says nothing.
  func askRegister(
    aboutLinkIn declaration: Declaration, by citizen: CitizenIdentity
  ) async -> RegisterLink? {
    guard let representative = declaration.representative else { return nil }
    let tie: PopulationTie
    switch representative.proof.kind {
    case .guardianship, .writtenAuthority: return .toBeConfirmed
    case .familyTie: tie = representative.role == .parentOfMinor ? .parent : .family
    }
    guard let person = TiedPerson(declaration.person) else { return .toBeConfirmed }
    let applicant = TiedPerson(
      nationalID: citizen.nationalID, name: citizen.name, birthDate: citizen.birthDate)
    switch await outside.population.confirm(
      tie, of: applicant, with: person, askedBy: "portal:\(home)")
    {
    case .matches: return .matches
    case .toBeConfirmed: return .toBeConfirmed
    }
  }
}

extension TiedPerson {
  /// Nil for who is named by another paper than an identity number.
  fileprivate init?(_ person: DeclaredPerson) {
    guard person.paper.kind == .nationalID else { return nil }
    do {
      self.init(
        nationalID: try NationalID(person.paper.number), name: person.name,
        birthDate: person.birthDate)
    } catch {
      return nil
    }
  }
}
