/// How rare the names that an applicant brings are in the register.
///
/// A misspelt name is rare because it is misspelt: where letters differ, the more common of the two
/// names counts, for that is the one whose other bearers the entry may be.
struct ApplicantRarity {
  let own: Int32
  let father: Int32
  let mother: Int32
  let spouse: Int32
  /// Of the provinces in which the applicant may have been born.
  let birthPlace: Int32
  /// Of the provinces that issue numbers like those of the applicant's homes, and like the
  /// applicant's own old number.
  let homeSeries: Int32
  let ownSeries: Int32

  init(_ comparison: Comparison, _ frequencies: Frequencies) {
    let applicant = comparison.q
    own = frequencies.own(applicant.ownCore)
    father = frequencies.father(applicant.fatherCore)
    mother = frequencies.mother(applicant.motherCore)
    spouse = frequencies.spouse(applicant.spouseCore)
    birthPlace = frequencies.place(applicant.birthPlace)
    homeSeries = frequencies.shares.rarity(ProvinceHistory.issuers(comparison.placeMask))
    ownSeries = frequencies.shares.rarity(comparison.oldSeries)
  }
}
