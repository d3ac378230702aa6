package import Assessment
package import Records
package import Vocabulary

/// What an assessor laid on the desk for one case: what was typed beside the record, and what was
/// made of the rules' conclusions.
package struct AssessorsWork: Equatable, Sendable {
  /// Judgments typed by hand, with their overrulings.
  package var entered: [FoundJudgment]
  /// Overrulings of conclusions on judgments of the record, by the judgment's id.
  package var overrulings: [String: Overruling]
  package var pendingActs: [CivilDate]
  package var ban: Ban?
  package var grounds: String
  /// Everything as typed, by the names of the form's fields, so that it can be laid aside.
  package var texts: [String: String]

  package init(
    entered: [FoundJudgment] = [], overrulings: [String: Overruling] = [:],
    pendingActs: [CivilDate] = [], ban: Ban? = nil, grounds: String = "",
    texts: [String: String] = [:]
  ) {
    self.entered = entered
    self.overrulings = overrulings
    self.pendingActs = pendingActs
    self.ban = ban
    self.grounds = grounds
    self.texts = texts
  }
}
