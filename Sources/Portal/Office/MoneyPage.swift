import Desk
import Vocabulary
import Words

/// A day's takings beside the gateway's word on them, the tills, and the day's book.
struct MoneyPage: PartsPage {
  static let template = "office-money"
  let parts: Parts

  init(_ view: DayMoneyView, said: OfficeSaid?, in visit: Visit) {
    let words = visit.words
    let today = visit.now.civilDate
    let day = view.day
    let next = view.next.map {
      "/office/money?day=\(day.iso)&at=\($0.at.milliseconds)&after=\($0.id)#book"
    }
    self.parts = Parts([
      "chrome": visit.chrome(words["money.title"], path: "/office/money?day=\(day.iso)"),
      "notice": said.map { visit.notice(of: $0) },
      "lostReason": (view.differences + view.older)
        .contains { $0.settledBy == nil && MoneyPage.isTyped($0, in: visit.form) }
        ? nil : MoneyPage.typedReason(in: visit.form),
      "day": day.iso, "dayText": day.vietnamese,
      "askedDay": visit.query("day").isEmpty || CivilDate(typed: visit.query("day")) != nil
        ? day.vietnamese : String(visit.query("day").prefix(10)),
      "previous": "/office/money?day=\(day.adding(days: -1).iso)",
      "following": day < today ? "/office/money?day=\(day.adding(days: 1).iso)" : nil,
      "channels": view.channels.map { MoneyPage.row(of: $0, in: visit) },
      "settlement": view.settlement.map { MoneyPage.part(of: $0, in: visit) },
      "latest": view.fetching?.latest.map { latest in
        Parts(["day": latest.day.vietnamese, "fetchedAt": latest.fetchedAt.vietnamese])
      },
      "lacking": (view.fetching?.lacking ?? []).map { MoneyPage.part(of: $0, in: visit) },
      "hasLacking": !(view.fetching?.lacking ?? []).isEmpty,
      "canFetch": view.fetching != nil,
      "isAgreed": view.settlement != nil && view.differences.isEmpty,
      "differences": view.differences.map { MoneyPage.part(of: $0, shown: day, in: visit) },
      "hasDifferences": !view.differences.isEmpty,
      "older": view.older.map { MoneyPage.part(of: $0, shown: day, in: visit) },
      "hasOlder": !view.older.isEmpty,
      "tills": view.tills.map { MoneyPage.part(of: $0, shown: day, in: visit) },
      "hasTills": !view.tills.isEmpty,
      "book": view.book.map { MoneyPage.row(of: $0, in: visit) },
      "hasBook": !view.book.isEmpty, "nextHref": next,
      "tableHref": "/office/money/table.csv?from=\(day.iso)&to=\(day.iso)",
    ])
  }

  private static func row(of channel: ChannelTakings, in visit: Visit) -> Parts {
    Parts([
      "name": MoneyWords.words(channel.channel, in: visit.language),
      "channel": channel.channel.rawValue, "taken": channel.taken.description,
      "given": channel.given.description,
    ])
  }

  private static func part(of settlement: SettlementView, in visit: Visit) -> Parts {
    Parts([
      "fetchedAt": settlement.fetchedAt.vietnamese, "lines": "\(settlement.lines)",
      "paid": settlement.paid.description, "refunded": settlement.refunded.description,
      "digest": String(settlement.digest.prefix(16)),
    ])
  }

  private static func part(of lacking: LackingDayView, in visit: Visit) -> Parts {
    let words = visit.words
    return Parts([
      "dayText": lacking.day.vietnamese, "dayHref": "/office/money?day=\(lacking.day.iso)",
      "failureName": lacking.miss?.failure.rawValue ?? "untried",
      "failure": lacking.miss.map { words["settlementFailure", $0.failure.rawValue] }
        ?? words["money.untried"],
      "tries": lacking.miss.map { "\($0.tries)" } ?? "0",
      "triedAt": lacking.miss?.triedAt.vietnamese ?? "–",
      "nextAt": lacking.miss?.nextAt?.vietnamese ?? "–",
    ])
  }

