import Intake
import Law
import Testing
import Vocabulary
import Words

@Suite("Intake: the words for lacks")
struct IntakeWordsTests {
  /// One of each reason, so that each is put into words.
  static let reasons: [Lack.Reason] = {
    let (from, until) = (YearMonth(year: 2010, month: 1), YearMonth(year: 2010, month: 3))
    guard let from, let until else { return [] }
    let texts: [TypedTextRefusal] =
      [
        .tooLong(characters: 101, limit: 100), .tooManyBytes(900, limit: 400),
        .foreignLetter(.han, codePoint: 0x4E00, position: 2),
        .sign(codePoint: 0x1F600, position: 3), .strayMark(codePoint: 0x301, position: 1),
      ]
      + UnsafeCharacter.allCases.map { .unsafe($0, codePoint: 0x202E, position: 4) }
      + Script.allCases.map { .mixedScripts(.latin, $0, codePoint: 0x430, position: 5) }
    return texts.map(Lack.Reason.text) + [
      .missing, .notChosen, .notAChoice, .name(.empty), .name(.noLetter),
      .name(.text(.sign(codePoint: 0x2603, position: 1))),
      .name(.notInNames(codePoint: 0x34, position: 2)), .notADate(.day), .notADate(.birth),
      .notADate(.month), .noSuchDay, .dayInFuture, .monthInFuture, .beforeBirth,
      .birthTooLongAgo(years: 170), .tooYoung(minimumAge: 16), .tooManyOtherNames(6, limit: 5),
      .unknownCountry, .noResidence, .nationalID(.notADigit), .nationalID(.wrongLength(11)),
      .nationalID(.noSuchPlace), .oldIdentityCard(digits: 8), .oldIdentityCard(digits: 0),
      .passport, .issuedBeforeBirth, .noContact, .phone, .email, .differsFromIdentity,
      .nameOrUnknown, .namedAndUnknown, .relativeWithoutName, .tooManyRows(limit: 60),
      .endsBeforeStart, .noHistory(from: from, until: until),
      .historyStartsLate(from: from, until: until), .historyGap(from: from, until: from),
      .historyStopsEarly(from: from, until: until), .number2OnlyForOneself,
      .notAMinor(age: 18), .subjectIsApplicant, .neverLivedHere, .purposeUnknown,
      .purposeNotFor(.number1),
      .purposeNotFor(.number2), .notANumber, .copies(limit: 10), .deliveryNotOffered,
      .feeGroupUnknown, .oathMissing, .paperMissing(.feeGroup), .paperMissing(.authorisation),
      .paperMissing(.familyLink), .paperMissing(.other),
    ]
  }()

  @Test(arguments: Language.allCases)
  func `every lack says what is wrong and what to do, each in its own words`(
    language: Language
  ) {
    var said: [String: Lack.Reason] = [:]
    for reason in IntakeWordsTests.reasons {
      let lack = Lack(at: FieldName(.personName), reason)
      let sentence = LackWords.sentence(lack, in: language)
      #expect(sentence.count >= 20)
      #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"))
      #expect(!sentence.contains("Optional"))
      // An empty name and one without letters are the same to the person.
      if let twin = said[sentence] {
        #expect(twin == .name(.empty) && reason == .name(.noLetter))
      }
      said[sentence] = reason
    }
  }

  @Test func `the sentence names the count and the limit`() {
    let lack = Lack(at: FieldName(.paperNumber), .nationalID(.wrongLength(11)))
    #expect(
      LackWords.vietnamese(lack) == "Số định danh có 11 chữ số; phải có 12. Hãy xem lại thẻ.")
    #expect(
      LackWords.english(lack) == "The identity number has 11 digits; it needs 12. Check the card.")
  }

  @Test func `a gap names its months`() throws {
    let (from, until) = (
      try #require(YearMonth(iso: "2012-07")), try #require(YearMonth(iso: "2012-08"))
    )
    let gap = Lack(at: FieldName(.residenceFrom, row: 1), .historyGap(from: from, until: until))
    #expect(
      LackWords.vietnamese(gap)
        == "Quá trình cư trú bị hở từ tháng 07/2012 đến tháng 08/2012. "
        + "Hãy thêm dòng cho thời gian này.")
  }

  @Test func `an unsafe character is named by its code point and place`() {
    let lack = Lack(
      at: FieldName(.personName),
      .text(.unsafe(.bidiControl, codePoint: 0x202E, position: 4)))
    #expect(LackWords.vietnamese(lack).contains("Ký tự thứ 4 (U+202E)"))
    #expect(LackWords.english(lack).contains("Character 4 (U+202E)"))
  }

  @Test(arguments: Language.allCases)
  func `every warning has its words`(language: Language) throws {
    let month = try #require(YearMonth(iso: "2012-07"))
    let reasons: [Warning.Reason] = [
      .numberDisagreesWithSex, .numberDisagreesWithBirthYear, .notYourIdentityNumber,
      .parentNotOlder, .permanentResidencesOverlap(from: month, until: month),
      .number2IsForYouAlone, .banAlwaysOnNumber2, .lastResidenceUnknown, .demandWithoutBasis,
    ]
    let said = Set(
      reasons.map { LackWords.sentence(Warning(at: FieldName(.paperKind), $0), in: language) })
    #expect(said.count == reasons.count)
  }

  @Test(arguments: Language.allCases)
  func `every field has a label of its own`(language: Language) {
    let labels = Set(FormField.allCases.map { FieldLabels.label($0, in: language) })
    #expect(labels.count == FormField.allCases.count)
    #expect(!labels.contains(""))
  }

  @Test func `a label in a table says the row`() {
    let name = FieldName(.residenceFrom, row: 1)
    #expect(
      FieldLabels.label(name, in: .vietnamese)
        == "Quá trình cư trú của bản thân (tính từ khi đủ 14 tuổi), dòng 2: Từ tháng, năm")
  }

  @Test(arguments: Language.allCases)
  func `every choice and every origin has its words`(language: Language) {
    let words =
      Sex.allCases.map { ChoiceWords.words($0, in: language) }
      + PaperKind.allCases.map { ChoiceWords.words($0, in: language) }
      + ResidenceKind.allCases.map { ChoiceWords.words($0, in: language) }
      + CertificateKind.allCases.map { ChoiceWords.words($0, in: language) }
      + BanConfirmation.allCases.map { ChoiceWords.words($0, in: language) }
      + DeliveryWay.allCases.map { ChoiceWords.words($0, in: language) }
      + Abode.allCases.map { ChoiceWords.words($0, in: language) + " (abode)" }
      + NumberTwoIsPersonal.Proof.allCases.map { ChoiceWords.words($0, in: language) }
      + ApplicantRole.allCases.map { ChoiceWords.words($0, in: language) }
      + FieldOrigin.allCases.map { ChoiceWords.words($0, in: language) }
    #expect(Set(words).count == words.count)
  }

  @Test(arguments: Language.allCases)
  func `every refused card has its words`(language: Language) {
    let refusals: [CardRefusal] = [
      .tooLong(limit: 2048), .tooFewFields(6), .nationalID(.notADigit), .oldNumber,
      .name(.empty), .birthDate, .sex, .residence(.sign(codePoint: 0x2603, position: 1)),
      .issueDate,
    ]
    for refusal in refusals {
      #expect(CardWords.sentence(refusal, in: language).count > 30)
    }
  }
}
