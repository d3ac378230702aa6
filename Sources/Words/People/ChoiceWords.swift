package import Law
package import Vocabulary

/// The words of what can be chosen in the declaration.
package enum ChoiceWords {
  package static func words(_ sex: Sex, in language: Language) -> String {
    switch (sex, language) {
    case (.male, .vietnamese): "Nam"
    case (.female, .vietnamese): "Nữ"
    case (.male, .english): "Male"
    case (.female, .english): "Female"
    }
  }

  package static func words(_ kind: PaperKind, in language: Language) -> String {
    switch (kind, language) {
    case (.nationalID, .vietnamese): "Số định danh cá nhân (thẻ căn cước)"
    case (.oldIdentityCard, .vietnamese): "Giấy chứng minh nhân dân"
    case (.passport, .vietnamese): "Hộ chiếu"
    case (.nationalID, .english): "Personal identity number (citizen card)"
    case (.oldIdentityCard, .english): "Old identity card"
    case (.passport, .english): "Passport"
    }
  }

  package static func words(_ kind: ResidenceKind, in language: Language) -> String {
    switch (kind, language) {
    case (.permanent, .vietnamese): "Thường trú"
    case (.temporary, .vietnamese): "Tạm trú"
    case (.abroad, .vietnamese): "Ở nước ngoài"
    case (.permanent, .english): "Permanent"
    case (.temporary, .english): "Temporary"
    case (.abroad, .english): "Abroad"
    }
  }

  package static func words(_ kind: CertificateKind, in language: Language) -> String {
    switch (kind, language) {
    case (.number1, .vietnamese): "Số 1"
    case (.number2, .vietnamese): "Số 2"
    case (.number1, .english): "Number 1"
    case (.number2, .english): "Number 2"
    }
  }

  package static func words(_ answer: BanConfirmation, in language: Language) -> String {
    switch (answer, language) {
    case (.requested, .vietnamese): "Có"
    case (.notRequested, .vietnamese): "Không"
    case (.requested, .english): "Yes"
    case (.notRequested, .english): "No"
    }
  }

  package static func words(_ way: DeliveryWay, in language: Language) -> String {
    switch (way, language) {
    case (.electronic, .vietnamese): "Bản điện tử"
    case (.counter, .vietnamese): "Nhận trực tiếp tại nơi trả kết quả"
    case (.post, .vietnamese): "Qua bưu chính công ích"
    case (.electronic, .english): "Electronically"
    case (.counter, .english): "At the counter"
    case (.post, .english): "By post"
    }
  }

  package static func words(_ role: ApplicantRole, in language: Language) -> String {
    switch (role, language) {
    case (.own, .vietnamese): "Bản thân"
    case (.parentOfMinor, .vietnamese): "Con chưa đủ 18 tuổi (tôi là cha hoặc mẹ)"
    case (.guardianOfMinor, .vietnamese): "Người chưa đủ 18 tuổi mà tôi giám hộ"
    case (.closeFamily, .vietnamese): "Cha, mẹ, vợ, chồng hoặc con (chỉ Phiếu số 1)"
    case (.authorised, .vietnamese): "Người đã ủy quyền cho tôi bằng văn bản (chỉ Phiếu số 1)"
    case (.own, .english): "Myself"
    case (.parentOfMinor, .english): "My child under 18 (I am a parent)"
    case (.guardianOfMinor, .english): "Someone under 18 whose guardian I am"
    case (.closeFamily, .english): "My parent, spouse or child (number 1 only)"
    case (.authorised, .english): "Someone who authorised me in writing (number 1 only)"
    }
  }

  package static func words(
    _ proof: NumberTwoIsPersonal.Proof, in language: Language
  ) -> String {
    switch (proof, language) {
    case (.familyTie, .vietnamese): "Giấy tờ chứng minh quan hệ gia đình"
    case (.guardianship, .vietnamese): "Giấy tờ chứng minh việc giám hộ"
    case (.writtenAuthority, .vietnamese): "Văn bản ủy quyền"
    case (.familyTie, .english): "Paper showing the family tie"
    case (.guardianship, .english): "Paper showing the guardianship"
    case (.writtenAuthority, .english): "Written authority"
    }
  }

  package static func words(_ abode: Abode, in language: Language) -> String {
    switch (abode, language) {
    case (.vietnam, .vietnamese): "Ở Việt Nam"
    case (.abroad, .vietnamese): "Ở nước ngoài"
    case (.vietnam, .english): "In Vietnam"
    case (.abroad, .english): "In another country"
    }
  }

  /// Said beside a prefilled field.
  package static func words(_ origin: FieldOrigin, in language: Language) -> String {
    switch (origin, language) {
    case (.identity, .vietnamese): "Từ tài khoản định danh điện tử"
    case (.populationRegister, .vietnamese): "Từ Cơ sở dữ liệu quốc gia về dân cư"
    case (.typed, .vietnamese): "Tự khai"
    case (.changed, .vietnamese): "Đã sửa so với dữ liệu điền sẵn"
    case (.toBeConfirmed, .vietnamese): "Chờ xác nhận"
    case (.identity, .english): "From your e-identity"
    case (.populationRegister, .english): "From the national population database"
    case (.typed, .english): "Typed by you"
    case (.changed, .english): "Changed from what was prefilled"
    case (.toBeConfirmed, .english): "To be confirmed"
    }
  }
}
