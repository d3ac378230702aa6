import Law
package import Vocabulary

/// An application as it was lodged: the declaration under its number, before an officer looked.
package struct Lodged: Equatable, Sendable {
  package let caseID: CaseID
  package let number: CaseNumber
  package let agency: AgencyID
  package let citizen: CitizenID
  package let declaration: Declaration
  package let lodgedAt: Instant

  package init(
    caseID: CaseID, number: CaseNumber, agency: AgencyID, citizen: CitizenID,
    declaration: Declaration, lodgedAt: Instant
  ) {
    self.caseID = caseID
    self.number = number
    self.agency = agency
    self.citizen = citizen
    self.declaration = declaration
    self.lodgedAt = lodgedAt
  }
}

/// How the fee stands when an officer is asked to accept.
package enum FeeSettlement: Equatable, Sendable {
  case open
  case paid(Dong, receipt: String)
  case exempt(ground: String)
}

/// The door out of Intake. Only Intake can make one, so holding one is proof.
package struct Accepted: Equatable, Sendable {
  package let lodged: Lodged
  package let fee: FeeSettlement
  package let acceptedBy: OfficerID
  package let acceptedAt: Instant
  package let dueOn: CivilDate

  package var caseID: CaseID { lodged.caseID }
  package var number: CaseNumber { lodged.number }
  package var agency: AgencyID { lodged.agency }
  package var declaration: Declaration { lodged.declaration }

  // Not `package`: no other room can write this line.
  init(
    lodged: Lodged, fee: FeeSettlement, acceptedBy: OfficerID, acceptedAt: Instant,
    dueOn: CivilDate
  ) {
    self.lodged = lodged
    self.fee = fee
    self.acceptedBy = acceptedBy
    self.acceptedAt = acceptedAt
    self.dueOn = dueOn
  }
}

/// Why an officer cannot accept.
package enum IntakeRefusal: Error, Equatable, Sendable {
  case notAnIntakeOfficer
  case otherAgency
  case feeOpen
  /// Money that settles nothing, or an exemption that states no ground.
  case feeUnproven
  /// The person cannot be represented for this certificate (Article 46.2).
  case notEntitled
  case acceptedBeforeLodged
  case dueBeforeAcceptance
  /// By the rules of the case no other agency is competent: there is nothing to forward.
  case competentHere
  /// The person says that a register is wrong, and nobody has said who is right.
  case fieldUndecided
  /// That who applies may apply for the person is claimed and not proved.
  case linkUnproven
  /// This agency has asked for a supplement already; it may do so once.
  case supplementAskedBefore
  /// A request without a reason from the list, or without words, tells nobody what to do.
  case supplementReasonMissing
  /// An answer without words and without a new paper.
  case supplementAnswerEmpty
}

/// An intake officer takes a lodged application whose fee is settled into the agency's work.
///
/// - Parameters:
///   - decided: the fields of which somebody has said who is right, the register or the person.
///   - link: how it is shown that who applies may apply for the person.
package func accept(
  _ lodged: Lodged, fee: FeeSettlement, dueOn: CivilDate, decided: Set<FormField> = [],
  link: LinkProof = .open, by officer: ActingOfficer, at now: Instant
) throws(IntakeRefusal) -> Accepted {
  guard officer.agency == lodged.agency else { throw .otherAgency }
  guard officer.roles.contains(.intake) else { throw .notAnIntakeOfficer }
  guard Set((lodged.declaration.disputes ?? []).map(\.field)).isSubset(of: decided) else {
    throw .fieldUndecided
  }
  if lodged.declaration.representative != nil, link == .open { throw .linkUnproven }
  return try Accepted(
    restoring: lodged, fee: fee, acceptedBy: officer.id, acceptedAt: now, dueOn: dueOn)
}

extension Accepted {
  /// Reads an old acceptance back; its invariants are checked again.
  package init(
    restoring lodged: Lodged, fee: FeeSettlement, acceptedBy: OfficerID, acceptedAt: Instant,
    dueOn: CivilDate
  ) throws(IntakeRefusal) {
    switch fee {
    case .open: throw .feeOpen
    case .paid(let amount, let receipt):
      guard amount > .zero, !receipt.isEmpty else { throw .feeUnproven }
    case .exempt(let ground):
      guard !ground.isEmpty else { throw .feeUnproven }
    }
    if let representative = lodged.declaration.representative {
      let kind = lodged.declaration.request.kind
      switch NumberTwoIsPersonal.standing(of: representative.role, asking: kind) {
      case .allowed, .allowedWith: break
      case .onlyThePerson: throw .notEntitled
      }
    }
    guard acceptedAt >= lodged.lodgedAt else { throw .acceptedBeforeLodged }
    guard dueOn >= acceptedAt.civilDate else { throw .dueBeforeAcceptance }
    self.init(
      lodged: lodged, fee: fee, acceptedBy: acceptedBy, acceptedAt: acceptedAt, dueOn: dueOn)
  }
}
