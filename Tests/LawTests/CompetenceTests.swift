import Law
import Testing
import Vocabulary

@Suite("Law 28/2009/QH12, Articles 44 and 45: where to apply")
struct CompetenceTests {
  private static let hanoi = PlaceKey(.from, "01")
  private static let cantho = PlaceKey(.from, "92")
  private static let residence = CompetencePolicy(
    place: .residence, citation: Citation("Luật 28/2009/QH12", "Điều 44, 45"))

  private func lives(
    _ nationality: Competence.Residence.Nationality = .vietnamese,
    _ country: Competence.Residence.Country = .inVietnam, permanent: PlaceKey? = nil,
    temporary: PlaceKey? = nil, before: PlaceKey? = nil
  ) -> Competence.Residence {
    .init(
      nationality: nationality, country: country, permanent: permanent, temporary: temporary,
      beforeLeaving: before)
  }

  @Test func `permanent residence comes before temporary`() {
    let found = Competence.find(lives(permanent: Self.hanoi, temporary: Self.cantho))
    #expect(found.agency == .province(Self.hanoi) && found.reason == .permanentResidence)
  }

  @Test func `without permanent residence the temporary one decides`() {
    let found = Competence.find(lives(temporary: Self.cantho))
    #expect(found.agency == .province(Self.cantho) && found.reason == .temporaryResidence)
  }

  @Test func `without any residence it is the national centre`() {
    #expect(Competence.find(lives()).agency == .nationalCentre)
    #expect(Competence.find(lives()).reason == .noResidence)
  }

  @Test func `a citizen abroad goes to the last residence before leaving`() {
    let found = Competence.find(lives(.vietnamese, .abroad, before: Self.hanoi))
    #expect(found.agency == .province(Self.hanoi) && found.reason == .residenceBeforeLeaving)
    #expect(Competence.find(lives(.vietnamese, .abroad)).agency == .nationalCentre)
  }

  @Test func `a foreigner who lives here goes to the province, who left to the centre`() {
    #expect(
      Competence.find(lives(.foreign, temporary: Self.cantho)).agency == .province(Self.cantho))
    let left = Competence.find(lives(.foreign, .abroad, before: Self.cantho))
    #expect(left.agency == .nationalCentre && left.reason == .foreignerLeft)
  }

  @Test func `another agency is named with its provision, never silence`() {
    let standing = Competence.standing(
      of: .province(Self.cantho), for: lives(permanent: Self.hanoi), policy: Self.residence)
    guard case .another(let finding) = standing else {
      Issue.record("\(standing)")
      return
    }
    #expect(finding.agency == .province(Self.hanoi))
    #expect(finding.citation.provision.contains("Điều 44 khoản 2"))
  }

  @Test func `the rows change on 1 July 2026: the day before by residence, from that day anywhere`()
    throws
  {
    let before = try Fixtures.rules("cahanoi-2026", on: CivilDate(2026, 6, 30)).competence
    let after = try Fixtures.rules("cahanoi-2026", on: CivilDate(2026, 7, 1)).competence
    #expect(before.place == .residence && after.place == .anywhere)
    let mine = lives(permanent: Self.hanoi)
    #expect(
      Competence.standing(of: .province(Self.cantho), for: mine, policy: after)
        == .anywhere(after.citation))
    #expect(
      Competence.standing(of: .province(Self.hanoi), for: mine, policy: before) == .competent)
  }
}

@Suite("Refunds and local support of the fee")
struct FeeMoneyTests {
  @Test func `before any body was asked all is owed back, afterwards nothing`() throws {
    let policy = try Fixtures.police2026().fees.refunds
    let paid = Dong(205_000)
    #expect(
      FeeIsOwedBack.owedBack(of: paid, progress: .nothingAsked, policy: policy) == paid)
    #expect(
      FeeIsOwedBack.owedBack(of: paid, progress: .inquiriesSent, policy: policy) == .zero)
  }

  @Test func `Hà Nội pays the fee through VNeID, and not the further copies`() throws {
    let rules = try Fixtures.police2026()
    let online = try FeeIsDue.reckon(group: "standard", copies: 3, ruleSet: rules)
    let app = try FeeIsDue.reckon(group: "standard", copies: 3, channel: .vneid, ruleSet: rules)
    #expect(online.amount == Dong(205_000) && online.lines.count == 2)
    #expect(app.amount == Dong(5_000) && app.lines.count == 3)
    #expect(app.lines.map(\.amount).reduce(.zero, +) == app.amount)
    #expect(app.citations.contains { $0.instrument.contains("HĐND") })
  }

  @Test func `Cần Thơ of 2023 supports no channel`() throws {
    let rules = try Fixtures.office2023()
    let fee = try FeeIsDue.reckon(
      group: "standard", copies: 1, channel: .vneid, ruleSet: rules)
    #expect(fee.amount == Dong(200_000))
  }
}
