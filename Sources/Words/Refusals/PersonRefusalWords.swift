package import Assessment
package import Vocabulary

/// Why nothing can be said or concluded about who the applicant is, and what to do.
extension RefusalWords {
  package static func sentence(_ refusal: PersonRefusal, in language: Language) -> String {
    switch refusal {
    case .notSearched:
      pick(
        language,
        "Chưa tra cứu được người này trong sổ lý lịch tư pháp. Hãy tra cứu lại; chưa tra cứu thì "
          + "không kết luận.",
        "The register was not searched for this person. Search again; without a search nothing is "
          + "concluded.")
    case .notSettled:
      pick(
        language,
        "Trong sổ có người có thể là người này mà chưa được quyết định. Hãy quyết định ở trang Xác "
          + "định người trước.",
        "The register holds somebody who may be this person and on whom nobody has decided. Decide "
          + "on the page Who the person is first.")
    case .noSuchCandidate:
      pick(
        language, "Lý lịch này không còn trong danh sách. Hãy tải lại trang.",
        "This record is not on the list any more. Load the page again.")
    case .otherEdition:
      pick(
        language, "Dữ liệu của một bên đã thay đổi. Hãy xem lại rồi quyết định.",
        "The data of one side have changed. Look again, then decide.")
    case .decidedAlready:
      pick(language, "Việc này đã được quyết định.", "This is decided already.")
    case .sameOfficer:
      pick(
        language, "Bạn đã cho ý kiến về việc này; ý kiến còn lại phải của người khác.",
        "You have given your opinion on this; the other must be another officer's.")
    case .ownCase:
      pick(
        language,
        "Bạn đã thụ lý, quyết định hoặc cho ý kiến trên hồ sơ này; ý kiến về việc này phải của "
          + "người khác.",
        "You assessed, decided or gave an opinion on this case; others judge what is disputed.")
    case .leaderDecides:
      pick(
        language, "Hai cán bộ đã xem và không giống nhau. Lãnh đạo quyết định.",
        "Two officers have looked and do not agree. A leader decides.")
    case .nothingToRule:
      pick(
        language,
        "Hai cán bộ chưa xem xong hoặc không khác nhau, nên lãnh đạo chưa phải quyết định.",
        "Two officers have not both looked, or do not differ, so a leader has nothing to decide.")
    case .rulingDecidesNothing:
      pick(
        language, "Lãnh đạo phải chọn cùng một người hoặc người khác.",
        "A leader must choose the same person or another.")
    case .roleMissing(.leader):
      pick(
        language, "Việc này cần vai trò lãnh đạo.", "This needs the role of a leader.")
    case .roleMissing:
      pick(
        language, "Việc này cần vai trò thụ lý hoặc lãnh đạo.",
        "This needs the role of an assessor or a leader.")
    case .otherAgency:
      pick(
        language, "Hồ sơ thuộc cơ quan khác.", "The case is another agency's.")
    case .reasonMissing:
      pick(
        language, "Hãy ghi lý do: người khác phải hiểu được vì sao.",
        "Give the reason: others must be able to understand why.")
    case .listedAlready:
      pick(
        language, "Lý lịch này đã có trong danh sách.", "This record is on the list already.")
    case .notDisputable:
      pick(
        language,
        "Phiếu không ghi án tích theo lý lịch của cơ quan, hoặc bạn đã có ý kiến rồi.",
        "The certificate states no conviction from the agency's records, or you have said so "
          + "already.")
    case .noDispute:
      pick(language, "Không có ý kiến nào để trả lời.", "There is nothing to answer.")
    }
  }
}
