import CaseFile
import Desk
import Law
import Vocabulary

/// Which cases the queue shows. The name stands in the address and says nothing of a person.
enum QueueFilter: String, CaseIterable {
  case mine
  case lodged
  case inAssessment
  case awaitingSupplement
  case assessed
  case issuing
  case closed

  init(_ typed: String) {
    self = QueueFilter(rawValue: typed) ?? .mine
  }

  func states(for officer: ActingOfficer) -> [StateName] {
    switch self {
    case .mine: officer.roles.sorted().compactMap(QueueFilter.work(of:))
    case .lodged: [.awaitingFee, .lodged]
    case .inAssessment: [.inAssessment]
    case .awaitingSupplement: [.awaitingSupplement]
    case .assessed: [.assessed]
    case .issuing: [.approved, .issuing, .issued]
    case .closed: [.handedOver, .revoked, .refused, .sentOutside, .withdrawn]
    }
  }

  /// The state in which a case waits for a role; nil where none does.
  private static func work(of role: Role) -> StateName? {
    switch role {
    case .intake: .lodged
    case .assessor: .inAssessment
    case .leader: .assessed
    case .administrator, .accountant, .auditor: nil
    }
  }

  /// Work is taken up from one's own desk and from nobody's; the other lists show all.
  var holder: QueueWish.Holder {
    switch self {
    case .mine: .open
    case .lodged, .inAssessment, .awaitingSupplement, .assessed, .issuing, .closed: .anybody
    }
  }
}

/// Everything that the address asks of the queue. What it does not know leaves nothing out.
struct QueueAsked: Sendable {
  let filter: QueueFilter
  let holder: QueueWish.Holder
  let kind: CertificateKind?
  let channel: LodgingChannel?
  let urgency: QueueWish.Urgency?
  let lodgedOn: CivilDate?
  let turn: QueueTurn

  init(_ visit: Visit) {
    let filter = QueueFilter(visit.query("show"))
    self.filter = filter
    self.holder = QueueWish.Holder(rawValue: visit.query("whose")) ?? filter.holder
    self.kind = CertificateKind(rawValue: visit.query("kind"))
    self.channel = LodgingChannel(rawValue: visit.query("channel"))
    self.urgency = QueueWish.Urgency(rawValue: visit.query("urgency"))
    self.lodgedOn = CivilDate(typed: visit.query("day"))
    if let key = QueueKey(visit.query("after")) {
      self.turn = .after(key)
    } else if let key = QueueKey(visit.query("before")) {
      self.turn = .before(key)
    } else {
      self.turn = .first
    }
  }

  func wish(of officer: ActingOfficer) -> QueueWish {
    QueueWish(
      states: filter.states(for: officer), kind: kind, channel: channel, urgency: urgency,
      lodgedOn: lodgedOn, holder: holder)
  }

  /// The address of the same list with another filter, or at another page.
  func address(_ other: QueueFilter? = nil, _ turn: (name: String, key: QueueKey)? = nil) -> String
  {
    var parts = ["show=\((other ?? filter).rawValue)"]
    if holder != filter.holder { parts.append("whose=\(holder.rawValue)") }
    if let kind { parts.append("kind=\(kind.rawValue)") }
    if let channel { parts.append("channel=\(channel.rawValue)") }
    if let urgency { parts.append("urgency=\(urgency.rawValue)") }
    if let lodgedOn { parts.append("day=\(lodgedOn.iso)") }
    if let turn { parts.append("\(turn.name)=\(turn.key.text)") }
    return "/office?" + parts.joined(separator: "&")
  }

  /// Whether more is asked than which list.
  var isNarrowed: Bool {
    holder != filter.holder || kind != nil || channel != nil || urgency != nil || lodgedOn != nil
  }
}
