import Document
import Foundation
import Issuance
import Law
import Records
import Vocabulary

/// Invented certificates, slips and receipts to draw.
enum RenderingSample {
  static let moment = Instant(CivilDate(2026, 11, 21), hour: 8, minute: 5)

  static let justice2023 = IssuerForm(
    number1Form: "06/2013/TT-LLTP", number2Form: "07/2013/TT-LLTP",
    agencyLines: ["ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ", "SỞ TƯ PHÁP"], place: "Cần Thơ",
    legalBasis: [
      "Căn cứ Luật Lý lịch tư pháp ngày 17 tháng 6 năm 2009;",
      "Căn cứ Nghị định số 111/2010/NĐ-CP ngày 23 tháng 11 năm 2010 của Chính phủ quy định "
        + "chi tiết và hướng dẫn thi hành một số điều của Luật Lý lịch tư pháp,",
    ],
    signatoryTitle: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], signatoryName: "Nguyễn Thị Mẫu",
    preparerName: "Trần Văn Ví Dụ")

  static let police2026 = IssuerForm(
    number1Form: "07/2025/LLTP", number2Form: "08/2025/LLTP",
    agencyLines: ["CÔNG AN THÀNH PHỐ HÀ NỘI", "PHÒNG HỒ SƠ NGHIỆP VỤ"], place: "Hà Nội",
    legalBasis: [
      "Căn cứ Luật Lý lịch tư pháp ngày 17 tháng 6 năm 2009;",
      "Căn cứ Luật số 107/2025/QH15 ngày 05 tháng 12 năm 2025 sửa đổi, bổ sung một số điều "
        + "của Luật Lý lịch tư pháp;",
      "Căn cứ Nghị định số 111/2010/NĐ-CP ngày 23 tháng 11 năm 2010 của Chính phủ quy định "
        + "chi tiết và hướng dẫn thi hành một số điều của Luật Lý lịch tư pháp,",
    ],
    signatoryTitle: ["TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG HỒ SƠ NGHIỆP VỤ"],
    signatoryName: "Lê Văn Thí Dụ")

  static func statement(
    _ kind: CertificateKind, name: String = "Nguyễn Thị Ước", judgments count: Int,
    ban: CertificateStatement.BanSection? = nil,
    residence: String = "Số 12 đường Mẫu, phường Ninh Kiều, thành phố Cần Thơ"
  ) -> CertificateStatement {
    CertificateStatement(
      kind: kind, number: "123/STP-LLTP", issuedOn: CivilDate(2026, 11, 21),
      identity: .init(
        name: name, sex: .female, birthDate: .day(CivilDate(1990, 1, 31)),
        birthPlace: "Xã Phong Điền, huyện Phong Điền, thành phố Cần Thơ",
        nationality: "Việt Nam", ethnicity: "Kinh", paperKind: "nationalID",
        paperNumber: "092190000123", paperIssuedOn: CivilDate(2021, 5, 10),
        paperIssuedBy: "Cục Cảnh sát quản lý hành chính về trật tự xã hội",
        permanentResidence: residence, temporaryResidence: ""),
      family: kind == .number2
        ? .init(father: "Nguyễn Văn Mẫu", mother: "Đặng Thị Thí", spouse: "") : nil,
      criminalRecord: count == 0 ? .none : .judgments((1...count).map(judgment)),
      ban: ban ?? (kind == .number2 ? .notBanned : .leftOut))
  }

  static func judgment(_ index: Int) -> Judgment {
    Judgment(
      number: "\(index)/\(1995 + index)/HS-ST",
      pronouncedOn: CivilDate(1995 + index, 1 + index % 12, 1 + index % 28),
      court: "Tòa án nhân dân quận Ninh Kiều, thành phố Cần Thơ",
      offence: "Trộm cắp tài sản",
      provision: "Điểm a khoản 1 Điều 173 Bộ luật Hình sự năm 2015",
      principalPenalty: "06 tháng tù, cho hưởng án treo, thời gian thử thách 01 năm",
      supplementaryPenalty: index % 3 == 0 ? "Phạt tiền 10.000.000 đồng" : "",
      civilObligations: index % 2 == 0 ? "Bồi thường 5.000.000 đồng" : "",
      courtFees: "200.000 đồng", execution: "Đã chấp hành xong ngày 01/02/\(1997 + index)",
      clearance: index % 2 == 0
        ? .notCleared : .cleared(from: CivilDate(1998 + index % 25, 3, 2)))
  }

  static let ban = Ban(
    decisionNumber: "01/2024/QĐ-TBPS", decidedOn: CivilDate(2024, 2, 5),
    court: "Tòa án nhân dân thành phố Cần Thơ", office: "Giám đốc Công ty TNHH Ví Dụ",
    term: "03 năm kể từ ngày 05/02/2024", until: CivilDate(2027, 2, 4))

  /// A pattern that looks like a code; what it says is tested where codes are made.
  static let code: QRModules = {
    let size = 57
    return QRModules(
      size: size,
      dark: (0..<size * size).map { index in
        let (row, column) = (index / size, index % size)
        return (row * 7 + column * column * 3 + row * column) % 5 < 2
      })
  }()

  static let slip = SlipStatement(
    agencyLines: ["SỞ TƯ PHÁP THÀNH PHỐ CẦN THƠ", "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ"],
    place: "Cần Thơ", desk: "Bộ phận Tiếp nhận và Trả kết quả",
    caseNumber: "000.00.10.H13-261121-0007", applicant: "Nguyễn Thị Ước",
    address: "Số 12 đường Mẫu, phường Ninh Kiều, thành phố Cần Thơ", phone: "0900000000",
    email: "uoc@example.vn", request: "Cấp Phiếu lý lịch tư pháp số 1",
    papers: [
      .init(name: "Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp (Mẫu số 03/2013/TT-LLTP)", count: 1),
      .init(name: "Bản sao Căn cước công dân", count: 1),
    ],
    term: "10 ngày", receivedAt: moment,
    dueAt: Instant(CivilDate(2026, 12, 1), hour: 17, minute: 0),
    delivery: "Cổng dịch vụ công (bản điện tử)")

  static let receipt = FeeReceiptStatement(
    agencyLines: ["ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ", "SỞ TƯ PHÁP"], place: "Cần Thơ",
    number: "BL-2026-0000042", caseNumber: "000.00.10.H13-261121-0007",
    payer: "Nguyễn Thị Ước", address: "Số 12 đường Mẫu, phường Ninh Kiều, thành phố Cần Thơ",
    amount: Dong(205_000), reason: "Phí cung cấp thông tin lý lịch tư pháp",
    citation: Citation("Thông tư 244/2016/TT-BTC", "Điều 4"), method: "Cổng thanh toán VNPAY",
    transaction: "14422574", paidAt: moment)
}

/// A folder of a test's own, and programs run over it.
struct Workbench {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lylich-rendering-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func write(_ bytes: [UInt8], as name: String = "document.pdf") throws -> String {
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return file.path
  }

  func remove() throws { try FileManager.default.removeItem(at: folder) }

  /// Standard output and error together, and whether the program was content.
  static func run(_ program: String, _ arguments: [String]) throws -> (text: String, ok: Bool) {
    let tool = try Tool.run(program, with: arguments)
    return (tool.output, tool.status == 0)
  }

  /// The text of a PDF as pdftotext extracts it, with every run of white space as one space.
  static func text(of bytes: [UInt8], options: [String] = []) throws -> String {
    let bench = try Workbench()
    let file = try bench.write(bytes)
    let output = try run("pdftotext", options + [file, "-"]).text
    try bench.remove()
    return output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension RenderingSample {
  static func certificate(
    _ statement: CertificateStatement, by issuer: IssuerForm, stamp: String? = nil
  ) throws -> [UInt8] {
    let sheet = try CertificateLayout(issuer).sheet(statement, code: code, stamp: stamp)
    return try Renderer().render(sheet, at: moment)
  }
}
