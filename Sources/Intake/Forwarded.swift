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

/// The third door: an application for which an agency outside this installation is competent. It
/// leaves with its file, on paper or by message, and ends here.
package struct SentOutside: Equatable, Sendable {
  package let by: OfficerID
  package let finding: Competence.Finding

  // Not `package`: no other room can write this line.
  init(by officer: OfficerID, finding: Competence.Finding) {
    self.by = officer
    self.finding = finding
  }
}

/// An intake officer sends a lodged application to an agency outside. The fee need not be paid for
/// it: that agency takes its own.
package func sendOutside(
  _ lodged: Lodged, standing: Competence.Standing, by officer: ActingOfficer
) throws(IntakeRefusal) -> SentOutside {
  guard officer.agency == lodged.agency else { throw .otherAgency }
  guard officer.roles.contains(.intake) else { throw .notAnIntakeOfficer }
  switch standing {
  case .competent, .anywhere: throw .competentHere
  case .another(let finding): return SentOutside(by: officer.id, finding: finding)
  }
}

extension Competence.Residence {
  /// Where a person says to live, on one map. Nil where an address ends with no province of that
  /// map: then nobody is told a competent agency that was only guessed.
  package init?(
    _ person: DeclaredPerson, map: PlaceMap, places: PlaceDirectory
  ) {
    let nationality = person.nationality == "VN" ? Nationality.vietnamese : .foreign
    if nationality == .foreign, person.abroad != nil {
      // Who has left goes to the national centre, wherever they had lived.
      self.init(nationality: .foreign, country: .abroad, permanent: nil, temporary: nil)
      return
    }
    var keys: [PlaceKey?] = []
    let addresses = [
      person.permanentResidence, person.temporaryResidence, person.abroad?.lastResidence ?? "",
    ]
    for address in addresses {
      guard !address.isEmpty else {
        keys.append(nil)
        continue
      }
      guard let province = places.province(ending: address, on: map) else { return nil }
      keys.append(province)
    }
    self.init(
      nationality: nationality, country: person.abroad == nil ? .inVietnam : .abroad,
      permanent: keys[0], temporary: keys[1], beforeLeaving: keys[2])
  }
}
