import CaseFile
import Decision
import Law
import Store
import Vocabulary

/// A body's request as its events tell it.
struct BodyRequestFacts {
  let row: BodyRequestRow
  private(set) var typed: [String: String] = [:]
  private(set) var letter: BodyLetter?
  private(set) var refusal: BodyRefusal?
  private(set) var finding: BodyFinding?
  private(set) var sentBack: String?
  private(set) var answer: String?
  private(set) var data: [UInt8]?
  private(set) var history: [OfficeHistoryLine] = []
  /// With whose eyes the finding was made.
  private var finder: Eyes?

  init(_ row: BodyRequestRow, in connection: Connection) throws {
    self.row = row
    var names = ActorNames(in: connection)
    for (entry, payload) in try BodyRequests.story(of: row.id, in: connection) {
      guard case .bodyRequest(let event) = entry.event else { continue }
      history.append(
        OfficeHistoryLine(
          at: entry.at, event: event.name, actor: entry.actor.description,
          officer: try names.name(of: entry.actor)))
      if case .found = event { finder = Eyes(actor: entry.actor, onBehalf: entry.onBehalf) }
      guard let payload else { continue }
      try read(event, payload)
    }
  }

  /// Four eyes: who found, for whom they found, and who decides in the name of either does not say
  /// as a leader whether it is right.
  func isNew(to officer: ActingOfficer) -> Bool {
    let eyes = Eyes(actor: .officer(officer.id), onBehalf: officer.principals[.leader])
    let isShared = finder.map { $0.actor == eyes.actor || $0.areShared(with: eyes) } ?? false
    return row.foundBy != officer.id && !isShared
  }

  func mustBeNew(to officer: ActingOfficer) throws(Refused) {
    guard isNew(to: officer) else { throw .decision(.sameOfficer) }
  }

  private mutating func read(_ event: BodyRequestEvent, _ payload: [UInt8]) throws {
    switch event {
    case .received: typed = try JournalCodec.value([String: String].self, from: payload)
    case .letterCame: letter = try JournalCodec.value(BodyLetter.self, from: payload)
    case .refused(_, let ground):
      refusal = BodyRefusal(
        ground: ground, words: try JournalCodec.value(String.self, from: payload))
    case .found:
      finding = try JournalCodec.value(BodyFinding.self, from: payload)
      sentBack = nil
    case .sentBack: sentBack = try JournalCodec.value(String.self, from: payload)
    case .answered(_, let digest):
      if digest == nil {
        answer = try JournalCodec.value(String.self, from: payload)
      } else {
        data = payload
      }
    case .looked: return
    }
  }
}

extension BodyRequestEvent {
  /// The event's own name, for lists.
  var name: String {
    switch self {
    case .received: "received"
    case .refused: "refused"
    case .letterCame: "letterCame"
    case .found: "found"
    case .sentBack: "sentBack"
    case .answered: "answered"
    case .looked: "looked"
    }
  }
}

extension BodyRequestState {
  init(_ state: BodyRequestRow.State) {
    switch state {
    case .received: self = .received
    case .found: self = .found
    case .answered: self = .answered
    case .refused: self = .refused
    }
  }
}
