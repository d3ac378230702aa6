package import Law
package import Vocabulary

/// The other door out of Intake: an application that another agency must handle, with its file.
/// Only Intake can make one, so holding one is proof.
package struct Forwarded: Equatable, Sendable {
  package let by: OfficerID
  package let to: AgencyID
  package let finding: Competence.Finding

  // Not `package`: no other room can write this line.
  init(by officer: OfficerID, to agency: AgencyID, finding: Competence.Finding) {
    self.by = officer
    self.to = agency
    self.finding = finding
  }
}

/// An intake officer hands a lodged application on to the agency that is competent by Articles 44
/// and 45. Only before acceptance, and only where the rules of the case name another agency.
package func forward(
  _ lodged: Lodged, standing: Competence.Standing, to agency: AgencyID,
  by officer: ActingOfficer
) throws(IntakeRefusal) -> Forwarded {
  guard officer.agency == lodged.agency else { throw .otherAgency }
  guard officer.roles.contains(.intake) else { throw .notAnIntakeOfficer }
  switch standing {
  case .competent, .anywhere: throw .competentHere
  case .another(let finding):
    guard agency != lodged.agency else { throw .competentHere }
    return Forwarded(by: officer.id, to: agency, finding: finding)
  }
}

extension Competence.Residence {
  /// Where a person says to live, on one map. Nil where an address ends with no province of that
  /// map: then nobody is told a competent agency that was only guessed.
  package init?(
    _ person: DeclaredPerson, map: PlaceMap, places: PlaceDirectory
  ) {
    let addresses = [person.permanentResidence, person.temporaryResidence]
    var keys: [PlaceKey?] = []
    for address in addresses {
      guard !address.isEmpty else {
        keys.append(nil)
        continue
      }
      guard let province = places.province(ending: address, map: map) else { return nil }
      keys.append(province.key)
    }
    self.init(
      nationality: person.nationality == "VN" ? .vietnamese : .foreign, country: .inVietnam,
      permanent: keys[0], temporary: keys[1])
  }
}
