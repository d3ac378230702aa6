package import Assessment
package import Records

/// The personal part of `assessed`: the finding, and what the rules concluded for it.
///
/// Before the rules concluded, the payload was the finding alone; such cases still read.
package struct AssessmentPayload: Equatable, Sendable {
  package let finding: RecordFinding
  package let conclusions: Conclusions?
  /// The facts as stored, one line of the format of `lylich expungement`.
  package let factsLine: String?
  /// What the rules answered, with its trace, in the same format.
  package let answer: String?

  package init(finding: RecordFinding, conclusions: Conclusions?, answer: String?) {
    self.finding = finding
    self.conclusions = conclusions
    self.factsLine = conclusions.map { StoredConclusions($0).facts }
    self.answer = answer
  }
}

extension AssessmentPayload: Codable {
  private enum CodingKeys: String, CodingKey {
    case finding, conclusions, answer
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard container.contains(.finding) else {
      self.finding = try RecordFinding(from: decoder)
      self.conclusions = nil
      self.factsLine = nil
      self.answer = nil
      return
    }
    self.finding = try container.decode(RecordFinding.self, forKey: .finding)
    let stored = try container.decodeIfPresent(StoredConclusions.self, forKey: .conclusions)
    self.conclusions = try stored?.conclusions()
    self.factsLine = stored?.facts
    self.answer = try container.decodeIfPresent(String.self, forKey: .answer)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(finding, forKey: .finding)
    try container.encodeIfPresent(conclusions.map(StoredConclusions.init), forKey: .conclusions)
    try container.encodeIfPresent(answer, forKey: .answer)
  }
}
