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
    case (.permanent, .english): "Permanent"
    case (.temporary, .english): "Temporary"
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
    case (.other, .vietnamese): "Người khác"
    case (.own, .english): "Myself"
    case (.other, .english): "Another person"
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
