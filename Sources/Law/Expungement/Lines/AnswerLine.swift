import Vocabulary

/// Writes what `lylich expungement` answers, a line at a time, without the line feed.
package enum AnswerLine {
  /// - Parameters:
  ///   - explanation: the officer's sentences for the conviction at an index.
  ///   - trace: writes the list of the conviction's trace; nil where none is asked for.
  package static func append(
    _ answer: ExpungementAnswer, to question: ExpungementQuestion, in json: inout JSONText,
    explanation: (Int) -> String, trace: ((Int, inout JSONText) -> Void)? = nil
  ) {
    json.raw("{\"id\":")
    json.string(question.id)
    json.raw(",\"asOf\":")
    json.day(question.asOf)
    json.raw(",\"result\":")
    json.string(answer.result.rawValue)
    json.raw(",\"convictions\":")
    json.list(answer.convictions.indices) { index, json in
      append(answer.convictions[index], explanation(index), to: &json)
      if let trace {
        json.raw(",\"trace\":")
        trace(index, &json)
      }
      json.raw("}")
    }
    json.raw(",\"certificate1\":")
    append(answer.certificate1, to: &json)
    json.raw(",\"certificate2\":")
    append(answer.certificate2, to: &json)
    json.raw("}")
  }

  private static func append(
    _ conclusion: ConvictionConclusion, _ explanation: String, to json: inout JSONText
  ) {
    json.raw("{\"id\":")
    json.string(conclusion.id)
    json.raw(",\"status\":")
    json.string(conclusion.status.rawValue)
    json.raw(",\"from\":")
    json.day(conclusion.from)
    json.raw(",\"basis\":")
    json.texts(conclusion.provisions.names)
    json.raw(",\"explanation\":")
    json.string(explanation)
  }

  private static func append(_ ids: [String]?, to json: inout JSONText) {
    if let ids { json.texts(ids) } else { json.null() }
  }

  /// - Parameter line: counted from 1, empty ones too.
  package static func append(
    _ refused: RefusedLine, line: Int, message: String, to json: inout JSONText
  ) {
    json.raw("{\"id\":")
    if let id = refused.id { json.string(id) } else { json.null() }
    json.raw(",\"error\":{\"line\":")
    json.number(line)
    json.raw(",\"field\":")
    json.string(refused.flaw.field)
    json.raw(",\"message\":")
    json.string(message)
    json.raw("}}")
  }
}
