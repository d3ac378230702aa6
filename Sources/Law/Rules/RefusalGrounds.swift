package import Vocabulary

/// Why the law lets an agency refuse. Its raw value is stored with the refusal.
package enum RefusalGround: String, Sendable, Codable, CaseIterable {
  case notCompetent
  case notEntitled
  case papersIncomplete
  case papersForged
  /// Of a correction alone: the certificate states what it has to state.
  case certificateStands

  package var citation: Citation {
    switch self {
    case .notCompetent: Citation("Luật 28/2009/QH12", "Điều 49 khoản 1")
    case .notEntitled: Citation("Luật 28/2009/QH12", "Điều 49 khoản 2")
    case .papersIncomplete, .papersForged: Citation("Luật 28/2009/QH12", "Điều 49 khoản 3")
    case .certificateStands: Citation("Luật 28/2009/QH12", "Điều 50")
    }
  }

  /// Those on which a case can be refused: an application, or a case that is to correct a
  /// certificate and that nobody else could be competent for.
  package static func all(correcting: Correcting) -> [RefusalGround] {
    switch correcting {
    case .nothing: [.notCompetent, .notEntitled, .papersIncomplete, .papersForged]
    case .certificate: [.certificateStands, .notEntitled, .papersIncomplete, .papersForged]
    }
  }

  package enum Correcting: Sendable {
    case nothing
    case certificate
  }

  /// The ground as a letter names it.
  package var words: Bilingual {
    switch self {
    case .notCompetent:
      Bilingual(
        vi: "Việc cấp Phiếu lý lịch tư pháp không thuộc thẩm quyền của cơ quan",
        en: "Issuing this certificate is not within this agency's competence")
    case .notEntitled:
      Bilingual(
        vi: "Người yêu cầu không đủ điều kiện yêu cầu cấp Phiếu cho người khác",
        en: "The applicant may not ask for another person's certificate")
    case .papersIncomplete:
      Bilingual(
        vi: "Giấy tờ kèm theo Tờ khai không đầy đủ",
        en: "The papers with the declaration are incomplete")
    case .papersForged:
      Bilingual(
        vi: "Giấy tờ kèm theo Tờ khai giả mạo", en: "Papers with the declaration are forged")
    case .certificateStands:
      Bilingual(
        vi: "Phiếu đã cấp đúng, không có căn cứ đính chính",
        en: "The certificate is right as it was issued; there is nothing to correct")
    }
  }
}

/// When an agency may refuse: only on the grounds the law lists, in writing, with the reason.
///
/// Law 28/2009/QH12, Article 49.
package enum RefusalGrounds: Rule {
  package static let summary =
    "An application is refused only for lack of competence, of entitlement, or of true papers."
  package static let citations = [Citation("Luật 28/2009/QH12", "Điều 49")]
  package static let inForce = Period(from: Regime.law2009)
  package static let confidence = Confidence.sure
  package static let interpretations = [
    "Incomplete papers are first asked for, once (one-stop rules); they are a ground only after "
      + "that."
  ]

  package static let all = RefusalGround.all(correcting: .nothing)

  /// Whether the agency should first ask for a supplement.
  package static func asksFirst(_ ground: RefusalGround, supplementsAsked: Int) -> Bool {
    switch ground {
    case .papersIncomplete: supplementsAsked == 0
    case .notCompetent, .notEntitled, .papersForged, .certificateStands: false
    }
  }
}
