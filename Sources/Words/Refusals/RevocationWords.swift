package import Handover
package import Vocabulary

/// Why a certificate cannot be taken back, and what to do.
extension RefusalWords {
  package static func sentence(_ refusal: RevocationRefusal, in language: Language) -> String {
    switch refusal {
    case .roleMissing:
      pick(
        language,
        "Việc này thuộc người có vai trò thụ lý hoặc lãnh đạo; quyết định là của lãnh đạo.",
        "An assessor or a leader may propose; a leader decides.")
    case .otherAgency:
      pick(
        language, "Phiếu do cơ quan khác cấp.", "The certificate is another agency's.")
    case .reasonMissing:
      pick(language, "Cần ghi lý do.", "A reason is needed.")
    case .sameOfficer:
      pick(
        language, "Người đề nghị thu hồi không được quyết định. Cần một lãnh đạo khác.",
        "Who proposed the revocation does not decide it. Another leader is needed.")
    case .nothingProposed:
      pick(
        language, "Không có đề nghị thu hồi nào đang chờ. Hãy tải lại trang.",
        "No revocation waits to be decided. Load the page again.")
    case .proposedAlready:
      pick(
        language, "Đã có đề nghị thu hồi đang chờ lãnh đạo quyết định.",
        "A revocation is proposed already and waits for a leader.")
    case .revokedAlready:
      pick(language, "Phiếu này đã bị thu hồi.", "This certificate was revoked already.")
    case .bothAnsweredBefore: bothAnsweredBefore(language)
    case .answeredBefore:
      pick(
        language,
        "Bạn đã chịu trách nhiệm về Phiếu này nên không một mình kết luận là Phiếu đúng. Cần người "
          + "khác.",
        "You answered for this certificate, so you do not say alone that it stands. Somebody else "
          + "is needed.")
    case .mustBeRevoked:
      pick(
        language,
        "Hai cán bộ đã kết luận lý lịch ghi trên Phiếu là của người khác, nên Phiếu phải được thu "
          + "hồi.",
        "Two officers found that the record on the certificate is another person's, so it must be "
          + "revoked.")
    }
  }

  static func bothAnsweredBefore(_ language: Language) -> String {
    pick(
      language,
      "Hai người quyết định việc này đều đã chịu trách nhiệm về Phiếu cũ. Ít nhất một người phải "
        + "chưa từng xử lý Phiếu đó.",
      "Both who decide this answered for the old certificate. At least one must be new to it.")
  }
}
