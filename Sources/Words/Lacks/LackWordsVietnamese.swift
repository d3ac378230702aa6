package import Vocabulary

extension LackWords {
  package static func vietnamese(_ lack: Lack) -> String {
    switch lack.reason {
    case .missing: "Mục này chưa được điền. Hãy điền vào."
    case .notChosen: "Chưa chọn. Hãy chọn một mục trong danh sách."
    case .notAChoice: "Giá trị này không có trong danh sách. Hãy chọn lại."
    case .text(let refusal): TextWords.vietnamese(refusal)
    case .name(let why): TextWords.sentence(why, in: .vietnamese)
    case .notADate(let shape): vietnamese(shape)
    case .noSuchDay: "Lịch không có ngày hoặc tháng này. Hãy xem lại giấy tờ."
    case .dayInFuture: "Ngày này chưa đến. Hãy xem lại ngày, tháng, năm."
    case .monthInFuture: "Tháng này chưa đến. Nếu vẫn đang ở, hãy để trống hoặc viết “nay”."
    case .beforeBirth: "Thời điểm này trước ngày sinh đã khai. Hãy xem lại cả hai."
    case .birthTooLongAgo(let years):
      "Ngày sinh cách đây hơn \(years) năm. Hãy xem lại năm sinh."
    case .tooYoung(let age):
      "Người yêu cầu phải đủ \(age) tuổi (Luật 107/2025/QH15). Nếu chưa đủ tuổi, cha, mẹ hoặc "
        + "người giám hộ hãy đăng nhập và khai thay."
    case .tooManyOtherNames(let count, let limit):
      "Có \(count) tên gọi khác, tối đa là \(limit). Hãy giữ các tên có trên giấy tờ."
    case .unknownCountry: "Không có mã quốc gia này. Hãy chọn quốc tịch trong danh sách."
    case .noResidence:
      "Chưa có nơi cư trú. Hãy điền nơi thường trú; nếu không có thì điền nơi tạm trú."
    case .neverLivedHere:
      "Người nước ngoài chỉ yêu cầu được nếu đang hoặc đã cư trú tại Việt Nam (Điều 7 khoản 1 Luật "
        + "28/2009/QH12). Hãy điền nơi cư trú cuối cùng ở Việt Nam."
    case .nationalID(let why): vietnamese(why)
    case .oldIdentityCard(let digits):
      digits == 0
        ? "Số chứng minh nhân dân chỉ gồm chữ số. Hãy xem lại giấy tờ."
        : "Số chứng minh nhân dân có \(digits) chữ số; phải có 9 (hoặc 12). "
          + "Hãy xem lại giấy tờ."
    case .passport:
      "Số hộ chiếu gồm 5 đến 12 chữ cái không dấu và chữ số. Hãy chép đúng như trên hộ chiếu."
    case .issuedBeforeBirth: "Ngày cấp giấy tờ trước ngày sinh. Hãy xem lại cả hai ngày."
    case .noContact: "Hãy điền số điện thoại hoặc e-mail để cơ quan báo kết quả."
    case .phone:
      "Số điện thoại chưa đúng. Hãy viết 10 chữ số bắt đầu bằng 0, "
        + "hoặc số quốc tế bắt đầu bằng +."
    case .email: "Địa chỉ e-mail chưa đúng. Hãy viết dạng ten@vidu.vn, không dấu, không cách."
    case .differsFromIdentity:
      "Thông tin này khác với tài khoản định danh điện tử đã đăng nhập. Hãy sửa cho khớp; nếu "
        + "tài khoản sai, hãy đề nghị Công an điều chỉnh trước."
    case .nameOrUnknown: "Hãy điền họ tên, hoặc đánh dấu “không rõ” nếu không biết."
    case .namedAndUnknown:
      "Đã điền thông tin mà vẫn đánh dấu “không rõ”. Hãy bỏ dấu, hoặc xóa thông tin."
    case .relativeWithoutName: "Đã điền ngày sinh hoặc giấy tờ mà chưa có họ tên. Hãy điền họ tên."
    case .tooManyRows(let limit): "Bảng này tối đa \(limit) dòng. Hãy gộp hoặc bỏ bớt dòng."
    case .endsBeforeStart: "Tháng kết thúc trước tháng bắt đầu. Hãy xem lại hai tháng."
    case .noHistory(let from, let until):
      "Chưa khai quá trình cư trú. Hãy khai từ tháng \(from.vietnamese) (khi đủ 14 tuổi) "
        + "đến tháng \(until.vietnamese)."
    case .historyStartsLate(let from, let until):
      "Chưa khai nơi cư trú từ khi đủ 14 tuổi: còn thiếu \(vietnamese(from, until)). "
        + "Hãy thêm dòng cho thời gian này."
    case .historyGap(let from, let until):
      "Quá trình cư trú bị hở \(vietnamese(from, until)). Hãy thêm dòng cho thời gian này."
    case .historyStopsEarly(let from, let until):
      "Quá trình cư trú chưa đến hiện tại: còn thiếu \(vietnamese(from, until)). "
        + "Hãy thêm dòng, hoặc để trống “đến tháng” nếu vẫn đang ở."
    case .number2OnlyForOneself:
      "Không được ủy quyền cho người khác làm thủ tục yêu cầu cấp Phiếu số 2 (Điều 46 khoản 2 Luật "
        + "28/2009/QH12). Người đó phải tự đăng nhập để yêu cầu, hoặc hãy chọn Phiếu số 1."
    case .notAMinor(let age):
      "Người này đã đủ \(age) tuổi nên phải tự yêu cầu. Với Phiếu số 1, người thân trong gia đình "
        + "hãy chọn “cha, mẹ, vợ, chồng hoặc con”."
    case .subjectIsApplicant:
      "Đây là số định danh của chính bạn. Hãy điền số của người được cấp Phiếu, hoặc chọn yêu cầu "
        + "cho bản thân."
    case .purposeUnknown: "Không có mục đích này trong danh mục. Hãy chọn lại."
    case .purposeNotFor(let kind): purposeInVietnamese(notFor: kind)
    case .notANumber: "Hãy viết một số bằng chữ số, ví dụ 1."
    case .copies(let limit): "Số lượng Phiếu từ 1 đến \(limit). Hãy viết lại."
    case .deliveryNotOffered: "Cơ quan chưa trả kết quả bằng cách này. Hãy chọn cách khác."
    case .feeGroupUnknown: "Không có đối tượng nộp phí này trong danh mục. Hãy chọn lại."
    case .feeGroupNotOfAge:
      "Theo ngày sinh đã khai thì không thuộc đối tượng này. Hãy chọn đối tượng khác."
    case .paperMissing(let purpose): vietnamese(needed: purpose)
    case .oathMissing: "Hãy đánh dấu cam đoan rằng những lời khai trên là đúng sự thật."
    }
  }

