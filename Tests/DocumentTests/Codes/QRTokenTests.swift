import Crypto
import Foundation
import Issuance
import Law
import Records
import Testing
import Vocabulary

@testable import Document

@Suite("The QR token")
struct QRTokenTests {
  private let base = "https://lltp.example.vn"
  private let agency = SigningBench.agency.id

  private var link: LinkToken {
    var dice = Dice(state: 26)
    return LinkToken(random: &dice)
  }

  private func token(
    _ statement: CertificateStatement, _ bench: SigningBench, base: String? = nil
  ) throws -> String {
    try QRToken.sign(
      QRClaims(of: statement, agency: agency, link: link), link: link, base: base ?? self.base,
      signer: try bench.signer(.qr))
  }

  private func keys(_ bench: SigningBench) throws -> [QRKey] {
    [try QRKey(of: try bench.signer(.qr), agency: agency)]
  }

  @Test(arguments: Cast.statements.indices)
  func `what was signed is what is verified, and binds the paper`(index: Int) throws {
    let bench = try SigningBench()
    let statement = Cast.statements[index]
    let verified = try QRToken.verify(try token(statement, bench), keys: try keys(bench))
    #expect(verified.claims == QRClaims(of: statement, agency: agency, link: link))
    #expect(verified.claims.binds(statement, link: link))
    #expect(verified.link == link)
  }

