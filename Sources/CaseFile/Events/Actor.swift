package import Vocabulary

/// Who acted. Every event has one; there is no current user.
package enum Actor: Equatable, Sendable {
  case citizen(CitizenID)
  case officer(OfficerID)
  /// A part of the system acting by rule, such as `worker`.
  case system(String)
  /// A partner whose message was received, such as `vnpay`.
  case neighbour(String)
}

extension Actor: CustomStringConvertible {
  /// `officer:…`: as the journal writes it. Opaque ids only, never names.
  package var description: String {
    switch self {
    case .citizen(let id): "citizen:\(id)"
    case .officer(let id): "officer:\(id)"
    case .system(let part): "system:\(part)"
    case .neighbour(let name): "neighbour:\(name)"
    }
  }

  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "citizen":
      guard let id = CitizenID(parts[1]) else { return nil }
      self = .citizen(id)
    case "officer":
      guard let id = OfficerID(parts[1]) else { return nil }
      self = .officer(id)
    case "system": self = .system(parts[1])
    case "neighbour": self = .neighbour(parts[1])
    default: return nil
    }
  }
}

extension Actor: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let actor = Actor(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an actor")
    }
    self = actor
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
