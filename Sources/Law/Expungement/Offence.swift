package import Vocabulary

/// An offence of a judgment: where it stands in the code, how grave, how meant, when done.
package struct Offence: Equatable, Sendable {
  package var code: PenalCode
  package var article: Int
  /// Of an article that was put between two others: the a of 217a. The rules go by the number.
  package var suffix: ArticleSuffix?
  package var clause: Int?
  package var point: String?
  package var gravity: Gravity
  package var fault: FaultForm
  package var committedOn: CivilDate

  package init(
    code: PenalCode, article: Int, suffix: ArticleSuffix? = nil, clause: Int? = nil,
    point: String? = nil, gravity: Gravity, fault: FaultForm, committedOn: CivilDate
  ) {
    self.code = code
    self.article = article
    self.suffix = suffix
    self.clause = clause
    self.point = point
    self.gravity = gravity
    self.fault = fault
    self.committedOn = committedOn
  }
}

extension Offence {
  /// `217a`.
  package var articleText: String { ArticleSuffix.text(article, suffix) }
}

/// The letter of an article that was put between two others, in the order of the alphabet.
package enum ArticleSuffix: String, Sendable, Codable, CaseIterable {
  case a, b, c, d
  case dd = "đ"
  case e, g, h, i, k

  /// `217a`, or `217` without a letter.
  package static func text(_ article: Int, _ suffix: ArticleSuffix?) -> String {
    "\(article)\(suffix?.rawValue ?? "")"
  }
}

package enum PenalCode: String, Sendable, Codable, CaseIterable {
  case code2015 = "BLHS2015"
  case code1999 = "BLHS1999"
}

/// The class of an offence by the top of its penalty frame (BLHS 2015, Article 9).
package enum Gravity: String, Sendable, Codable, CaseIterable {
  case lessSerious, serious, verySerious, extremelySerious, unknown
}

/// Lỗi cố ý, lỗi vô ý.
package enum FaultForm: String, Sendable, Codable, CaseIterable {
  case intentional, negligent, unknown
}
