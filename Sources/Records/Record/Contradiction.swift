import Law
package import Vocabulary

/// Documents that cannot all be right. An officer says with a reason which one stands; until then
/// the fact counts as unknown.
package struct Contradiction: Equatable, Sendable {
  package var kind: Kind
  /// The judgment, by its extract's document; nil where it is about the person.
  package var judgment: DocumentID?
  /// Those that speak against each other, in the order of filing.
  package var documents: [DocumentID]

  package enum Kind: Hashable, Sendable {
    /// The same number and court, and other facts.
    case judgment(JudgmentField)
    case completion(JudgmentPart)
    /// Two days for one act: an expungement, an annulment, an amnesty.
    case day(UpdateKind)
    /// The document speaks of a judgment that no extract states.
    case strayDocument
    case birthDate
    case name
    case sex
  }

  package enum JudgmentField: String, Sendable, CaseIterable {
    case pronouncedOn, effectiveOn, offences, principal, supplementary, obligations
  }

  package enum UpdateKind: String, Sendable, CaseIterable {
    case expungement, annulment, generalAmnesty, limitation
  }

  package init(kind: Kind, judgment: DocumentID?, documents: [DocumentID]) {
    self.kind = kind
    self.judgment = judgment
    self.documents = documents
  }
}

extension Contradiction {
  /// What it is about, without any personal data: `completion.principal@12`.
  package var subject: String {
    let place = judgment.map { "@\($0)" } ?? ""
    return switch kind {
    case .judgment(let field): "judgment.\(field.rawValue)\(place)"
    case .completion(let part): "completion.\(part.text)\(place)"
    case .day(let update): "day.\(update.rawValue)\(place)"
    case .strayDocument: "stray"
    case .birthDate: "person.born"
    case .name: "person.name"
    case .sex: "person.sex"
    }
  }

  /// Names the question: the same documents about the same subject are one question.
  package var key: String {
    "\(subject)#\(documents.map(\.description).joined(separator: ","))"
  }
}

/// How an officer answered a question. It names the contradiction by subject and documents.
package struct QuestionAnswer: Equatable, Sendable {
  package var subject: String
  package var documents: [DocumentID]
  package var verdict: Verdict
  package var by: OfficerID
  package var at: Instant

  package enum Verdict: Hashable, Sendable {
    /// Of these documents, this one is right in this matter.
    case stands(DocumentID)
    /// Nothing of this document counts: another person's, or withdrawn by its issuer.
    case setAside(DocumentID)
  }

  package init(
    subject: String, documents: [DocumentID], verdict: Verdict, by: OfficerID, at: Instant
  ) {
    self.subject = subject
    self.documents = documents
    self.verdict = verdict
    self.by = by
    self.at = at
  }
}
