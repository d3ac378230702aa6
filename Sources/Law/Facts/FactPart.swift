import Vocabulary

/// One fact of a judgment that the rules of expungement look at and that may be unknown.
///
/// Its text is the field's name in the line format of `lylich expungement`, so that a question, an
/// answer and a report of a refused line all name it alike.
package enum FactPart: Hashable, Sendable {
  /// Whether the principal penalty is done.
  case principal
  /// Whether the supplementary penalty at that place is done, from 0.
  case supplementary(Int)
  /// Whether the obligation at that place is done, from 0.
  case obligation(Int)
  /// The class of the offence at that place (BLHS 2015, Article 9).
  case gravity(Int)
  case fault(Int)

  package var text: String {
    switch self {
    case .principal: "principal.completed"
    case .supplementary(let row): "supplementary[\(row)].completed"
    case .obligation(let row): "obligations[\(row)].completed"
    case .gravity(let row): "offences[\(row)].class"
    case .fault(let row): "offences[\(row)].fault"
    }
  }

  package init?(_ text: String) {
    if text == "principal.completed" {
      self = .principal
      return
    }
    let pieces = text.split(whereSeparator: { "[].".contains($0) }).map(String.init)
    guard pieces.count == 3, let row = Int(pieces[1]), row >= 0 else { return nil }
    switch (pieces[0], pieces[2]) {
    case ("supplementary", "completed"): self = .supplementary(row)
    case ("obligations", "completed"): self = .obligation(row)
    case ("offences", "class"): self = .gravity(row)
    case ("offences", "fault"): self = .fault(row)
    default: return nil
    }
    guard self.text == text else { return nil }
  }
}

extension FactPart {
  /// Nil where the fact is no part of a judgment: how a prosecution ends, whether a judgment takes
  /// effect. For those nobody is asked; time tells.
  package init?(_ part: MissingFact.Part) {
    switch part {
    case .completion(.principal): self = .principal
    case .completion(.supplementary(let row)): self = .supplementary(row)
    case .completion(.obligation(let row)): self = .obligation(row)
    case .gravity(let row): self = .gravity(row)
    case .fault(let row): self = .fault(row)
    case .pending, .effect: return nil
    }
  }
}

extension FactPart: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let part = FactPart(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "no part of a judgment")
    }
    self = part
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// What is known of a part.
package enum FactValue: Equatable, Sendable {
  case completion(Completion)
  case gravity(Gravity)
  case fault(FaultForm)

  /// As the line format writes it: a day, `no`, `unknown`, a class or a form of fault.
  package var text: String {
    switch self {
    case .completion(.on(let day)): day.iso
    case .completion(.no): "no"
    case .completion(.unknown): "unknown"
    case .gravity(let gravity): gravity.rawValue
    case .fault(let fault): fault.rawValue
    }
  }

  package init?(_ text: String, of part: FactPart) {
    switch part {
    case .principal, .supplementary, .obligation:
      guard let completion = Completion(text) else { return nil }
      self = .completion(completion)
    case .gravity:
      guard let gravity = Gravity(rawValue: text) else { return nil }
      self = .gravity(gravity)
    case .fault:
      guard let fault = FaultForm(rawValue: text) else { return nil }
      self = .fault(fault)
    }
  }

  /// Whether it says nothing.
  package var isUnknown: Bool { text == "unknown" }
}

extension Completion {
  /// A day, `no` or `unknown`.
  package init?(_ text: String) {
    switch text {
    case "no": self = .no
    case "unknown": self = .unknown
    default:
      guard let day = CivilDate(iso: text) else { return nil }
      self = .on(day)
    }
  }
}
