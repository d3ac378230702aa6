package import Vocabulary

/// The sentences of an examination: who signed what and when, whether one byte changed, and what
/// nobody looked up. The program's `verify` and the portal's page say the same.
///
/// Names and fields come out of a file that anybody may have made: what would steer a terminal or
/// turn the direction of writing is taken out, and the length is bounded. A page still escapes
/// them.
package enum VerificationWords {
  /// Whose doubt it is: the signature itself or the timestamp on it.
  package enum Subject: Sendable {
    case signature
    case timestamp
  }

  /// The whole report, a sentence or a heading a line; lines of a signature begin with two spaces.
  package static func lines(_ report: VerificationReport, in language: Language) -> [String] {
    var lines = [sentence(report.verdict, in: language)]
    switch report.verdict {
    case .valid, .unsigned: break
    case .notValid(let doubts): lines += doubts.map { sentence($0, in: language) }
    }
    for signature in report.signatures {
      lines.append(heading(signature, in: language))
      lines += facts(of: signature, in: language).map { "  " + $0 }
      lines += doubts(of: signature, in: language).map { "  ✗ " + $0 }
    }
    lines.append(revocation(in: language))
    lines.append("SHA-256: \(report.digest)")
    return lines
  }

  /// What every examination must say, whatever it found.
  package static func revocation(in language: Language) -> String {
    pick(
      language,
      "Việc kiểm tra làm ngoại tuyến: không tra cứu chứng thư số có bị thu hồi hay không.",
      "This was checked offline: whether a certificate was revoked was not looked up.")
  }

  package static func sentence(
    _ verdict: VerificationReport.Verdict, in language: Language
  ) -> String {
    switch verdict {
    case .valid:
      pick(
        language,
        "HỢP LỆ. Không một byte nào thay đổi từ khi ký; mọi chữ ký dẫn tới chứng thư gốc tin cậy.",
        "VALID. Not one byte changed since it was signed; every signature leads to a trusted root.")
    case .unsigned:
      pick(
        language, "KHÔNG CÓ CHỮ KÝ. Đọc được tệp nhưng không ai ký số trên tệp này.",
        "NOT SIGNED. The file can be read, but nobody signed it.")
    case .notValid:
      pick(
        language, "KHÔNG HỢP LỆ. Đừng dùng tệp này làm căn cứ; các lý do ở dưới.",
        "NOT VALID. Do not rely on this file; the reasons follow.")
    }
  }

  package static func sentence(_ doubt: FileDoubt, in language: Language) -> String {
    switch doubt {
    case .unreadable(let reason): sentence(reason, in: language)
    case .bytesAfterLastSignature(let count):
      pick(
        language, "Có \(count) byte nằm sau phần được ký: đã thêm vào sau chữ ký cuối cùng.",
        "\(count) bytes stand after what was signed: they were added after the last signature.")
    case .fieldMissing(let field):
      pick(
        language, "Thiếu chữ ký “\(plain(field))”: tệp có thể đã bị cắt về một bản trước đó.",
        "The signature “\(plain(field))” is missing: the file may have been cut back.")
    case .signatureRemoved(let field):
      pick(
        language, "Chữ ký “\(plain(field))” có ở bản trước nhưng bản sau đã giấu đi.",
        "An earlier revision had the signature “\(plain(field))”; a later one hides it.")
    case .signature(let field):
      pick(
        language, "Chữ ký “\(plain(field))” không hợp lệ.",
        "The signature “\(plain(field))” is not valid.")
    }
  }

  // MARK: One signature

  /// `Signature “leader”: Nguyễn Thị Mẫu, Giám đốc, Sở Tư pháp`.
  package static func heading(_ signature: SignatureReport, in language: Language) -> String {
    let who = signature.signer.map(name) ?? pick(language, "không rõ ai ký", "signer unknown")
    return pick(language, "Chữ ký", "Signature") + " “\(plain(signature.field))”: \(who)"
  }

  /// Issuer, times, what it covers, and whether the keys were a demo's.
  package static func facts(of signature: SignatureReport, in language: Language) -> [String] {
    var facts: [String] = []
    if let issuer = signature.issuer {
      facts.append(
        pick(language, "Chứng thư số do", "Certificate issued by") + " \(name(issuer))"
          + pick(language, " cấp, số hiệu ", ", serial number ") + signature.serial)
    }
    facts.append(time(of: signature, in: language))
    facts.append(integrity(of: signature, in: language))
    if signature.origin == .demo {
      facts.append(
        pick(
          language, "Khóa ký là khóa DEMO: văn bản này là bản mẫu, không có giá trị pháp lý.",
          "The key is a DEMO key: this document is a specimen without legal force."))
    }
    return facts
  }

  /// What is wrong with it, in a fixed order; empty where it is right.
  package static func doubts(of signature: SignatureReport, in language: Language) -> [String] {
    signature.doubts.map { sentence($0, in: language) }.sorted()
  }

  private static func time(of signature: SignatureReport, in language: Language) -> String {
    if let timestamp = signature.timestamp {
      return pick(
        language,
        "Dấu thời gian \(timestamp.at.vietnamese) (giờ Việt Nam) của \(name(timestamp.authority)) "
          + "(\(signature.level.rawValue)).",
        "Timestamped at \(timestamp.at.vietnamese) (Vietnamese time) by "
          + "\(name(timestamp.authority)) (\(signature.level.rawValue)).")
    }
    if hasDoubtfulTimestamp(signature) {
      return pick(
        language, "Có dấu thời gian nhưng không dùng được; lý do ở dưới.",
        "There is a timestamp, but it cannot be relied on; the reason follows.")
    }
    guard let claimed = signature.claimedAt else {
      return pick(
        language, "Không có dấu thời gian (B-B) và người ký không ghi thời điểm ký.",
        "There is no timestamp (B-B), and the signer states no time.")
    }
    return pick(
      language,
      "Người ký ghi thời điểm \(claimed.vietnamese) (giờ Việt Nam); không có dấu thời gian (B-B).",
      "The signer states \(claimed.vietnamese) (Vietnamese time); there is no timestamp (B-B).")
  }

  private static func hasDoubtfulTimestamp(_ signature: SignatureReport) -> Bool {
    signature.doubts.contains {
      switch $0 {
      case .timestamp, .timestampMalformed: true
      case .byteRangeMalformed, .gapIsNotContents, .formatUnknown, .coversNoRevision,
        .changedAfterwards, .containerMalformed, .signer, .timeMissing:
        false
      }
    }
  }

  private static func integrity(of signature: SignatureReport, in language: Language) -> String {
    if signature.doubts.contains(.signer(.digestMismatch)) {
      return pick(
        language, "Ít nhất một byte đã ký bị thay đổi.",
        "At least one signed byte was changed.")
    }
    switch signature.coverage {
    case .wholeFile:
      return pick(language, "Ký trên toàn bộ tệp.", "It covers the whole file.")
    case .earlierRevision(let bytes):
      return pick(
        language, "Ký trên \(bytes) byte đầu của tệp, là một bản đầy đủ trước đó.",
        "It covers the file's first \(bytes) bytes, a complete earlier revision.")
    case .neither:
      return pick(
        language, "Không ký trên một bản đầy đủ nào của tệp.",
        "It covers no complete revision of the file.")
    }
  }

  package static func sentence(_ doubt: SignatureDoubt, in language: Language) -> String {
    switch doubt {
    case .byteRangeMalformed:
      pick(
        language, "Phạm vi ký (ByteRange) sai định dạng hoặc không bắt đầu từ byte đầu tiên.",
        "What it covers (ByteRange) is malformed or does not begin at the first byte.")
    case .gapIsNotContents:
      pick(
        language, "Phạm vi ký bỏ ra ngoài nhiều hơn hoặc khác với chính chữ ký.",
        "What it leaves out is not exactly the signature itself.")
    case .formatUnknown:
      pick(
        language, "Không phải chữ ký PAdES (ETSI.CAdES.detached).",
        "It is no PAdES signature (ETSI.CAdES.detached).")
    case .coversNoRevision:
      pick(
        language, "Phạm vi ký không kết thúc ở cuối một bản của tệp.",
        "What it covers does not end where a revision of the file ends.")
    case .changedAfterwards(let object):
      pick(
        language, "Sau khi ký, đối tượng \(object) đã bị sửa hoặc thêm, không phải là chữ ký sau.",
        "Afterwards object \(object) was changed or added, and that is no later signature.")
    case .containerMalformed:
      pick(
        language, "Nội dung chữ ký (CMS) sai định dạng.",
        "The signature's container (CMS) is malformed.")
    case .signer(let doubt): sentence(doubt, of: .signature, in: language)
    case .timestampMalformed:
      pick(language, "Dấu thời gian sai định dạng.", "The timestamp is malformed.")
    case .timestamp(let doubt): sentence(doubt, of: .timestamp, in: language)
    case .timeMissing:
      pick(
        language, "Không có thời điểm ký nên không xét được thời hạn chứng thư số.",
        "No time is known, so the certificate's validity cannot be judged.")
    }
  }

  package static func sentence(
    _ doubt: SignerDoubt, of subject: Subject, in language: Language
  ) -> String {
    let what = name(subject, in: language)
    return switch doubt {
    case .contentTypeWrong:
      pick(
        language, "\(what) không ký loại nội dung này.", "\(what) is for another kind of content.")
    case .digestMismatch:
      pick(
        language, "\(what) không khớp nội dung: nội dung đã bị thay đổi.",
        "\(what) does not fit the content: something was changed.")
    case .signatureMismatch:
      pick(
        language, "\(what) không phải do khóa của chứng thư số kèm theo tạo ra.",
        "\(what) was not made by the key of the certificate it names.")
    case .algorithmNotAccepted:
      pick(
        language, "\(what) dùng thuật toán không được chấp nhận.",
        "\(what) uses an algorithm that is not accepted.")
    case .keyTooWeak:
      pick(
        language, "\(what) dùng khóa quá yếu (RSA dưới 2048 bit).",
        "\(what) uses a key that is too weak (RSA under 2048 bits).")
    case .certificateMissing:
      pick(language, "\(what) không kèm chứng thư số.", "\(what) carries no certificate.")
    case .certificateNotBound:
      pick(
        language, "\(what) không ràng buộc với chứng thư số của mình (signing-certificate-v2).",
        "\(what) is not bound to its certificate (signing-certificate-v2).")
    case .untrusted:
      pick(
        language,
        "\(what) không dẫn tới chứng thư gốc tin cậy; hãy kiểm tra chứng thư gốc đã dùng.",
        "\(what) leads to no trusted root; check that the right root was given.")
    case .notYetValid:
      pick(
        language, "\(what) có chứng thư số chưa có hiệu lực vào thời điểm ký.",
        "\(what) has a certificate that was not valid yet at that time.")
    case .expired:
      pick(
        language, "\(what) có chứng thư số đã hết hạn vào thời điểm ký.",
        "\(what) has a certificate that had expired at that time.")
    case .purposeWrong:
      pick(
        language, "\(what) dùng chứng thư số được cấp cho mục đích khác.",
        "\(what) uses a certificate that was issued for another purpose.")
    }
  }

  // MARK: A file that cannot be read

  package static func sentence(_ reason: PDFUnreadable, in language: Language) -> String {
    switch reason {
    case .notAPDF: pick(language, "Đây không phải tệp PDF.", "This is no PDF file.")
    case .tooLarge(let limit):
      pick(language, "Tệp lớn hơn \(limit) byte.", "The file is larger than \(limit) bytes.")
    case .endMissing:
      pick(
        language, "Tệp không kết thúc đúng cách: bị cắt ngắn hoặc có dữ liệu thừa ở cuối.",
        "The file does not end as it must: it was cut short, or something was appended.")
    case .encrypted: pick(language, "Tệp bị mã hóa.", "The file is encrypted.")
    case .crossReferenceStream, .crossReferenceMalformed, .tooManyRevisions, .revisionsOutOfOrder,
      .objectMissing, .objectMalformed, .syntax, .duplicateKey, .nestedTooDeep, .tooComplex,
      .noPage, .fieldExists, .fieldNameEmpty, .formUnsupported, .notPrepared:
      pick(
        language, "Không đọc được cấu trúc của tệp: \(structure(reason, in: .vietnamese)).",
        "The file's structure cannot be read: \(structure(reason, in: .english)).")
    }
  }

  private static func structure(_ reason: PDFUnreadable, in language: Language) -> String {
    switch reason {
    case .notAPDF, .tooLarge, .endMissing, .encrypted: reason.description
    case .crossReferenceStream:
      pick(language, "bảng tham chiếu ở dạng luồng", "it uses a cross-reference stream")
    case .crossReferenceMalformed(let offset):
      pick(
        language, "bảng tham chiếu sai tại byte \(offset)",
        "there is no well-formed cross-reference table at byte \(offset)")
    case .tooManyRevisions(let limit):
      pick(language, "có hơn \(limit) bản", "it has more than \(limit) revisions")
    case .revisionsOutOfOrder:
      pick(language, "các bản không nối tiếp nhau", "its revisions do not follow one another")
    case .objectMissing(let number):
      pick(language, "thiếu đối tượng \(number)", "object \(number) is missing")
    case .objectMalformed(let number):
      pick(language, "đối tượng \(number) sai định dạng", "object \(number) is not well formed")
    case .syntax(let offset):
      pick(language, "sai cú pháp tại byte \(offset)", "the syntax is wrong at byte \(offset)")
    case .duplicateKey(let key):
      pick(language, "khóa /\(plain(key)) xuất hiện hai lần", "the key /\(plain(key)) stands twice")
    case .nestedTooDeep:
      pick(language, "các giá trị lồng nhau quá sâu", "values are nested too deeply")
    case .tooComplex:
      pick(
        language, "đọc tệp tốn công vượt mức kích thước của nó",
        "reading it takes more work than its size justifies")
    case .noPage: pick(language, "tệp không có trang nào", "it has no page")
    case .fieldExists(let field):
      pick(language, "trường \(plain(field)) đã có", "a field \(plain(field)) exists already")
    case .fieldNameEmpty:
      pick(language, "trường chữ ký không có tên", "a signature field has no name")
    case .formUnsupported:
      pick(
        language, "biểu mẫu tương tác không được hỗ trợ", "its interactive form is not supported")
    case .notPrepared:
      pick(language, "không có chỗ trống cho chữ ký", "it has no empty signature container")
    }
  }

  // MARK: Pieces

  private static func name(_ subject: Subject, in language: Language) -> String {
    switch subject {
    case .signature: pick(language, "Chữ ký", "The signature")
    case .timestamp: pick(language, "Dấu thời gian", "The timestamp")
    }
  }

  /// Common name, office and organisation, without doubles and empty parts.
  private static func name(_ name: CertificateName) -> String {
    var parts: [String] = []
    for part in [name.commonName, name.title, name.organization] {
      let part = plain(part)
      if !part.isEmpty, !parts.contains(part) { parts.append(part) }
    }
    return parts.isEmpty ? "?" : parts.joined(separator: ", ")
  }

  /// A text from the file without control and format characters, 120 characters at most.
  private static func plain(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(120) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
        .unassigned:
        kept.append("\u{FFFD}")
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }
}

private func pick(_ language: Language, _ vietnamese: String, _ english: String) -> String {
  switch language {
  case .vietnamese: vietnamese
  case .english: english
  }
}
