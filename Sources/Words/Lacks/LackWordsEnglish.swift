package import Vocabulary

extension LackWords {
  package static func english(_ lack: Lack) -> String {
    switch lack.reason {
    case .missing: "This is not filled in yet. Please fill it in."
    case .notChosen: "Nothing is chosen yet. Please choose from the list."
    case .notAChoice: "This value is not on the list. Please choose again."
    case .text(let refusal): TextWords.english(refusal)
    case .name(let why): TextWords.sentence(why, in: .english)
    case .notADate(let shape): english(shape)
    case .noSuchDay: "The calendar has no such day or month. Check the paper."
    case .dayInFuture: "This day has not come yet. Check day, month and year."
    case .monthInFuture:
      "This month has not come yet. If you still live there, leave it empty or write “nay”."
    case .beforeBirth: "This is before the date of birth given above. Check both."
    case .birthTooLongAgo(let years): "The birth lies more than \(years) years back. Check it."
    case .tooYoung(let age):
      "The applicant must be at least \(age) years old (Law 107/2025/QH15). For a younger person "
        + "a parent or guardian signs in and applies."
    case .tooManyOtherNames(let count, let limit):
      "There are \(count) other names; at most \(limit) fit. Keep those that stand on papers."
    case .unknownCountry: "There is no such country code. Choose the nationality from the list."
    case .noResidence:
      "There is no residence yet. Give the permanent one, or if there is none the temporary one."
    case .neverLivedHere:
      "Foreigners may apply only if they live or have lived in Vietnam (Law 28/2009/QH12, Article "
        + "7.1). Give the last residence in Vietnam."
    case .nationalID(let why): english(why)
    case .oldIdentityCard(let digits):
      digits == 0
        ? "An identity card number has digits only. Check the card."
        : "The identity card number has \(digits) digits; it needs 9 (or 12). Check the card."
    case .passport:
      "A passport number has 5 to 12 plain letters and digits. Copy it from the passport."
    case .issuedBeforeBirth:
      "The paper was issued before the date of birth given above. Check both days."
    case .noContact: "Give a telephone number or an e-mail address, so that we can reach you."
    case .phone:
      "This is not a telephone number. Write 10 digits beginning with 0, "
        + "or an international number beginning with +."
    case .email: "This is not an e-mail address. Write it like name@example.vn, without spaces."
    case .differsFromIdentity:
      "This differs from the e-identity you signed in with. Correct it; if the e-identity is "
        + "wrong, ask the police to correct it first."
    case .nameOrUnknown: "Give the name, or tick “unknown” if you do not know it."
    case .namedAndUnknown:
      "“Unknown” is ticked, yet something is filled in. Remove the tick or the text."
    case .relativeWithoutName:
      "A date of birth or a paper is given without a name. Please give the name."
    case .tooManyRows(let limit): "This table takes at most \(limit) rows. Join or remove some."
    case .endsBeforeStart: "The last month is before the first. Check both months."
    case .noHistory(let from, let until):
      "The residence history is empty. Give it from \(from.vietnamese) (the age of 14) "
        + "to \(until.vietnamese)."
    case .historyStartsLate(let from, let until):
      "The history does not begin at the age of 14: \(english(from, until)) missing. "
        + "Add a row for that time."
    case .historyGap(let from, let until):
      "The history has a gap: \(english(from, until)) missing. Add a row for that time."
    case .historyStopsEarly(let from, let until):
      "The history does not reach today: \(english(from, until)) missing. "
        + "Add a row, or leave “to” empty if you still live there."
    case .number2OnlyForOneself:
      "Nobody can be authorised to apply for number 2 (Law 28/2009/QH12, Article 46.2). "
        + "The person must sign in and apply, or choose number 1."
    case .notAMinor(let age):
      "This person has reached \(age) and applies alone. For number 1 close family can choose “my "
        + "parent, spouse or child”."
    case .subjectIsApplicant:
      "This is your own number. Give that of the other person, or apply for yourself."
    case .purposeUnknown: "There is no such purpose in the list. Please choose again."
    case .purposeNotFor(let kind): purposeInEnglish(notFor: kind)
    case .notANumber: "Write a number in digits, such as 1."
    case .copies(let limit): "Between 1 and \(limit) copies can be asked for. Write it again."
    case .deliveryNotOffered: "The agency does not deliver this way. Choose another way."
    case .feeGroupUnknown: "There is no such fee group in the list. Please choose again."
    case .feeGroupNotOfAge:
      "By the date of birth this fee group does not apply. Please choose another."
    case .paperMissing(let purpose): english(needed: purpose)
    case .oathMissing: "Tick that what you have declared is true."
    }
  }