  @Test(arguments: Cast.statements.indices)
  func `altered paper is not bound`(index: Int) throws {
    let statement = Cast.statements[index]
    let claims = QRClaims(of: statement, agency: agency, link: link)
    var changes: [CertificateStatement] = []
    for change in Cast.alterations {
      var altered = statement
      change(&altered)
      if altered != statement { changes.append(altered) }
    }
    #expect(changes.count >= 5)
    for altered in changes { #expect(!claims.binds(altered, link: link)) }
  }

  @Test func `number 2 says nothing of its outcome but a digest`() {
    let claims = QRClaims(of: Cast.number2, agency: agency, link: link)
    guard case .digestOnly(let digest) = claims.criminalRecord else {
      Issue.record("number 2 states its outcome")
      return
    }
    var dice = Dice(state: 27)
    let other = QRClaims(of: Cast.number2, agency: agency, link: LinkToken(random: &dice))
    #expect(other.criminalRecord.digest != digest)
    #expect(digest.count == 16)
  }

  @Test(arguments: Cast.statements.indices)
  func `the code is at most version 13 at level M, and zbar reads it`(index: Int) throws {
    let bench = try SigningBench()
    let text = try token(Cast.statements[index], bench)
    let code = try QRMatrix.encode(text)
    #expect(code.version <= 13, "version \(code.version), \(text.utf8.count) characters")
    _ = try bench.write(pgm(code), "code.pgm")
    let read = try Tool.run("zbarimg", "--quiet", "--raw", bench.path("code.pgm")).succeeded()
    // zbarimg complains of a missing D-Bus before it prints what it read.
    #expect(read.split(separator: "\n").last.map(String.init) == text)
  }

  @Test func `pycose verifies it with the published key`() throws {
    let bench = try SigningBench()
    let published = try bench.write(try PublishedKeys.json(try keys(bench)), "keys.json")
    let text = try bench.write(Array(try token(Cast.number1, bench).utf8), "qr.txt")
    let script = """
      import sys, json, base64, cbor2
      from pycose.headers import KID
      from pycose.messages import Sign1Message
      from pycose.keys import EC2Key
      front, code = open(sys.argv[1]).read().split('#')
      message = Sign1Message.decode(base64.b32decode(code + '=' * (-len(code) % 8)))
      b64 = lambda text: base64.urlsafe_b64decode(text + '=' * (-len(text) % 4))
      keys = {b64(k['kid']): k for k in json.load(open(sys.argv[2]))['keys']}
      key = keys[message.phdr[KID]]
      message.key = EC2Key(crv='P_256', x=b64(key['x']), y=b64(key['y']))
      message.external_aad = front.rsplit('/', 1)[1].encode()
      assert message.verify_signature()
      claims = cbor2.loads(message.payload)
      assert set(claims) == set(range(1, 9)), claims
      assert key['agency'] == claims[1]
      message.external_aad = b'0' * 26
      assert not message.verify_signature()
      print(claims[5])
      """
    let answer = try Tool.python(script, text, published)
    #expect(answer.status == 0, "\(answer.output)")
    #expect(answer.output.contains(Cast.number1.identity.name))
  }

  @Test func `the published keys are JWK, and cryptography reads them`() throws {
    let bench = try SigningBench()
    let json = try PublishedKeys.json(try keys(bench))
    #expect(try PublishedKeys.json(try keys(bench)) == json)
    let path = try bench.write(json, "keys.json")
    let script = """
      import sys, json, base64, hashlib
      from cryptography.hazmat.primitives.serialization import load_pem_public_key
      key = json.load(open(sys.argv[1]))['keys'][0]
      b64 = lambda text: base64.urlsafe_b64decode(text + '=' * (-len(text) % 4))
      numbers = load_pem_public_key(key['pem'].encode()).public_numbers()
      assert numbers.x == int.from_bytes(b64(key['x']), 'big')
      assert numbers.y == int.from_bytes(b64(key['y']), 'big')
      point = bytes([4]) + b64(key['x']) + b64(key['y'])
      assert hashlib.sha256(point).digest()[:8] == b64(key['kid']) == bytes.fromhex(key['kidHex'])
      """
    let answer = try Tool.python(script, path)
    #expect(answer.status == 0, "\(answer.output)")
  }

  @Test func `another link, agency or key is refused`() throws {
    let bench = try SigningBench()
    let text = try token(Cast.number1, bench)
    let keys = try keys(bench)
    var dice = Dice(state: 99)
    let swapped = text.replacingOccurrences(
      of: link.text, with: LinkToken(random: &dice).text)
    #expect(throws: QRRefusal.signatureWrong) { try QRToken.verify(swapped, keys: keys) }
    #expect(throws: QRRefusal.keyUnknown) { try QRToken.verify(text, keys: []) }
    let elsewhere = QRKey(agency: requiredAgency("stp-khac"), x963: keys[0].x963)
    #expect(throws: QRRefusal.agencyWrong) {
      try QRToken.verify(text, keys: [try #require(elsewhere)])
    }
    let other = try SigningBench()
    #expect(throws: QRRefusal.keyUnknown) {
      try QRToken.verify(text, keys: try self.keys(other))
    }
  }

  @Test(arguments: [
    "", "HTTPS://X/V/", "ftp://x/V/0123456789ABCDEFGHJKMNPQRS#AA", "HTTPS://X/W/0#AA",
    "HTTPS:///V/0123456789ABCDEFGHJKMNPQRS#AA", "HTTPS://X/V/0123456789ABCDEFGHJKMNPQRS",
    "HTTPS://X/V/0123456789abcdefghjkmnpqrs#AA", "HTTPS://X/V/0123456789ABCDEFGHJKMNPQRS#A#A",
    "HTTPS://X@Y/V/0123456789ABCDEFGHJKMNPQRS#AA", "HTTPS://X/Y/V/0123456789ABCDEFGHJKMNPQRS#AA",
  ])
  func `another text is not ours`(text: String) {
    #expect(throws: QRRefusal.notOurs) { try QRToken.verify(text, keys: []) }
  }

  @Test func `no single changed character passes`() throws {
    let bench = try SigningBench()
    let text = Array(try token(Cast.number1, bench).utf8)
    let keys = try keys(bench)
    let start = try #require(text.firstIndex(of: UInt8(ascii: "V"))) + 2
    for place in start..<text.count {
      var changed = text
      changed[place] = changed[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      #expect(throws: QRRefusal.self) {
        try QRToken.verify(String(decoding: changed, as: UTF8.self), keys: keys)
      }
    }
  }

  @Test(arguments: QRClaims.Label.all)
  func `a missing claim is a failure, however well it is signed`(label: Int) throws {
    let claims = QRClaims(of: Cast.number1, agency: agency, link: link).cbor
    guard case .map(let pairs) = claims else { return }
    let fewer = CBOR.map(pairs.filter { $0.key != .int(label) })
    #expect(throws: QRRefusal.claimMissing(label: label)) { try QRClaims(fewer) }
    let null = CBOR.map(pairs.map { $0.key == .int(label) ? .init(key: $0.key, value: .null) : $0 })
    if label == QRClaims.Label.ban {
      #expect(try QRClaims(null).ban == nil)
    } else {
      #expect(throws: QRRefusal.claimMalformed(label: label)) { try QRClaims(null) }
    }
    let more = CBOR.map(pairs + [.init(key: .int(9), value: .null)])
    #expect(throws: QRRefusal.claimUnknown) { try QRClaims(more) }
  }

  @Test func `number 2 may not leave the ban out, nor state an outcome`() throws {
    let two = QRClaims(of: Cast.number2, agency: agency, link: link).cbor
    let one = QRClaims(of: Cast.number1, agency: agency, link: link).cbor
    guard case .map(let pairs) = two else { return }
    for label in [QRClaims.Label.ban, QRClaims.Label.criminalRecord] {
      let value = label == QRClaims.Label.ban ? CBOR.null : try #require(one[label])
      let mixed = CBOR.map(
        pairs.map { $0.key == .int(label) ? .init(key: $0.key, value: value) : $0 })
      #expect(throws: QRRefusal.claimMalformed(label: label)) { try QRClaims(mixed) }
    }
  }

  @Test(arguments: ["http://127.0.0.1:8080", "HTTPS://Lltp.Example:8443", "https://a-b.vn"])
  func `a host and a port are enough`(base: String) throws {
    let bench = try SigningBench()
    let text = try token(Cast.number1, bench, base: base)
    #expect(text.hasPrefix(base.uppercased() + "/V/"))
    _ = try QRToken.verify(text, keys: try keys(bench))
  }

  @Test(arguments: ["lltp.example.vn", "https://", "https://x/y", "https://x y", "ftp://x"])
  func `an address that a code cannot hold is refused`(base: String) throws {
    let bench = try SigningBench()
    #expect(throws: Fault.self) { try token(Cast.number1, bench, base: base) }
  }

  @Test func `a text too long for a code is refused`() {
    #expect(throws: Fault.self) { try QRMatrix.encode(String(repeating: "a", count: 4000)) }
    #expect(throws: Fault.self) { try QRMatrix.encode("") }
    #expect(throws: Fault.self) { try QRMatrix.encode("a\0b") }
  }

  /// Three pixels a module and a quiet zone of four modules.
  private func pgm(_ code: QRMatrix) -> [UInt8] {
    let side = (code.size + 8) * 3
    var bytes = Array("P5\n\(side) \(side)\n255\n".utf8)
    for y in 0..<side {
      for x in 0..<side {
        let (row, column) = (y / 3 - 4, x / 3 - 4)
        let isInside = (0..<code.size).contains(row) && (0..<code.size).contains(column)
        bytes.append(isInside && code[row: row, column: column] ? 0 : 255)
      }
    }
    return bytes
  }
}

/// Invented people and papers.
enum Cast {
  static let number1 = statement(.number1, name: "NGUYỄN THỊ THANH HƯƠNG", .none, .leftOut)
  static let number2 = statement(.number2, name: "TRẦN VĂN MẪU", .none, .notBanned)

