package import Law
package import Vocabulary

/// How the tables of rules are called where an administrator works with them.
package enum RuleTableWords {
  package static func name(of table: RuleTable, in language: Language) -> String {
    words(table)[language]
  }

  private static func words(_ table: RuleTable) -> Bilingual {
    switch table {
    case .ruleSets: Bilingual(vi: "Văn bản áp dụng", en: "Laws in force")
    case .limits: Bilingual(vi: "Thời hạn giải quyết", en: "Time limits")
    case .urgent: Bilingual(vi: "Thời hạn khẩn cấp", en: "Urgent limit")
    case .reception: Bilingual(vi: "Giờ chốt tiếp nhận", en: "Cut-off hour")
    case .minimumAge: Bilingual(vi: "Tuổi tối thiểu", en: "Minimum age")
    case .competence: Bilingual(vi: "Nơi nộp hồ sơ", en: "Where to apply")
    case .supply: Bilingual(vi: "Hạn cung cấp thông tin", en: "Term of suppliers")
    case .supplements:
      Bilingual(vi: "Hạn trả lời yêu cầu bổ sung", en: "Time to answer for a supplement")
    case .steps: Bilingual(vi: "Thời hạn từng bước", en: "Limits of single steps")
    case .drafts: Bilingual(vi: "Thời gian giữ bản nháp", en: "How long drafts are kept")
    case .feeGroups: Bilingual(vi: "Mức phí theo đối tượng", en: "Fee groups")
    case .copies: Bilingual(vi: "Số bản và phí cấp thêm", en: "Copies")
    case .refunds: Bilingual(vi: "Hoàn phí", en: "Refunds")
    case .corrections: Bilingual(vi: "Phí đính chính Phiếu", en: "Fee of a correction")
    case .purposes: Bilingual(vi: "Mục đích yêu cầu", en: "Purposes")
    case .holidays: Bilingual(vi: "Ngày nghỉ lễ, tết", en: "Holidays")
    case .placements: Bilingual(vi: "Xếp ngày nghỉ theo năm", en: "Placement of holidays by year")
    case .swaps: Bilingual(vi: "Hoán đổi ngày làm việc", en: "Swapped days")
    case .announcedYears: Bilingual(vi: "Năm đã công bố lịch nghỉ", en: "Announced years")
    case .names: Bilingual(vi: "Tên cơ quan", en: "Names of the agency")
    case .caseNumbers: Bilingual(vi: "Mã hồ sơ", en: "Case numbers")
    case .certificateNumbers: Bilingual(vi: "Số Phiếu", en: "Certificate numbers")
    case .forms: Bilingual(vi: "Mẫu giấy tờ", en: "Statutory forms")
    case .certificates: Bilingual(vi: "Lời văn trên Phiếu", en: "Words of the certificate")
    case .procedures: Bilingual(vi: "Thủ tục hành chính", en: "Procedure")
    case .inquiries: Bilingual(vi: "Cơ quan phải hỏi", en: "Bodies to be asked")
    case .deliveries: Bilingual(vi: "Cách nhận kết quả", en: "Ways of delivery")
    case .channels: Bilingual(vi: "Cách nộp hồ sơ", en: "Ways of applying")
    case .openingHours: Bilingual(vi: "Giờ làm việc", en: "Opening hours")
    case .saturdays: Bilingual(vi: "Làm việc sáng thứ Bảy", en: "Saturday mornings")
    case .subsidies: Bilingual(vi: "Hỗ trợ phí của địa phương", en: "Local support of the fee")
    }
  }

  /// The name of a leaf, such as `citation.provision`; its path where there is none.
  package static func field(_ path: String, in language: Language) -> String {
    let parts = path.split(whereSeparator: { ".[]".contains($0) }).map(String.init)
    let known = parts.filter { Int($0) == nil }.map { fields[$0]?[language] ?? $0 }
    let place = parts.first { Int($0) != nil }.flatMap { Int($0) }.map { " \($0 + 1)" } ?? ""
    return known.joined(separator: ", ") + place
  }

  /// The words of a code at a leaf, such as `workingDays`; nil where the value is no code.
  package static func choice(_ code: String, in language: Language) -> String? {
    choices[code]?[language]
  }

  /// A value as people read it.
  package static func value(_ value: JSONValue?, in language: Language) -> String {
    guard let value else { return "–" }
    switch value {
    case .null: return none[language]
    case .text(let text):
      if let day = CivilDate(iso: text) { return day.vietnamese }
      return choice(text, in: language) ?? text
    case .list(let items):
      return items.compactMap(\.plain).map { choice($0, in: language) ?? $0 }
        .joined(separator: "; ")
    case .number(let number): return "\(number)"
    case .truth(let truth): return choice(truth ? "yes" : "no", in: language) ?? ""
    case .object: return none[language]
    }
  }

  /// The codes that may stand at a leaf, by its last name; nil where anything may.
  package static func codes(at path: String, of table: RuleTable) -> [String]? {
    if table == .subsidies, path == "kind" { return Subsidy.Kind.allCases.map(\.rawValue) }
    let name = path.split(separator: ".").last.map(String.init) ?? path
    return allowed[name]
  }

  private static let none = Bilingual(vi: "không có", en: "none")

  private static let allowed: [String: [String]] = [
    "confidence": Confidence.allCases.map(\.rawValue),
    "unit": LimitUnit.allCases.map(\.rawValue),
    "kind": ["full", "reduced", "exempt"],
    "exemptPayToo": ["yes", "no"],
    "place": CompetencePolicy.Reach.allCases.map(\.rawValue),
    "beforeInquiries": RefundPolicy.Share.allCases.map(\.rawValue),
    "afterInquiries": RefundPolicy.Share.allCases.map(\.rawValue),
    "calendar": ["solar", "lunar"], "standing": ["law", "planned"],
    "demand": ["thirdParty", "nobodyElse"], "note": ["needed", "notNeeded"],
    "offer": ["offered", "notYet"],
    "counts": SaturdayHours.Counts.allCases.map(\.rawValue),
    "channel": LodgingChannel.allCases.map(\.rawValue),
  ]

  private static let choices: [String: Bilingual] = [
    "sure": Bilingual(vi: "chắc chắn", en: "sure"),
    "likely": Bilingual(vi: "có thể", en: "likely"),
    "unsure": Bilingual(vi: "chưa chắc", en: "unsure"),
    "calendarDays": Bilingual(vi: "ngày (theo lịch)", en: "calendar days"),
    "workingDays": Bilingual(vi: "ngày làm việc", en: "working days"),
    "full": Bilingual(vi: "nộp đủ", en: "full"),
    "reduced": Bilingual(vi: "giảm", en: "reduced"),
    "exempt": Bilingual(vi: "miễn", en: "exempt"),
    "percent": Bilingual(vi: "phần trăm", en: "percent"),
    "amount": Bilingual(vi: "số tiền", en: "amount"),
    "yes": Bilingual(vi: "có", en: "yes"), "no": Bilingual(vi: "không", en: "no"),
    "residence": Bilingual(vi: "theo nơi cư trú", en: "by residence"),
    "anywhere": Bilingual(vi: "nơi nào cũng được", en: "anywhere"),
    "all": Bilingual(vi: "toàn bộ", en: "all"),
    "nothing": Bilingual(vi: "không hoàn", en: "nothing"),
    "solar": Bilingual(vi: "dương lịch", en: "solar"),
    "lunar": Bilingual(vi: "âm lịch", en: "lunar"),
    "law": Bilingual(vi: "đã thành luật", en: "law"),
    "planned": Bilingual(vi: "mới dự kiến", en: "planned"),
    "thirdParty": Bilingual(vi: "bên khác yêu cầu", en: "a third party asks"),
    "nobodyElse": Bilingual(vi: "tự mình muốn biết", en: "nobody else asks"),
    "needed": Bilingual(vi: "phải ghi rõ", en: "needed"),
    "notNeeded": Bilingual(vi: "không cần", en: "not needed"),
    "offered": Bilingual(vi: "có", en: "offered"),
    "notYet": Bilingual(vi: "chưa có", en: "not yet"),
    "restDay": Bilingual(vi: "không tính vào thời hạn", en: "counts as a rest day"),
    "workingDay": Bilingual(vi: "tính là ngày làm việc", en: "counts as a working day"),
    "number1": Bilingual(vi: "Phiếu số 1", en: "number 1"),
    "number2": Bilingual(vi: "Phiếu số 2", en: "number 2"),
    "online": Bilingual(vi: "trực tuyến", en: "online"),
    "counter": Bilingual(vi: "trực tiếp", en: "at the counter"),
    "post": Bilingual(vi: "bưu chính", en: "by post"),
    "vneid": Bilingual(vi: "VNeID", en: "VNeID"),
    "electronic": Bilingual(vi: "bản điện tử", en: "electronic"),
    "declaration": Bilingual(vi: "tờ khai", en: "declaration"),
    "declarationForAnother": Bilingual(vi: "tờ khai thay", en: "declaration for another"),
    "slip": Bilingual(vi: "giấy tiếp nhận", en: "receipt slip"),
    "records-centre": Bilingual(vi: "cơ sở dữ liệu lý lịch tư pháp", en: "records database"),
    "police": Bilingual(vi: "Công an", en: "police"),
    "yearly": Bilingual(vi: "theo năm", en: "yearly"),
  ]

  private static let fields: [String: Bilingual] = [
    "validFrom": Bilingual(vi: "Có hiệu lực từ", en: "Valid from"),
    "validTo": Bilingual(vi: "Đến hết ngày", en: "Valid to"),
    "confidence": Bilingual(vi: "Độ chắc chắn", en: "Confidence"),
    "source": Bilingual(vi: "Nguồn", en: "Source"),
    "citation": Bilingual(vi: "Căn cứ", en: "Citation"),
    "instrument": Bilingual(vi: "văn bản", en: "instrument"),
    "instruments": Bilingual(vi: "Văn bản", en: "Instrument"),
    "provision": Bilingual(vi: "điều khoản", en: "provision"),
    "name": Bilingual(vi: "Tên", en: "Name"),
    "vi": Bilingual(vi: "tiếng Việt", en: "Vietnamese"),
    "en": Bilingual(vi: "tiếng Anh", en: "English"),
    "id": Bilingual(vi: "Mã bộ quy định", en: "Rule set"),
    "code": Bilingual(vi: "Mã", en: "Code"),
    "kind": Bilingual(vi: "Loại", en: "Kind"),
    "kinds": Bilingual(vi: "Loại Phiếu", en: "Certificates"),
    "amount": Bilingual(vi: "Số tiền (đồng)", en: "Amount (đồng)"),
    "value": Bilingual(vi: "Giá trị", en: "Value"),
    "proof": Bilingual(vi: "Giấy tờ chứng minh", en: "Proof"),
    "paper": Bilingual(vi: "giấy tờ", en: "paper"),
    "named": Bilingual(vi: "tên", en: "name"),
    "youngerThan": Bilingual(vi: "dưới", en: "younger than"),
    "atLeast": Bilingual(vi: "từ đủ", en: "at least"),
    "years": Bilingual(vi: "tuổi", en: "years"),
    "ordinary": Bilingual(vi: "Hồ sơ thường", en: "Ordinary case"),
    "complicated": Bilingual(vi: "Hồ sơ phức tạp", en: "Complicated case"),
    "days": Bilingual(vi: "số ngày", en: "days"),
    "unit": Bilingual(vi: "cách tính", en: "unit"),
    "remindAfterDays": Bilingual(vi: "Nhắc sau (ngày)", en: "Reminded of after (days)"),
    "remindBeforeDays": Bilingual(vi: "Nhắc trước (ngày)", en: "Reminded before (days)"),
    "answerWithinDays": Bilingual(vi: "Trả lời trong (ngày)", en: "Answered within (days)"),
    "step": Bilingual(vi: "Bước", en: "Step"),
    "workingHours": Bilingual(vi: "Số giờ làm việc", en: "Working hours"),
    "warnHours": Bilingual(vi: "Báo trước (giờ làm việc)", en: "Warned before (working hours)"),
    "breakFrom": Bilingual(vi: "Nghỉ trưa từ", en: "Break from"),
    "breakUntil": Bilingual(vi: "Nghỉ trưa đến", en: "Break until"),
    "purgeAfterDays": Bilingual(vi: "Xóa sau (ngày)", en: "Deleted after (days)"),
    "hours": Bilingual(vi: "Số giờ", en: "Hours"),
    "cutOffHour": Bilingual(vi: "Chốt lúc (giờ)", en: "Cut-off hour"),
    "place": Bilingual(vi: "Nơi", en: "Place"),
    "included": Bilingual(vi: "Số bản trong phí", en: "Copies covered"),
    "perExtra": Bilingual(vi: "Mỗi bản thêm (đồng)", en: "Each further copy (đồng)"),
    "exemptPayToo": Bilingual(vi: "Người được miễn cũng nộp", en: "Exempt persons pay it"),
    "limit": Bilingual(vi: "Nhiều nhất (bản)", en: "At most (copies)"),
    "beforeInquiries": Bilingual(vi: "Trước khi hỏi cơ quan khác", en: "Before any inquiry"),
    "afterInquiries": Bilingual(vi: "Sau khi đã hỏi", en: "After inquiries"),
    "legalBasis": Bilingual(vi: "Căn cứ pháp lý", en: "Legal basis"),
    "demand": Bilingual(vi: "Ai yêu cầu", en: "Who asks"),
    "note": Bilingual(vi: "Ghi chú", en: "Note"),
    "calendar": Bilingual(vi: "Tính theo", en: "Reckoned by"),
    "month": Bilingual(vi: "Tháng", en: "Month"), "day": Bilingual(vi: "Ngày", en: "Day"),
    "length": Bilingual(vi: "Số ngày nghỉ", en: "Days off"),
    "daysBefore": Bilingual(vi: "Số ngày nghỉ trước đó", en: "Days off before it"),
    "standing": Bilingual(vi: "Hiện trạng", en: "Standing"),
    "holiday": Bilingual(vi: "Ngày lễ", en: "Holiday"),
    "year": Bilingual(vi: "Năm", en: "Year"),
    "off": Bilingual(vi: "Nghỉ ngày", en: "Off"),
    "worked": Bilingual(vi: "Làm bù ngày", en: "Worked instead"),
    "letterhead": Bilingual(vi: "Tiêu đề văn bản (mỗi dòng một dòng)", en: "Letterhead"),
    "addressee": Bilingual(vi: "Kính gửi", en: "Addressee"),
    "agencyCode": Bilingual(vi: "Mã định danh cơ quan", en: "Agency code"),
    "pattern": Bilingual(vi: "Mẫu số ({n} là số thứ tự)", en: "Pattern ({n}: the number)"),
    "scope": Bilingual(vi: "Đánh số", en: "Counted"),
    "form": Bilingual(vi: "Giấy tờ", en: "Form"),
    "preparer": Bilingual(vi: "Người lập", en: "Preparer"),
    "signatory": Bilingual(vi: "Người ký (mỗi dòng một dòng)", en: "Signatory"),
    "body": Bilingual(vi: "Cơ quan", en: "Body"),
    "sendWithin": Bilingual(vi: "Gửi trong", en: "Sent within"),
    "answerWithin": Bilingual(vi: "Trả lời trong", en: "Answered within"),
    "way": Bilingual(vi: "Cách nhận", en: "Way"),
    "channel": Bilingual(vi: "Cách nộp", en: "Channel"),
    "offer": Bilingual(vi: "Phục vụ", en: "Offered"),
    "opens": Bilingual(vi: "Mở cửa", en: "Opens"),
    "closes": Bilingual(vi: "Đóng cửa", en: "Closes"),
    "counts": Bilingual(vi: "Cách tính", en: "How it counts"),
  ]
}
