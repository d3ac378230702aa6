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
