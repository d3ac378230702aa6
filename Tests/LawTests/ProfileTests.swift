import Foundation
import Testing
import Vocabulary

@testable import Law

@Suite("Issuer profiles and rule sets")
struct ProfileTests {
  @Test func `there are the office of 2023 and the police of 2026`() throws {
    #expect(try Profiles.load().map(\.id) == ["cahanoi-2026", "stp-cantho-2023"])
    #expect(try Profiles.named("nobody") == nil)
  }

  @Test func `every day of a profile has a complete rule set`() throws {
    for profile in try Profiles.load() {
      var day = try #require(profile.turningDays.first)
      while day < CivilDate(2028, 1, 1) {
        let rules = try profile.rules(on: day)
        #expect(rules.fees.group("standard") != nil)
        #expect(Set(rules.fees.groups.map(\.code)).count == rules.fees.groups.count)
        #expect(Set(rules.purposes.map(\.code)).count == rules.purposes.count)
        #expect(Set(rules.inquiries.map(\.body)) == Set(AgencyBody.allCases))
        #expect(rules.names.letterhead.count == 2)
        day = day.adding(days: 17)
      }
    }
  }

  @Test func `the office of 2023 keeps its law in 2026, and says so`() throws {
    let rules = try Fixtures.office2023()
    #expect(rules.id == "law-2009")
    #expect(rules.legalDay == CivilDate(2023, 12, 31))
    #expect(rules.pageLine.vi.hasSuffix("quy định của ngày 31/12/2023"))
    #expect(rules.names.letterhead == ["ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ", "SỞ TƯ PHÁP"])
    #expect(rules.formCode(of: .number1) == "06/2013/TT-LLTP")
    #expect(rules.formCode(of: .number2) == "07/2013/TT-LLTP")
    #expect(rules.procedure.code == "2.000488")
    #expect(rules.certificate.legalBasis.count == 2)
  }

  @Test func `the police of 2026 apply the law in force`() throws {
    let rules = try Fixtures.police2026()
    #expect(rules.id == "law-2025")
    #expect(rules.legalDay == CivilDate(2026, 11, 21))
    #expect(rules.formCode(of: .number1) == "07/2025/LLTP")
    #expect(rules.procedure.code == "3.000333")
    #expect(rules.certificate.legalBasis.contains { $0.contains("107/2025/QH15") })
  }

  @Test func `the regime changes on 1 July 2026 and an earlier case keeps the older one`() throws {
    #expect(
      try Fixtures.rules("cahanoi-2026", on: CivilDate(2026, 6, 30)).id == "law-2009-police")
    #expect(try Fixtures.rules("cahanoi-2026", on: CivilDate(2026, 7, 1)).id == "law-2025")
  }

  @Test func `before the police were competent their profile has no rules and says which row`()
    throws
  {
    let profile = try #require(try Profiles.named("cahanoi-2026"))
    do {
      _ = try profile.rules(on: CivilDate(2025, 2, 28))
      Issue.record("there were rules")
    } catch {
      #expect(error.description.contains("cahanoi-2026 on 2025-02-28"))
      #expect(error.description.contains("no "))
    }
  }

  @Test func `numbers are written by the pattern and counted by the year`() throws {
    let rules = try Fixtures.office2023()
    #expect(rules.certificateNumbering.text(123) == "123/STP-LLTP")
    #expect(rules.certificateNumbering.sequenceScope(on: CivilDate(2026, 11, 21)) == "2026")
    #expect(
      rules.caseNumber(on: CivilDate(2026, 11, 21), sequence: 7).text
        == "000.00.10.H13-261121-0007")
  }

  @Test func `the screen and the counter are offered, the post is named`() throws {
    let rules = try Fixtures.office2023()
    #expect(rules.offeredDeliveries == [.electronic, .counter])
    #expect(Set(rules.deliveries.map(\.way)) == Set(DeliveryWay.allCases))
    #expect(Set(rules.channels.map(\.channel)) == Set(LodgingChannel.allCases))
  }

  @Test func `what is not certain is listed`() throws {
    #expect(try Fixtures.police2026().doubts.contains { $0.confidence == .unsure })
  }

  @Test func `the limit is in days, not in working days`() throws {
    let limits = try Fixtures.office2023().limits
    #expect(limits.ordinary.days == 10 && limits.ordinary.unit == .calendarDays)
    #expect(limits.complicated.days == 15 && limits.complicated.unit == .calendarDays)
  }
}

@Suite("Files of law are read strictly")
struct LawFileTests {
  private func fault(_ json: String) -> String {
    do {
      _ = try LawFile.decode(Data(json.utf8), as: AgeFile.self, doing: "reading a test")
      return "read"
    } catch {
      return error.cause
    }
  }

  private struct AgeFile: Codable {
    let ages: [Dated<RuleSetFile.AgeRow>]
  }

  private func row(
    _ dates: String, rest: String = #""confidence":"sure","source":"test""#
  ) -> String {
    #"{"ages":[{"years":16,"citation":{"instrument":"L","provision":""},"# + dates + "," + rest
      + "}]}"
  }

  @Test func `a complete row is read`() {
    #expect(fault(row(#""validFrom":"2026-07-01","validTo":null"#)) == "read")
  }

  @Test func `an unknown key is named with its place`() {
    let cause = fault(row(#""validFrom":"2026-07-01","validTo":null,"valdiTo":"2027-01-01""#))
    #expect(cause == "unknown key 'ages[0].valdiTo'; correct or remove it")
  }

  @Test func `an end that is left out is an error: null says that none is known`() {
    #expect(fault(row(#""validFrom":"2026-07-01""#)) == "ages[0].validTo: the key is missing")
  }

  @Test(arguments: [
    #""validFrom":"2026-07-01","validTo":"2026-06-30""#,
    #""validFrom":"2026-02-30","validTo":null"#, #""validFrom":7,"validTo":null"#,
  ])
  func `days that cannot be are refused`(dates: String) {
    #expect(fault(row(dates)) != "read")
  }

  @Test func `a row without a source or with an unknown confidence is refused`() {
    let dates = #""validFrom":"2026-07-01","validTo":null"#
    #expect(fault(row(dates, rest: #""confidence":"sure","source":"""#)) != "read")
    #expect(fault(row(dates, rest: #""confidence":"certain","source":"x""#)) != "read")
  }

  @Test func `what is no JSON is refused`() {
    #expect(fault("{") != "read")
  }
}
