import Law
package import Vocabulary

/// The label of every field of the declaration, as the statutory form words it.
///
/// Source: forms 03/2013/TT-LLTP, 03/2024/LLTP, 01/2025/LLTP.
package enum FieldLabels {
  /// - Parameter role: who applies; of another the form does not say "I".
  package static func label(
    _ field: FormField, of role: ApplicantRole = .own, in language: Language
  ) -> String {
    if role != .own, let other = otherLabels[field] { return other[language] }
    switch language {
    case .vietnamese: return vietnamese(field)
    case .english: return english(field)
    }
  }

  private static let otherLabels: [FormField: Bilingual] = [
    .personName: Bilingual(vi: "Họ và tên người được cấp Phiếu", en: "The person's name"),
    .residences: Bilingual(
      vi: "Quá trình cư trú của người được cấp Phiếu (tính từ khi đủ 14 tuổi)",
      en: "The person's residences (since the age of 14)"),
  ]

  /// With the table and the row counted from 1, where a list of lacks stands apart from the form.
  package static func label(
    _ name: FieldName, of role: ApplicantRole = .own, in language: Language
  ) -> String {
    let own = label(name.field, of: role, in: language)
    guard let table = name.field.table, let row = name.row else { return own }
    let place = label(table.field, of: role, in: language)
    switch language {
    case .vietnamese: return "\(place), dòng \(row + 1): \(own)"
    case .english: return "\(place), row \(row + 1): \(own)"
    }
  }

  private static func vietnamese(_ field: FormField) -> String {
    switch field {
    case .personName: "Tên tôi là"
    case .personOtherNames: "Tên gọi khác (nếu có)"
    case .personSex: "Giới tính"
    case .personBirthDate: "Ngày, tháng, năm sinh"
    case .personBirthPlace: "Nơi sinh"
    case .personNationality: "Quốc tịch"
    case .personEthnicity: "Dân tộc"
    case .personPermanentResidence: "Nơi thường trú"
    case .personTemporaryResidence: "Nơi tạm trú"
    case .personAbode: "Hiện sinh sống"
    case .personAddressAbroad: "Địa chỉ ở nước ngoài"
    case .personLastResidence: "Nơi cư trú cuối cùng ở Việt Nam trước khi xuất cảnh"
    case .applicantName: "Họ và tên người yêu cầu"
    case .applicantBirthDate: "Ngày sinh của người yêu cầu"
    case .applicantPaper: "Số giấy tờ của người yêu cầu"
    case .applicantAddress: "Địa chỉ của người yêu cầu"
    case .applicantRelation: "Quan hệ với người được cấp Phiếu"
    case .proofNumber: "Số giấy tờ chứng minh (nếu có)"
    case .proofIssuedOn: "Ngày của giấy tờ chứng minh"
    case .proofIssuedBy: "Nơi cấp, công chứng hoặc chứng thực"
    case .paperKind: "Loại giấy tờ"
    case .paperNumber: "Số định danh cá nhân/Giấy CMND/Hộ chiếu"
    case .paperIssuedOn: "Cấp ngày"
    case .paperIssuedBy: "Tại"
    case .fatherName: "Họ tên cha"
    case .fatherBirthDate: "Ngày/tháng/năm sinh của cha"
    case .fatherPaper: "Giấy tờ của cha (nếu có)"
    case .fatherUnknown: "Không rõ cha"
    case .motherName: "Họ tên mẹ"
    case .motherBirthDate: "Ngày/tháng/năm sinh của mẹ"
    case .motherPaper: "Giấy tờ của mẹ (nếu có)"
    case .motherUnknown: "Không rõ mẹ"
    case .spouseName: "Họ tên vợ/chồng"
    case .spouseBirthDate: "Ngày/tháng/năm sinh của vợ/chồng"
    case .spousePaper: "Giấy tờ của vợ/chồng (nếu có)"
    case .personPhone: "Số điện thoại"
    case .personEmail: "E-mail"
    case .residences: "Quá trình cư trú của bản thân (tính từ khi đủ 14 tuổi)"
    case .residenceFrom: "Từ tháng, năm"
    case .residenceUntil: "Đến tháng, năm"
    case .residencePlace: "Nơi thường trú/tạm trú"
    case .residenceKind: "Thường trú hay tạm trú"
    case .residenceOccupation: "Nghề nghiệp"
    case .residenceWorkplace: "Nơi làm việc"
    case .convictions: "Phần khai về án tích (nếu có)"
    case .convictionJudgmentNumber: "Bản án số"
    case .convictionJudgmentOn: "Ngày tuyên án"
    case .convictionCourt: "Tòa án"
    case .convictionOffence: "Tội danh"
    case .convictionPenalty: "Hình phạt"
    case .convictionExecution: "Tình trạng thi hành án"
    case .banDeclared:
      "Nội dung bị cấm đảm nhiệm chức vụ, thành lập, quản lý doanh nghiệp, hợp tác xã (nếu có)"
    case .requestApplicant: "Yêu cầu cho"
    case .requestKind: "Yêu cầu cấp Phiếu lý lịch tư pháp"
    case .requestBanConfirmation:
      "Yêu cầu xác nhận về nội dung cấm đảm nhiệm chức vụ, thành lập, quản lý doanh nghiệp, "
        + "hợp tác xã theo quyết định tuyên bố phá sản (khi yêu cầu Phiếu số 1)"
    case .requestPurpose: "Mục đích yêu cầu cấp Phiếu"
    case .requestPurposeNote: "Mục đích cụ thể"
    case .requestCopies: "Số lượng Phiếu yêu cầu cấp"
    case .requestDelivery: "Cách nhận kết quả"
    case .requestDeliveryAddress: "Địa chỉ nhận qua bưu chính"
    case .requestFeeGroup: "Đối tượng nộp phí"
    case .papers: "Giấy tờ kèm theo"
    case .oath:
      "Tôi xin cam đoan những lời khai trên là đúng sự thật và chịu trách nhiệm trước pháp luật "
        + "về lời khai của mình."
    }
  }

  private static func english(_ field: FormField) -> String {
    switch field {
    case .personName: "My name is"
    case .personOtherNames: "Other names (if any)"
    case .personSex: "Sex"
    case .personBirthDate: "Date of birth"
    case .personBirthPlace: "Place of birth"
    case .personNationality: "Nationality"
    case .personEthnicity: "Ethnic group"
    case .personPermanentResidence: "Permanent residence"
    case .personTemporaryResidence: "Temporary residence"
    case .personAbode: "Lives"
    case .personAddressAbroad: "Address abroad"
    case .personLastResidence: "Last residence in Vietnam before leaving"
    case .applicantName: "Applicant's name"
    case .applicantBirthDate: "Applicant's date of birth"
    case .applicantPaper: "Applicant's identity number or paper"
    case .applicantAddress: "Applicant's address"
    case .applicantRelation: "Relation to the person"
    case .proofNumber: "Number of the proof (if any)"
    case .proofIssuedOn: "Date of the proof"
    case .proofIssuedBy: "Issued, notarised or certified by"
    case .paperKind: "Kind of paper"
    case .paperNumber: "Personal identity number / identity card / passport"
    case .paperIssuedOn: "Issued on"
    case .paperIssuedBy: "Issued by"
    case .fatherName: "Father's name"
    case .fatherBirthDate: "Father's date of birth"
    case .fatherPaper: "Father's paper (if any)"
    case .fatherUnknown: "Father unknown"
    case .motherName: "Mother's name"
    case .motherBirthDate: "Mother's date of birth"
    case .motherPaper: "Mother's paper (if any)"
    case .motherUnknown: "Mother unknown"
    case .spouseName: "Spouse's name"
    case .spouseBirthDate: "Spouse's date of birth"
    case .spousePaper: "Spouse's paper (if any)"
    case .personPhone: "Telephone"
    case .personEmail: "E-mail"
    case .residences: "My residences (since the age of 14)"
    case .residenceFrom: "From month, year"
    case .residenceUntil: "To month, year"
    case .residencePlace: "Permanent/temporary residence"
    case .residenceKind: "Permanent or temporary"
    case .residenceOccupation: "Occupation"
    case .residenceWorkplace: "Place of work"
    case .convictions: "Convictions (if any)"
    case .convictionJudgmentNumber: "Judgment number"
    case .convictionJudgmentOn: "Day of judgment"
    case .convictionCourt: "Court"
    case .convictionOffence: "Offence"
    case .convictionPenalty: "Penalty"
    case .convictionExecution: "State of execution"
    case .banDeclared:
      "Ban on office and on founding or managing enterprises or co-operatives (if any)"
    case .requestApplicant: "Requested for"
    case .requestKind: "Judicial record certificate requested"
    case .requestBanConfirmation:
      "Confirm bans on office and on founding or managing enterprises or co-operatives after a "
        + "bankruptcy decision (with number 1)"
    case .requestPurpose: "Purpose"
    case .requestPurposeNote: "The purpose in words"
    case .requestCopies: "Number of copies"
    case .requestDelivery: "How to receive the result"
    case .requestDeliveryAddress: "Postal address for the result"
    case .requestFeeGroup: "Fee group"
    case .papers: "Attached papers"
    case .oath:
      "I declare that the statements above are true, and I answer for them before the law."
    }
  }
}
