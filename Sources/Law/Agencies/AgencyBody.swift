/// A body that is asked before a certificate is issued.
///
/// Law 28/2009/QH12, Article 47; joint circular 04/2012 on verification.
package enum AgencyBody: String, Sendable, Codable, CaseIterable, Comparable {
  /// Trung tâm Lý lịch tư pháp quốc gia, or the records database that took its place.
  case recordsCentre = "records-centre"
  /// Công an: Phòng Hồ sơ nghiệp vụ.
  case police

  package static func < (left: AgencyBody, right: AgencyBody) -> Bool {
    left.rawValue < right.rawValue
  }
}
