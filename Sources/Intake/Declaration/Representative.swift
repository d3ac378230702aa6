package import Law
package import Vocabulary

/// Who makes the declaration for another: the block that form 04 adds to form 03.
///
/// Source: forms 04/2013/TT-LLTP, 04/2024/LLTP, 02/2025/LLTP (docs/FORMS.md).
package struct Representative: Equatable, Sendable, Codable {
  /// Never `own`.
  package var role: ApplicantRole
  package var name: PersonName
  package var birthDate: BirthDate
  package var paperNumber: String
  package var address: String
  /// What they are to the person, in words, such as `mẹ`.
  package var relation: String
  package var proof: ProofPaper

  package init(
    role: ApplicantRole, name: PersonName, birthDate: BirthDate, paperNumber: String,
    address: String, relation: String, proof: ProofPaper
  ) {
    self.role = role
    self.name = name
    self.birthDate = birthDate
    self.paperNumber = paperNumber
    self.address = address
    self.relation = relation
    self.proof = proof
  }
}

/// The paper that shows a family tie, a guardianship or a written authority.
package struct ProofPaper: Equatable, Sendable, Codable {
  package var kind: NumberTwoIsPersonal.Proof
  /// Empty where the paper has none.
  package var number: String
  package var issuedOn: CivilDate
  /// Who issued it; for a written authority who certified it.
  package var issuedBy: String

  package init(
    kind: NumberTwoIsPersonal.Proof, number: String, issuedOn: CivilDate, issuedBy: String
  ) {
    self.kind = kind
    self.number = number
    self.issuedOn = issuedOn
    self.issuedBy = issuedBy
  }
}

extension Declaration {
  /// Who applies: the name on the slip and the receipt.
  package var applicantName: PersonName { representative?.name ?? person.name }

  /// Where who applies lives.
  package var applicantAddress: String {
    representative?.address ?? person.address
  }
}

extension DeclaredPerson {
  /// Where the person lives: the permanent residence, else the temporary one, else abroad.
  package var address: String {
    [permanentResidence, temporaryResidence, abroad?.address ?? ""].first { !$0.isEmpty } ?? ""
  }
}