  package static func vietnamese(_ warning: Warning) -> String {
    switch warning.reason {
    case .numberDisagreesWithSex:
      "Chữ số thứ tư của số định danh cho thấy giới tính khác. Hãy xem lại; nếu đúng thì cứ gửi."
    case .numberDisagreesWithBirthYear:
      "Số định danh cho thấy năm sinh khác. Hãy xem lại; nếu đúng thì cứ gửi."
    case .notYourIdentityNumber:
      "Tài khoản đã đăng nhập có số định danh cá nhân; nên khai số định danh."
    case .parentNotOlder:
      "Cha hoặc mẹ sinh sau người khai. Hãy xem lại năm sinh; nếu đúng thì cứ gửi."
    case .permanentResidencesOverlap(let from, let until):
      "Có hai nơi thường trú trong cùng thời gian \(vietnamese(from, until)). "
        + "Hãy xem lại; nếu một nơi là tạm trú, hãy sửa."
    case .lastResidenceUnknown:
      "Không có nơi cư trú ở Việt Nam trước khi xuất cảnh thì cơ quan trung ương giải quyết. "
        + "Nếu đã từng cư trú, hãy điền nơi đó."
    case .demandWithoutBasis:
      "Từ ngày 01/07/2026 chỉ khi luật hoặc nghị định quy định thì nơi khác mới được đòi bạn nộp "
        + "Phiếu số 1; với mục đích này chưa biết quy định nào (Luật 107/2025/QH15). "
        + "Bạn vẫn nộp được."
    case .number2IsForYouAlone:
      "Phiếu số 2 ghi mọi án tích, kể cả đã xóa, và chỉ để bạn biết về mình. "
        + "Không ai được yêu cầu bạn nộp Phiếu số 2; để nộp cho nơi khác, hãy chọn Phiếu số 1."
    case .banAlwaysOnNumber2:
      "Phiếu số 2 luôn ghi nội dung cấm đảm nhiệm chức vụ, dù có yêu cầu hay không."
    }
  }

  private static func vietnamese(_ shape: Lack.DateShape) -> String {
    switch shape {
    case .day: "Không đọc được ngày. Hãy viết ngày/tháng/năm, ví dụ 05/09/2020."
    case .birth:
      "Không đọc được ngày sinh. Hãy viết ngày/tháng/năm, ví dụ 05/09/1990; "
        + "nếu giấy tờ chỉ ghi năm thì viết năm, ví dụ 1950."
    case .month: "Không đọc được tháng. Hãy viết tháng/năm, ví dụ 09/2020."
    }
  }

  private static func purposeInVietnamese(notFor kind: CertificateKind) -> String {
    switch kind {
    case .number1:
      "Mục đích này không dùng cho Phiếu số 1. Hãy chọn mục đích khác hoặc loại Phiếu khác."
    case .number2:
      "Phiếu số 2 chỉ để biết về lý lịch tư pháp của mình, không dùng cho mục đích này. "
        + "Hãy chọn Phiếu số 1 hoặc mục đích khác."
    }
  }

  private static func vietnamese(needed purpose: PaperPurpose) -> String {
    switch purpose {
    case .feeGroup:
      "Mức phí đã chọn phải có giấy tờ chứng minh. Hãy đính kèm, loại “Chứng minh mức phí”, "
        + "hoặc chọn mức phí thông thường."
    case .authorisation:
      "Nộp thay người khác phải có văn bản ủy quyền. Hãy đính kèm, loại “Văn bản ủy quyền”."
    case .familyLink:
      "Hãy đính kèm giấy tờ chứng minh quan hệ với người được cấp, loại “Quan hệ gia đình”."
    case .correction:
      "Bạn cho rằng dữ liệu đã có là sai. Hãy đính kèm giấy tờ chứng minh, loại “Chứng minh dữ "
        + "liệu sai”, hoặc dùng lại dữ liệu đã có."
    case .other: "Hãy đính kèm giấy tờ còn thiếu."
    }
  }

  private static func vietnamese(_ why: NationalID.Malformed) -> String {
    switch why {
    case .notADigit: "Số định danh chỉ gồm chữ số. Hãy xem lại thẻ."
    case .wrongLength(let count):
      "Số định danh có \(count) chữ số; phải có 12. Hãy xem lại thẻ."
    case .noSuchPlace: "Ba chữ số đầu của số định danh không thể là 000. Hãy xem lại thẻ."
    }
  }

  private static func vietnamese(_ from: YearMonth, _ until: YearMonth) -> String {
    from == until
      ? "tháng \(from.vietnamese)"
      : "từ tháng \(from.vietnamese) đến tháng \(until.vietnamese)"
  }
}
