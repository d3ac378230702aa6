import Store
import Vocabulary

/// The gateway's file of a day beside the books: every difference by name, none explained away.
struct SettlementComparison {
  /// What the books know of a reference: as received, and as given back.
  struct Books: Equatable {
    var received: Dong?
    var givenBack: Dong?
  }

  let entries: [SettlementEntry]
  /// By reference, for every one that the file names.
  let books: [String: Books]
  /// Movements of which the file of another day tells.
  let toldElsewhere: Set<String>
  /// What the books say came in, and went back, on this day.
  let received: [BookedPayment]
  let givenBack: [BookedPayment]

  static func key(_ flow: MoneyFlow, _ reference: String) -> String {
    "\(flow.rawValue) \(reference)"
  }

  /// In the order of the file; then what it does not tell, in the order of the books.
  var differences: [FoundDifference] {
    var seen = toldElsewhere
    var found: [FoundDifference] = []
    for entry in entries {
      let key = SettlementComparison.key(entry.flow, entry.reference)
      let known = books[entry.reference] ?? Books()
      let ours = entry.flow == .payment ? known.received : known.givenBack
      if !seen.insert(key).inserted {
        found.append(
          FoundDifference(.twice, entry.flow, entry.reference, ours: ours, theirs: entry.amount))
      } else if ours == nil {
        found.append(
          FoundDifference(
            .missingHere, entry.flow, entry.reference, ours: nil, theirs: entry.amount))
      } else if ours != entry.amount {
        found.append(
          FoundDifference(.sum, entry.flow, entry.reference, ours: ours, theirs: entry.amount))
      }
    }
    func lacking(_ booked: [BookedPayment], _ flow: MoneyFlow, _ kind: SettlementDifference) {
      for one in booked where !seen.contains(SettlementComparison.key(flow, one.reference)) {
        found.append(FoundDifference(kind, flow, one.reference, ours: one.amount, theirs: nil))
      }
    }
    lacking(received, .payment, .missingThere)
    lacking(givenBack, .refund, .refundNotSettled)
    return found
  }
}

/// What the file of a day is compared with, as the books have it at this moment.
func comparison(
  of entries: [SettlementEntry], on day: CivilDate, at agency: AgencyID,
  in connection: Connection
) throws -> SettlementComparison {
  var books: [String: SettlementComparison.Books] = [:]
  var elsewhere: Set<String> = []
  var asked: Set<String> = []
  // The file and the books name the same movements: each is asked about once.
  func lookElsewhere(_ flow: MoneyFlow, _ reference: String) throws {
    let key = SettlementComparison.key(flow, reference)
    guard asked.insert(key).inserted else { return }
    if try Settlements.isTold(reference, flow, at: agency, besides: day, in: connection) {
      elsewhere.insert(key)
    }
  }
  for entry in entries {
    try lookElsewhere(entry.flow, entry.reference)
    guard books[entry.reference] == nil else { continue }
    books[entry.reference] = try known(entry.reference, at: agency, in: connection)
  }
  let received = try Payments.booked(at: agency, in: day.hours, connection)
  let givenBack = try Refunds.booked(at: agency, in: day.hours, connection)
  for one in received { try lookElsewhere(.payment, one.reference) }
  for one in givenBack { try lookElsewhere(.refund, one.reference) }
  return SettlementComparison(
    entries: entries, books: books, toldElsewhere: elsewhere, received: received,
    givenBack: givenBack)
}

private func known(
  _ reference: String, at agency: AgencyID, in connection: Connection
) throws -> SettlementComparison.Books {
  guard let row = try Payments.row(reference: reference, in: connection), row.agency == agency
  else { return .init() }
  let isReceived = [.paid, .surplus, .disputed].contains(row.state)
  let refund = try Refunds.row(row.id, in: connection)
  return .init(
    received: isReceived ? row.amount : nil,
    givenBack: refund?.state == .done ? refund?.amount : nil)
}
