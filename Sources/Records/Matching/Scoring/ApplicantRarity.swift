/// How rare the names that an applicant brings are in the register.
///
/// A misspelt name is rare because it is misspelt: where letters differ, the more common of the two
/// names counts, for that is the one whose other bearers the entry may be.
struct ApplicantRarity {
  let own: Int32
  let father: Int32
  let mother: Int32
  let spouse: Int32

  init(_ applicant: PackedRecord, _ frequencies: Frequencies) {
    own = frequencies.own(applicant.ownCore)
    father = frequencies.father(applicant.fatherCore)
    mother = frequencies.mother(applicant.motherCore)
    spouse = frequencies.spouse(applicant.spouseCore)
  }
}
