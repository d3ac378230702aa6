package import Law
import Vocabulary

/// A whole line of `lylich expungement`: the answer of the rules with the officer's sentences.
package enum AnswerWords {
  package enum Trace: Sendable {
    case leftOut, added
  }

  package static func append(
    to question: ExpungementQuestion, _ answer: ExpungementAnswer, _ trace: Trace,
    in json: inout JSONText
  ) {
    let explanation = { (index: Int) in
      ExplanationWords.explanation(
        of: answer.convictions[index], at: index, in: question.history, asOf: question.asOf,
        in: .vietnamese)
    }
    switch trace {
    case .leftOut: AnswerLine.append(answer, to: question, in: &json, explanation: explanation)
    case .added:
      let traces = ExpungementTrace.of(answer, to: question)
      AnswerLine.append(answer, to: question, in: &json, explanation: explanation) { index, json in
        TraceWords.append(
          traces[index], of: answer.convictions[index], in: question.history, to: &json)
      }
    }
  }

  /// The line, as it is stored beside a decision.
  package static func line(
    to question: ExpungementQuestion, _ answer: ExpungementAnswer, _ trace: Trace
  ) -> String {
    var json = JSONText(capacityBytes: 4096)
    append(to: question, answer, trace, in: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
