package import Law
package import Vocabulary

/// A question to the body that holds one fact: one judgment, one part of it.
package struct FactQuestion: Equatable, Sendable, Codable {
  package var inquiry: InquiryID
  package var holder: FactHolder
  /// The conviction's id within the case.
  package var conviction: String
  package var part: FactPart
  /// What kind of part it is, in the words of the line format: `courtFee`, `imprisonment`.
  package var kind: String
  package var judgment: AskedJudgment

  package init(
    inquiry: InquiryID, holder: FactHolder, conviction: String, part: FactPart, kind: String,
    judgment: AskedJudgment
  ) {
    self.inquiry = inquiry
    self.holder = holder
    self.conviction = conviction
    self.part = part
    self.kind = kind
    self.judgment = judgment
  }
}

/// How a body finds a judgment among its files.
package struct AskedJudgment: Equatable, Sendable, Codable {
  package var number: String
  package var pronouncedOn: CivilDate
  package var court: String

  package init(number: String, pronouncedOn: CivilDate, court: String) {
    self.number = number
    self.pronouncedOn = pronouncedOn
    self.court = court
  }
}

/// What a body answered about one fact, as filed on the case. Silence has no value of this type.
package struct FiledFact: Equatable, Sendable, Codable {
  package var inquiry: InquiryID
  /// In the words of the line format; `unknown` where the body says that it cannot tell.
  package var value: String
  /// The body's own number for its answer.
  package var reference: String
  package var note: String
  package var answeredOn: CivilDate
  package var source: FiledAnswer.Source

  package init(
    inquiry: InquiryID, value: String, reference: String, note: String, answeredOn: CivilDate,
    source: FiledAnswer.Source
  ) {
    self.inquiry = inquiry
    self.value = value
    self.reference = reference
    self.note = note
    self.answeredOn = answeredOn
    self.source = source
  }
}

/// An answer that an officer took over as a fact of the case.
package struct TakenFact: Equatable, Sendable {
  package var conviction: String
  package var part: FactPart
  package var value: FactValue

  /// Nil where the answer says nothing that could be taken over.
  package init?(_ question: FactQuestion, _ filed: FiledFact) {
    guard let value = FactValue(filed.value, of: question.part), !value.isUnknown else {
      return nil
    }
    self.conviction = question.conviction
    self.part = question.part
    self.value = value
  }
}

extension Conviction {
  /// The kind of a part in the words of the line format; nil where the judgment has no such part.
  package func kind(of part: FactPart) -> String? {
    switch part {
    case .principal: principal.kind.rawValue
    case .supplementary(let row):
      supplementary.indices.contains(row) ? supplementary[row].kind.rawValue : nil
    case .obligation(let row):
      obligations.indices.contains(row) ? obligations[row].kind.rawValue : nil
    case .gravity(let row), .fault(let row):
      offences.indices.contains(row) ? "article\(offences[row].article)" : nil
    }
  }

  /// The same judgment with what was taken over on the case. A day that the record has is not
  /// replaced: the record's document is nearer to the source.
  package func learning(_ taken: [TakenFact]) -> Conviction {
    taken.filter { $0.conviction == id }.reduce(self) { known, fact in
      known.isSettled(fact.part) ? known : known.learning(fact.part, is: fact.value)
    }
  }

  private func isSettled(_ part: FactPart) -> Bool {
    switch value(of: part) {
    case .completion(.on), nil: true
    case .completion(.no), .completion(.unknown): false
    case .gravity(let gravity): gravity != .unknown
    case .fault(let fault): fault != .unknown
    }
  }
}
