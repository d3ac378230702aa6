import Foundation
import Law
import Vocabulary

/// The 300 invented people whose answers were worked out beforehand.
enum ExpungementVectors {
  struct Answer: Decodable, Equatable {
    var id: String
    var result: ExpungementAnswer.Result
    var certificate1: [String]?
    var certificate2: [String]?
    var convictions: [Conclusion]

    struct Conclusion: Decodable, Equatable {
      var id: String
      var status: ExpungementStatus
      var from: CivilDate?
    }
  }

  static func lines(of file: String) throws -> [String] {
    guard let place = Bundle.module.url(forResource: "Vectors/\(file)", withExtension: "jsonl")
    else { throw Fault("reading the vectors", cause: "\(file) is missing") }
    return try String(contentsOf: place, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  static func people() throws -> [ExpungementQuestion] {
    try lines(of: "people").map { try ExpungementQuestion(line: $0) }
  }

  static func answers() throws -> [Answer] {
    try lines(of: "answers").map { try JSONDecoder().decode(Answer.self, from: Data($0.utf8)) }
  }
}

extension ExpungementVectors.Answer {
  /// What the engine says, in the vectors' shape.
  init(_ answer: ExpungementAnswer, id: String) {
    self.init(
      id: id, result: answer.result, certificate1: answer.certificate1,
      certificate2: answer.certificate2,
      convictions: answer.convictions.map {
        Conclusion(id: $0.id, status: $0.status, from: $0.from)
      })
  }
}