  package static func english(_ warning: Warning) -> String {
    switch warning.reason {
    case .numberDisagreesWithSex:
      "The fourth digit of the identity number states another sex. Check it; if it is right, "
        + "send it."
    case .numberDisagreesWithBirthYear:
      "The identity number states another year of birth. Check it; if it is right, send it."
    case .notYourIdentityNumber:
      "The account you signed in with has an identity number; better give that number."
    case .parentNotOlder:
      "A parent was born after you. Check the year; if it is right, send it."
    case .permanentResidencesOverlap(let from, let until):
      "There are two permanent residences at one time: \(english(from, until)) double. "
        + "Check them; if one was temporary, correct it."
    case .lastResidenceUnknown:
      "Without a last residence in Vietnam the national centre is competent. If there was one, "
        + "give it."
    case .demandWithoutBasis:
      "Since 2026-07-01 others may demand number 1 from you only where a law or decree says so; "
        + "for this purpose none is known (Law 107/2025/QH15). You can apply all the same."
    case .number2IsForYouAlone:
      "Number 2 lists every conviction, cleared ones too, and is for you alone. Nobody may "
        + "demand it from you; to hand in a certificate, choose number 1."
    case .banAlwaysOnNumber2: "Number 2 always states bans on office, asked for or not."
    }
  }

  private static func english(_ shape: Lack.DateShape) -> String {
    switch shape {
    case .day: "This is not a date. Write day/month/year, such as 05/09/2020."
    case .birth:
      "This is not a date of birth. Write day/month/year, such as 05/09/1990; "
        + "if the papers give the year alone, write the year, such as 1950."
    case .month: "This is not a month. Write month/year, such as 09/2020."
    }
  }

  private static func purposeInEnglish(notFor kind: CertificateKind) -> String {
    switch kind {
    case .number1:
      "This purpose is not for certificate number 1. Choose another purpose or certificate."
    case .number2:
      "Certificate number 2 is for knowing your own record, not for this purpose. "
        + "Choose number 1 or another purpose."
    }
  }

  private static func english(needed purpose: PaperPurpose) -> String {
    switch purpose {
    case .feeGroup:
      "The fee you chose must be proved by a paper. Attach it, as “Proof of the fee group”, or "
        + "choose the ordinary fee."
    case .authorisation:
      "Applying for somebody else needs a written authorisation. Attach it, as “Authorisation”."
    case .familyLink:
      "Attach a paper that shows how you are related to the person, as “Family link”."
    case .correction:
      "You say that a register is wrong. Attach a paper that shows what is right, as “Proof that "
        + "a register is wrong”, or go back to what the register says."
    case .other: "Attach the paper that is missing."
    }
  }

  private static func english(_ why: NationalID.Malformed) -> String {
    switch why {
    case .notADigit: "An identity number has digits only. Check the card."
    case .wrongLength(let count):
      "The identity number has \(count) digits; it needs 12. Check the card."
    case .noSuchPlace: "No identity number begins with 000. Check the card."
    }
  }

  private static func english(_ from: YearMonth, _ until: YearMonth) -> String {
    from == until
      ? "\(from.vietnamese) is" : "\(from.vietnamese) to \(until.vietnamese) are"
  }
}
