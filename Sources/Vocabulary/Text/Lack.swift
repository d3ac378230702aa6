/// What the declaration lacks, at one field. Reading a form reports every one at once.
package struct Lack: Equatable, Sendable {
  /// The field beside which it is shown.
  package let at: FieldName
  package let reason: Reason

  package init(at: FieldName, _ reason: Reason) {
    self.at = at
    self.reason = reason
  }

  /// Why a field is not in order. Values are counts, limits and months: never what was typed.
  package enum Reason: Equatable, Sendable {
    // Any field.
    case missing
    case notChosen
    case notAChoice
    case text(TypedTextRefusal)
    case name(PersonName.Malformed)

    // Days and months.
    case notADate(DateShape)
    case noSuchDay
    case dayInFuture
    case monthInFuture
    case beforeBirth
    case birthTooLongAgo(years: Int)
    /// Law 107/2025/QH15: from an age on one applies for oneself.
    case tooYoung(minimumAge: Int)

    // The person.
    case tooManyOtherNames(Int, limit: Int)
    case unknownCountry
    case noResidence
    /// Law 28/2009/QH12, Article 7.1: of foreigners those who live or have lived in the country.
    case neverLivedHere
    case nationalID(NationalID.Malformed)
    case oldIdentityCard(digits: Int)
    case passport
    case issuedBeforeBirth
    case noContact
    case phone
    case email
    case differsFromIdentity

    // The family.
    case nameOrUnknown
    case namedAndUnknown
    case relativeWithoutName

    // Tables.
    case tooManyRows(limit: Int)
    case endsBeforeStart
    case noHistory(from: YearMonth, until: YearMonth)
    case historyStartsLate(from: YearMonth, until: YearMonth)
    case historyGap(from: YearMonth, until: YearMonth)
    case historyStopsEarly(from: YearMonth, until: YearMonth)

    // The request.
    /// Law 28/2009/QH12, Article 46.2: for number 2 nobody can be authorised.
    case number2OnlyForOneself
    /// Parents and guardians act for who has not reached that age.
    case notAMinor(age: Int)
    /// Another was named as applicant, and the person is the applicant again.
    case subjectIsApplicant
    case purposeUnknown
    case purposeNotFor(CertificateKind)
    case notANumber
    case copies(limit: Int)
    case deliveryNotOffered
    case feeGroupUnknown
    /// The birth date contradicts a group that is one of age.
    case feeGroupNotOfAge
    case oathMissing
    /// A paper is needed and none of this kind is attached.
    case paperMissing(PaperPurpose)
  }

  /// How a date is to be written.
  package enum DateShape: String, Sendable, CaseIterable {
    case day
    /// A day, a month or a year: what is known of a birth.
    case birth
    case month
  }
}

/// What is allowed and still deserves a second look by the person before sending.
package struct Warning: Equatable, Sendable {
  package let at: FieldName
  package let reason: Reason

  package init(at: FieldName, _ reason: Reason) {
    self.at = at
    self.reason = reason
  }

  package enum Reason: Equatable, Sendable {
    /// The number's structure states another sex; corrections leave such numbers.
    case numberDisagreesWithSex
    case numberDisagreesWithBirthYear
    /// The signed-in identity has an identity number; another paper was named.
    case notYourIdentityNumber
    case parentNotOlder
    /// Without a last residence in the country the national centre is competent (Article 44.1).
    case lastResidenceUnknown
    case permanentResidencesOverlap(from: YearMonth, until: YearMonth)
    /// Law 28/2009/QH12, Article 41: number 2 is for knowing one's own record. Since 2026-07-01
    /// nobody may demand it from a person.
    case number2IsForYouAlone
    /// Law 107/2025/QH15: number 1 may be demanded only where a law says so, and none is known.
    case demandWithoutBasis
    /// Number 2 always states bans; the question is for number 1.
    case banAlwaysOnNumber2
  }
}
