import Vocabulary

extension Conviction {
  /// What is known of a part; nil where the judgment has no such part.
  package func value(of part: FactPart) -> FactValue? {
    switch part {
    case .principal: principal.completed.map { .completion($0) }
    case .supplementary(let row):
      supplementary.indices.contains(row) ? .completion(supplementary[row].completed) : nil
    case .obligation(let row):
      obligations.indices.contains(row) ? .completion(obligations[row].completed) : nil
    case .gravity(let row):
      offences.indices.contains(row) ? .gravity(offences[row].gravity) : nil
    case .fault(let row): offences.indices.contains(row) ? .fault(offences[row].fault) : nil
    }
  }

  /// The same judgment with one part known better. A part that it does not have, or a value of
  /// another kind, changes nothing.
  package func learning(_ part: FactPart, is value: FactValue) -> Conviction {
    var learned = self
    switch (part, value) {
    case (.principal, .completion(let completion)): learned.principal.completed = completion
    case (.supplementary(let row), .completion(let completion)):
      guard supplementary.indices.contains(row) else { return self }
      learned.supplementary[row].completed = completion
    case (.obligation(let row), .completion(let completion)):
      guard obligations.indices.contains(row) else { return self }
      learned.obligations[row].completed = completion
    case (.gravity(let row), .gravity(let gravity)):
      guard offences.indices.contains(row) else { return self }
      learned.offences[row].gravity = gravity
    case (.fault(let row), .fault(let fault)):
      guard offences.indices.contains(row) else { return self }
      learned.offences[row].fault = fault
    case (.principal, .gravity), (.principal, .fault), (.supplementary, .gravity),
      (.supplementary, .fault), (.obligation, .gravity), (.obligation, .fault),
      (.gravity, .completion), (.gravity, .fault), (.fault, .completion), (.fault, .gravity):
      return self
    }
    return learned
  }

  /// Every part about which nothing is known.
  package var unknownParts: [FactPart] {
    let parts: [FactPart] =
      [.principal] + supplementary.indices.map { .supplementary($0) }
      + obligations.indices.map { .obligation($0) } + offences.indices.map { .gravity($0) }
      + offences.indices.map { .fault($0) }
    return parts.filter { value(of: $0)?.isUnknown ?? false }
  }
}