  /// Both kinds, with no, one and many judgments, a long name, and every ban section.
  static let statements: [CertificateStatement] = [
    number1, number2,
    statement(.number1, name: "LÊ MẪU", .judgments([judgment(1)]), .notBanned),
    statement(
      .number2, name: "TÔN NỮ THỊ PHƯƠNG KHÁNH HUYỀN TRÂN", .judgments((1...30).map(judgment)),
      .banned(ban)),
    statement(.number1, name: "PHẠM THỊ THỬ NGHIỆM", .judgments([judgment(2)]), .banned(ban)),
  ]

  static let alterations: [@Sendable (inout CertificateStatement) -> Void] = [
    { $0.number = "124/STP-LLTP" },
    { $0.kind = $0.kind == .number1 ? .number2 : .number1 },
    { $0.issuedOn = CivilDate(2026, 11, 22) },
    { $0.identity.name = "NGUYỄN THỊ THANH HƯƠNGG" },
    { $0.identity.birthDate = .day(CivilDate(1991, 1, 31)) },
    { $0.criminalRecord = $0.criminalRecord == .none ? .judgments([judgment(3)]) : .none },
    {
      guard case .judgments(var judgments) = $0.criminalRecord else { return }
      judgments[0].principalPenalty = "Cảnh cáo"
      $0.criminalRecord = .judgments(judgments)
    },
    { $0.ban = $0.ban == .notBanned ? .banned(ban) : .notBanned },
  ]

  private static let ban = Ban(
    decisionNumber: "01/2020/QĐ-TBPS", decidedOn: CivilDate(2020, 5, 4),
    court: "Tòa án nhân dân tỉnh Mẫu", office: "Giám đốc", term: "3 năm", until: nil)

  private static func judgment(_ number: Int) -> Judgment {
    Judgment(
      number: "\(number)/2015/HSST", pronouncedOn: CivilDate(2015, 3, 2),
      court: "Tòa án nhân dân huyện Mẫu", offence: "Trộm cắp tài sản",
      provision: "Điều 138 khoản 1", principalPenalty: "6 tháng tù", supplementaryPenalty: "",
      civilObligations: "", courtFees: "200.000 đ", execution: "Đã chấp hành xong",
      clearance: .notCleared)
  }

  private static func statement(
    _ kind: CertificateKind, name: String,
    _ record: CertificateStatement.CriminalRecordSection, _ ban: CertificateStatement.BanSection
  ) -> CertificateStatement {
    CertificateStatement(
      kind: kind, number: "123/STP-LLTP", issuedOn: CivilDate(2026, 11, 21),
      identity: CertificateStatement.Identity(
        name: name, sex: .female, birthDate: .day(CivilDate(1990, 1, 31)), birthPlace: "Mẫu",
        nationality: "Việt Nam", ethnicity: "Kinh", paperKind: "CCCD", paperNumber: "•",
        paperIssuedOn: nil, paperIssuedBy: "", permanentResidence: "", temporaryResidence: ""),
      family: nil, criminalRecord: record, ban: ban)
  }
}
