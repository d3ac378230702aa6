package import Assessment
package import Intake
package import Law
package import Records
package import Vocabulary

/// One line of the register of bodies' requests.
package struct BodyRequestLine: Equatable, Sendable {
  package var id: BodyRequestID
  package var number: String
  package var bodyName: String
  package var kind: CertificateKind
  package var urgency: BodyRequest.Urgency
  package var state: BodyRequestState
  package var receivedAt: Instant
  package var dueAt: Instant
  package var isLate: Bool
  /// Until when the letter must follow; nil where it is there.
  package var letterDue: CivilDate?
  package var isLetterLate: Bool
}

package enum BodyRequestState: String, Equatable, Sendable, CaseIterable {
  case received, found, answered, refused
}

package struct BodyRequestList: Equatable, Sendable {
  package var open: [BodyRequestLine]
  /// Where the next page of the open ones begins; nil at the end.
  package var next: BodyRequestKey?
  /// Urgent ones whose letter has not followed in time.
  package var withoutLetter: [BodyRequestLine]
  package var closed: [BodyRequestLine]
}

package struct BodyRequestKey: Equatable, Sendable {
  package var dueAt: Instant
  package var id: BodyRequestID

  package init(dueAt: Instant, id: BodyRequestID) {
    self.dueAt = dueAt
    self.id = id
  }
}

/// A request as an officer of its agency sees it.
package struct BodyRequestView: Equatable, Sendable {
  package var line: BodyRequestLine
  package var version: Int
  /// What the form says, by its fields.
  package var typed: [String: String]
  /// The letter that followed; nil where none did, or it came with the request.
  package var letter: BodyLetter?
  package var refusal: BodyRefusal?
  package var finding: BodyFinding?
  package var finder: String?
  /// Why a leader sent the finding back; nil where nobody did since.
  package var sentBack: String?
  /// The reference of the answer on paper; nil where it is data, or there is none yet.
  package var answer: String?
  package var hasData: Bool
  package var history: [OfficeHistoryLine]
  /// How the law of the day lets the answer be given.
  package var form: BodiesMayAsk.AnswerForm
  package var can: Set<Act>

  package enum Act: String, Equatable, Sendable, CaseIterable {
    case letter, refuse, find, sendBack, answer
  }
}

package struct BodyLetter: Equatable, Sendable, Codable {
  package var number: String
  package var on: CivilDate

  package init(number: String, on: CivilDate) {
    self.number = number
    self.on = on
  }
}

package struct BodyRefusal: Equatable, Sendable, Codable {
  package var ground: RefusalGround
  package var words: String
}

/// What an officer holds of the person in the register: every record that the search brought, with
/// whether it is the person's, and why.
package struct BodyFinding: Equatable, Sendable, Codable {
  package var candidates: [Candidate]
  /// How many entries the register had.
  package var entries: Int
  package var reason: String

  package struct Candidate: Equatable, Sendable, Codable {
    package var record: RecordID
    package var verdict: PersonVerdict?
  }

  package var same: [RecordID] {
    candidates.filter { $0.verdict == .same }.map(\.record)
  }
}

/// What the register brought for a request, for the officer who looks.
package struct BodySearchView: Equatable, Sendable {
  package var candidates: [Candidate]
  package var entries: Int
  package var isCapped: Bool

  package struct Candidate: Equatable, Sendable {
    package var record: RecordID
    package var name: String
    package var born: String
    package var judgments: Int
  }
}
