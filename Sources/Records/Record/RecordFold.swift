import Law
package import Vocabulary

/// Makes a record from its documents. The same documents and answers give the same record; in
/// which order they are handed over does not matter, in which order they were filed does.
package struct RecordFold {
  /// What was known at a moment: documents and answers filed later are not looked at.
  ///
  /// - Parameter moment: nil for everything known.
  package static func record(
    _ id: RecordID, of agency: AgencyID, documents: [FiledDocument],
    answers: [QuestionAnswer] = [], asOf moment: Instant? = nil
  ) -> JudicialRecord {
    var fold = RecordFold(
      record: JudicialRecord(id: id, agency: agency, identity: RecordIdentity()),
      documents: documents.filter { isKnown($0.filedAt, at: moment) }
        .sorted { $0.id < $1.id },
      answers: answers.filter { isKnown($0.at, at: moment) })
    fold.run()
    return fold.record
  }

  var record: JudicialRecord
  let answers: [QuestionAnswer]
  /// The documents whose facts count, in order of filing.
  let standing: [FiledDocument]

  private init(record: JudicialRecord, documents: [FiledDocument], answers: [QuestionAnswer]) {
    var record = record
    record.documents = documents
    for document in documents {
      guard let earlier = document.supersedes else { continue }
      record.outOfForce[earlier] = .superseded(by: document.id)
    }
    for answer in answers {
      guard case .setAside(let document) = answer.verdict else { continue }
      record.outOfForce[document] = .setAside(by: answer.by, at: answer.at)
    }
    self.standing = documents.filter { record.outOfForce[$0.id] == nil }
    self.answers = answers
    self.record = record
  }

  private mutating func run() {
    foldIdentity()
    foldExtracts()
    foldUpdates()
    record.judgments.sort { left, right in
      (left.pronouncedOn?.value.dayNumber ?? Int.max, left.source)
        < (right.pronouncedOn?.value.dayNumber ?? Int.max, right.source)
    }
  }

  /// The one value on which the statements agree, or that an officer chose. Where they do not
  /// agree, the contradiction is written down and there is none.
  mutating func settle<Value: Equatable & Sendable>(
    _ statements: [Sourced<Value>], _ kind: Contradiction.Kind, judgment: DocumentID? = nil,
    agree: (Value, Value) -> Bool = { $0 == $1 }
  ) -> Sourced<Value>? {
    guard let first = statements.first else { return nil }
    let isOne = statements.indices.allSatisfy { index in
      statements[..<index].allSatisfy { agree($0.value, statements[index].value) }
    }
    if isOne { return first }
    let found = Contradiction(
      kind: kind, judgment: judgment, documents: unique(statements.map(\.source)))
    if let chosen = chosen(in: found) {
      return statements.first { $0.source == chosen }
    }
    record.contradictions.append(found)
    return nil
  }

  /// The document that an officer chose for exactly this contradiction, or a wider one.
  func chosen(in found: Contradiction) -> DocumentID? {
    let fitting = answers.filter {
      $0.subject == found.subject && Set($0.documents).isSuperset(of: found.documents)
    }
    for answer in fitting.sorted(by: { $0.at > $1.at }) {
      if case .stands(let document) = answer.verdict, found.documents.contains(document) {
        return document
      }
    }
    return nil
  }

  private func unique(_ ids: [DocumentID]) -> [DocumentID] { Set(ids).sorted() }
}

extension FiledDocument {
  /// The day that the document bears: for the order of what documents say.
  var day: CivilDate { document.issuedOn ?? document.receivedOn }
}

private func isKnown(_ filed: Instant, at moment: Instant?) -> Bool {
  guard let moment else { return true }
  return filed <= moment
}
