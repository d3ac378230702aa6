import CaseFile
@testable import Desk
import Vocabulary

@testable import Portal

/// An invented day's money, with everything that can differ.
extension SampleDesk {
  func dayMoney(
    of day: CivilDate, after key: DayBookKey?, by officer: ActingOfficer
  ) async throws -> DayMoneyView {
    guard officer.roles.contains(.accountant) else { throw Refused.roleMissing(.accountant) }
    return Sample.money(of: day)
  }

  func dayBookTable(
    from: CivilDate, to: CivilDate, by officer: ActingOfficer,
    write: (String) async throws -> Void
  ) async throws {
    guard officer.roles.contains(.accountant) else { throw Refused.roleMissing(.accountant) }
    try await write(SpreadsheetLine.mark + SpreadsheetLine(["@SUM(A1)", "200000"]).text)
  }

  func fetchSettlement(of day: CivilDate, by officer: ActingOfficer) async throws { try act() }

  func settleDifference(
    _ one: DifferenceMark, reason: String, by officer: ActingOfficer
  ) async throws {
    if reason.isEmpty { throw Refused.reasonMissing }
    try act()
  }

  func receiveTill(
    of holder: OfficerID, on day: CivilDate, _ channel: PaymentChannel,
    by officer: ActingOfficer
  ) async throws { try act() }

  func ownTills(of officer: ActingOfficer) async throws -> [TillView] {
    [Sample.till(counted: nil), Sample.till(counted: Dong(150_000))]
  }

  func takeFee(
    ofCase number: String, through channel: PaymentChannel, reference: String,
    by officer: ActingOfficer
  ) async throws -> PaymentID {
    guard number != "none" else { throw Refused.notFound }
    try act()
    return Sample.refunds[0].payment
  }

  func takenReceipt(_ payment: PaymentID, by officer: ActingOfficer) async throws -> [UInt8] {
    Array("%PDF-1.4 receipt".utf8)
  }

  func closeTill(
    of day: CivilDate, _ channel: PaymentChannel, counted: Dong, reason: String,
    by officer: ActingOfficer
  ) async throws { try act() }

  func orderRefund(
    _ payment: PaymentID, reference: String, by officer: ActingOfficer
  ) async throws {
    if reference.isEmpty { throw Refused.referenceMissing }
  }
}

extension Sample {
  static let accountant = ActingOfficer(
    id: id("0ff1cer0000000000000000009"), agency: officer.agency, roles: [.accountant],
    name: "Lê Thị Sổ Sách", title: "Kế toán viên")

  static func till(counted: Dong?) -> TillView {
    TillView(
      officer: id("0ff1cer0000000000000000001"), officerName: "Nguyễn Văn Tiếp Nhận",
      day: CivilDate(2026, 11, 21), channel: counted == nil ? .counter : .post,
      expected: Dong(200_000), counted: counted, isReceived: false, canReceive: counted != nil,
      takings: [
        TakingView(
          payment: refunds[0].payment, caseNumber: line(.lodged).number.text,
          amount: Dong(200_000), takenAt: now)
      ])
  }

  private static func lacking(
    on day: CivilDate, _ failure: SettlementFailure?
  ) -> LackingDayView {
    LackingDayView(
      day: day,
      miss: failure.map {
        .init(
          failure: $0, tries: 3, triedAt: now,
          nextAt: $0 == .fileStands ? nil : now.adding(seconds: 480))
      })
  }

  static func money(of day: CivilDate) -> DayMoneyView {
    let differences = SettlementDifference.allCases.enumerated().map { index, kind in
      DifferenceView(
        day: day, number: index + 1, digest: String(repeating: "a", count: 64), kind: kind,
        flow: index == 4 ? .refund : .payment, reference: "LL<b>\(index)</b>",
        caseNumber: kind == .missingHere ? nil : line(.lodged).number.text,
        ours: kind == .missingHere ? nil : Dong(200_000),
        theirs: kind == .missingThere ? nil : Dong(100_000),
        settledBy: index == 0 ? "Lê Thị Sổ Sách" : nil)
    }
    return DayMoneyView(
      day: day,
      channels: PaymentChannel.allCases.map {
        ChannelTakings(channel: $0, taken: Dong(400_000), given: Dong(200_000))
      },
      settlement: SettlementView(
        fetchedAt: now, digest: String(repeating: "a", count: 64), lines: 3,
        paid: Dong(600_000), refunded: .zero),
      fetching: FetchingView(
        latest: LatestSettlement(day: day, fetchedAt: now),
        lacking: [lacking(on: day.adding(days: -9), nil)]
          + SettlementFailure.allCases.enumerated().map { index, failure in
            lacking(on: day.adding(days: index - 8), failure)
          }),
      differences: differences,
      older: [differences[1]].map { older in
        var older = older
        older.day = day.adding(days: -1)
        return older
      },
      tills: [till(counted: Dong(150_000))],
      book: LedgerAccount.allCases.map { account in
        DayBookLine(
          at: now, caseNumber: line(.lodged).number.text, reference: "LL1", receipt: nil,
          debit: account, credit: .feeIncome, amount: Dong(200_000))
      },
      next: DayBookKey(at: now, id: 7))
  }
}
