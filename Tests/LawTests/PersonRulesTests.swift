import Law
import Testing
import Vocabulary

@Suite("Law 107/2025/QH15: the applicant's age")
struct ApplicantAgeTests {
  let born = BirthDate.day(CivilDate(2010, 11, 21))

  @Test func `sixteen is reached on the birthday`() {
    #expect(
      ApplicantAge.standing(of: born, on: CivilDate(2026, 11, 20), minimumAge: 16)
        == .tooYoung(until: CivilDate(2026, 11, 21)))
    #expect(
      ApplicantAge.standing(of: born, on: CivilDate(2026, 11, 21), minimumAge: 16) == .oldEnough)
  }

  @Test func `who knows only the year has reached the age at its end`() {
    #expect(
      ApplicantAge.standing(of: .year(2010), on: CivilDate(2026, 11, 21), minimumAge: 16)
        == .tooYoung(until: CivilDate(2026, 12, 31)))
  }

  @Test func `the law of 2009 sets no age`() throws {
    #expect(try Fixtures.office2023().minimumAge == nil)
    #expect(try Fixtures.police2026().minimumAge == 16)
    #expect(
      ApplicantAge.standing(of: born, on: CivilDate(2023, 1, 1), minimumAge: nil) == .oldEnough)
  }

  @Test func `sixteen is asked for from 1 July 2026, not a day earlier`() throws {
    #expect(try Fixtures.rules("cahanoi-2026", on: CivilDate(2026, 6, 30)).minimumAge == nil)
    #expect(try Fixtures.rules("cahanoi-2026", on: CivilDate(2026, 7, 1)).minimumAge == 16)
  }
}

@Suite("Law 28/2009/QH12, Articles 45.3 and 46.2: who may ask for another")
struct NumberTwoIsPersonalTests {
  @Test func `nobody is authorised for number 2`() {
    for applicant in [NumberTwoIsPersonal.Applicant.authorised, .closeFamily] {
      #expect(
        NumberTwoIsPersonal.standing(of: applicant, asking: .number2)
          == .onlyThePerson(Citation("Luật 28/2009/QH12", "Điều 46 khoản 2")))
    }
  }

  @Test func `parents ask for a minor, for both certificates`() {
    for kind in CertificateKind.allCases {
      #expect(
        NumberTwoIsPersonal.standing(of: .parentOfMinor, asking: kind)
          == .allowedWith(.familyTie))
      #expect(NumberTwoIsPersonal.standing(of: .own, asking: kind) == .allowed)
    }
  }

  @Test func `for number 1 the family shows its tie and others a written authority`() {
    #expect(
      NumberTwoIsPersonal.standing(of: .closeFamily, asking: .number1) == .allowedWith(.familyTie))
    #expect(
      NumberTwoIsPersonal.standing(of: .authorised, asking: .number1)
        == .allowedWith(.writtenAuthority))
  }
}

@Suite("Law 107/2025/QH15: who may demand a certificate")
struct ThirdPartyDemandTests {
  let today = CivilDate(2026, 11, 21)

  private func standing(
    _ code: String, _ kind: CertificateKind, on day: CivilDate
  ) throws -> ThirdPartyDemand.Standing {
    let purpose = try #require(try Fixtures.police2026().purpose(code))
    return ThirdPartyDemand.standing(of: purpose, kind: kind, on: day)
  }

  @Test func `nobody may demand number 2`() throws {
    #expect(try standing("employment", .number2, on: today) == .number2IsNeverDemanded)
    #expect(try standing("adoption", .number2, on: today) == .number2IsNeverDemanded)
  }

  @Test func `number 1 needs a basis, which ride hailing has not`() throws {
    #expect(try standing("rideHailing", .number1, on: today) == .demandWithoutBasis)
    #expect(
      try standing("adoption", .number1, on: today) == .demandHasBasis("Luật Nuôi con nuôi 2010"))
  }

  @Test func `to know one's own record is nobody else's business`() throws {
    for kind in CertificateKind.allCases {
      #expect(try standing("ownKnowledge", kind, on: today) == .nothingToSay)
    }
  }

  @Test func `before 1 July 2026 the rule was not in force`() throws {
    #expect(try standing("employment", .number2, on: CivilDate(2026, 6, 30)) == .nothingToSay)
    #expect(
      try standing("employment", .number2, on: CivilDate(2026, 7, 1)) == .number2IsNeverDemanded)
  }
}

@Suite("The declaration's residence history")
struct ResidenceHistoryStartTests {
  @Test func `it runs from the month of the fourteenth birthday`() {
    #expect(
      ResidenceHistoryStart.month(of: .day(CivilDate(1990, 5, 31)), on: CivilDate(2026, 11, 21))
        == YearMonth(year: 2004, month: 5))
  }

  @Test func `a year alone is taken from its first month`() {
    #expect(
      ResidenceHistoryStart.month(of: .year(1950), on: CivilDate(2026, 11, 21))
        == YearMonth(year: 1964, month: 1))
  }

  @Test func `who is not fourteen has no history to give`() {
    let born = BirthDate.day(CivilDate(2012, 11, 22))
    #expect(ResidenceHistoryStart.month(of: born, on: CivilDate(2026, 11, 21)) == nil)
    #expect(
      ResidenceHistoryStart.month(of: born, on: CivilDate(2026, 11, 22))
        == YearMonth(year: 2026, month: 11))
  }

  @Test func `a birthday on 29 February falls on the month's last day`() {
    #expect(
      ResidenceHistoryStart.month(of: .day(CivilDate(2004, 2, 29)), on: CivilDate(2018, 2, 28))
        == YearMonth(year: 2018, month: 2))
  }
}

@Suite("Law 28/2009/QH12, Article 48: the longer limit")
struct LongerLimitTests {
  @Test func `a citizen of one province has the ordinary limit`() {
    let found = LongerLimit.complications(
      nationality: "VN", provinces: [PlaceKey(.before, "92")], livedAbroad: .no,
      declaredConvictions: 0)
    #expect(Difficulty(found) == .ordinary)
  }

  @Test func `several provinces, time abroad, a foreigner, a conviction: each is a reason`() {
    let found = LongerLimit.complications(
      nationality: "KR", provinces: [PlaceKey(.before, "92"), PlaceKey(.before, "79")],
      livedAbroad: .yes, declaredConvictions: 1)
    #expect(found == Set(Complication.allCases))
  }
}

@Suite("Law 28/2009/QH12, Article 49: refusals")
struct RefusalGroundsTests {
  @Test func `every ground cites its clause and has words in both languages`() {
    for ground in RefusalGrounds.all {
      #expect(ground.citation.instrument == "Luật 28/2009/QH12")
      #expect(ground.citation.provision.hasPrefix("Điều 49"))
      #expect(!ground.words.vi.isEmpty && !ground.words.en.isEmpty)
    }
  }

  @Test func `that a certificate stands is a ground of a correction and of nothing else`() {
    #expect(!RefusalGrounds.all.contains(.certificateStands))
    let correcting = RefusalGround.all(correcting: .certificate)
    #expect(correcting.first == .certificateStands && !correcting.contains(.notCompetent))
    #expect(RefusalGround.certificateStands.citation.provision == "Điều 50")
  }

  @Test func `incomplete papers are asked for once before they are a ground`() {
    #expect(RefusalGrounds.asksFirst(.papersIncomplete, supplementsAsked: 0))
    #expect(!RefusalGrounds.asksFirst(.papersIncomplete, supplementsAsked: 1))
    #expect(!RefusalGrounds.asksFirst(.papersForged, supplementsAsked: 0))
  }
}