  private static func part(
    of one: DifferenceView, shown: CivilDate, in visit: Visit
  ) -> Parts {
    let words = visit.words
    let form = visit.form
    return Parts([
      "id": "difference-\(one.day.iso)-\(one.number)", "day": one.day.iso,
      "shown": shown.iso, "dayText": one.day.vietnamese, "number": "\(one.number)",
      "kindName": one.kind.rawValue, "flowName": one.flow.rawValue, "digest": one.digest,
      "kind": words["difference", one.kind.rawValue],
      "why": words["differenceWhy", one.kind.rawValue], "flow": words["flow", one.flow.rawValue],
      "reference": one.reference, "caseNumber": one.caseNumber,
      "ours": one.ours?.description ?? "–", "theirs": one.theirs?.description ?? "–",
      "settledBy": one.settledBy,
      "state": one.settledBy == nil
        ? Tag(words["difference.open"], .attention) : Tag(words["difference.settled"], .good),
      "canSettle": one.settledBy == nil,
      "typedReason": isTyped(one, in: form) ? typedReason(in: form) ?? "" : "",
    ])
  }

  /// Whether the form is this difference's, whatever number it has by now.
  private static func isTyped(_ one: DifferenceView, in form: TypedForm) -> Bool {
    form["day"] == one.day.iso && form["kind"] == one.kind.rawValue
      && form["flow"] == one.flow.rawValue && form["reference"] == one.reference
  }

  /// Why two differ, as it was typed for some difference; nil where nothing was.
  private static func typedReason(in form: TypedForm) -> String? {
    guard !form["digest"].isEmpty, !form["reason"].isEmpty else { return nil }
    return String(form["reason"].prefix(2_000))
  }

  static func part(of till: TillView, shown: CivilDate? = nil, in visit: Visit) -> Parts {
    let words = visit.words
    let state: Tag =
      till.isReceived
      ? Tag(words["till.received"], .good)
      : till.counted == nil
        ? Tag(words["till.open"], .calm) : Tag(words["till.closed"], .attention)
    let form = visit.form
    let isTyped = form["day"] == till.day.iso && form["channel"] == till.channel.rawValue
    return Parts([
      "id": "till-\(till.officer)-\(till.day.iso)-\(till.channel.rawValue)",
      "officer": till.officer.text, "name": till.officerName, "day": till.day.iso,
      "shown": (shown ?? till.day).iso, "dayText": till.day.vietnamese,
      "channel": till.channel.rawValue,
      "channelName": MoneyWords.words(till.channel, in: visit.language),
      "expected": till.expected.description, "counted": till.counted?.description,
      "isDifferent": till.counted.map { $0 != till.expected } ?? false,
      "state": state, "canReceive": till.canReceive,
      "canClose": till.counted == nil, "isTyped": isTyped,
      "typedCount": isTyped ? String(form["counted"].prefix(20)) : "",
      "typedReason": isTyped ? String(form["reason"].prefix(2_000)) : "",
      "takings": till.takings.map { taking in
        Parts([
          "number": taking.caseNumber, "amount": taking.amount.description,
          "takenAt": taking.takenAt.vietnamese,
          "receiptHref": "/office/till/receipts/\(taking.payment)",
        ])
      },
      "hasTakings": !till.takings.isEmpty,
    ])
  }

  private static func row(of line: DayBookLine, in visit: Visit) -> Parts {
    Parts([
      "at": line.at.vietnamese, "caseNumber": line.caseNumber ?? "–",
      "reference": line.reference ?? "–",
      "debit": MoneyWords.words(line.debit, in: visit.language),
      "credit": MoneyWords.words(line.credit, in: visit.language),
      "amount": line.amount.description,
    ])
  }
}

/// An officer's tills, and the form with which a fee is taken.
struct TillPage: PartsPage {
  static let template = "office-till"
  let parts: Parts

  init(_ tills: [TillView], said: OfficeSaid?, in visit: Visit) {
    let words = visit.words
    let typed = visit.form["channel"]
    self.parts = Parts([
      "chrome": visit.chrome(words["till.title"], path: "/office/till"),
      "notice": said.map { visit.notice(of: $0) },
      "number": String(visit.form["number"].prefix(60)),
      "reference": String(visit.form["reference"].prefix(40)),
      "channels": PaymentChannel.allCases.filter(\.isByHand).map { channel in
        ChoicePart(
          id: "channel-\(channel.rawValue)", name: "channel", value: channel.rawValue,
          text: MoneyWords.words(channel, in: visit.language),
          isChosen: typed.isEmpty ? channel == .counter : typed == channel.rawValue)
      },
      "tills": tills.map { MoneyPage.part(of: $0, in: visit) },
      "hasTills": !tills.isEmpty,
    ])
  }
}
