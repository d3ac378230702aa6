import Outside
import Testing
import Vocabulary

/// Vectors 1 to 3 are published in the tests of github.com/lehuygiang28/vnpay (commit 43627794)
/// and were computed again; 4 and 5 were computed from the public rule with another program.
@Suite("VNPAY 2.1.0: signatures")
struct VNPaySignatureTests {
  @Test(arguments: [
    (
      "YOUR_SECURE_SECRET",
      "vnp_Amount=10000&vnp_OrderInfo=Payment+for+order+%231234567890&vnp_TnxRef=1234567890",
      "7bb8160a5d2085a85b3267817a40ee4f770a335282f19714726e6fc6f28a64c7"
        + "5a1e7e9c1aa96f3cbda5ce44095088fb4cb2af66c596d2f655b0b53966312089"
    ),
    ("test_secret", success(code: "00"), successHash),
    (
      "test_secret", success(code: "99"),
      "503194f6d93b57b357b2d1d09742565e67e86d771352c5dca4fc8d39df3d392c"
        + "6b3809add9405f97cfb9631f445e36c80656cfbf47eac67d97fa165865c13e1b"
    ),
    (
      "test_secret",
      "REQUEST123456|2.1.0|querydr|TEST_TMN_CODE|TXN123456789|20231221103000|20231221103000|"
        + "127.0.0.1|Test order query",
      "ac23f7e0db3fc8bc6dc83350725b891aa921ec7a83d1a370978d314457eeda17"
        + "6ff26a87bd4e13dc896c24890238b29fadf033080a07aa52abafa830cd2eb565"
    ),
  ])
  func `a known text has its known hash`(secret: String, text: String, hash: String) {
    #expect(VNPaySignature.sign(text, secret: secret) == hash)
    #expect(VNPaySignature.isGenuine(hash, of: text, secret: secret))
    #expect(VNPaySignature.isGenuine(hash.uppercased(), of: text, secret: secret))
    #expect(!VNPaySignature.isGenuine(hash, of: text + " ", secret: secret))
    #expect(!VNPaySignature.isGenuine(String(hash.dropLast()), of: text, secret: secret))
  }

  @Test func `the pay address of the worked example is built letter by letter`() throws {
    let settings = try account(returnURL: "https://example.test/thanh-toan/ve")
    let order = try PaymentOrder(
      reference: "HS2026000123A1", amount: Dong(200_000),
      info: "Phi cap Phieu LLTP so 1 HS2026000123", createdAt: nine,
      expiresAt: nine.adding(seconds: 900))
    let url = settings.payURL(for: order, payerAddress: "127.0.0.1", language: .vietnamese)
    #expect(
      url == "https://pay.example.test/paymentv2/vpcpay.html?"
        + "vnp_Amount=20000000&vnp_Command=pay&vnp_CreateDate=20261121090000&vnp_CurrCode=VND"
        + "&vnp_ExpireDate=20261121091500&vnp_IpAddr=127.0.0.1&vnp_Locale=vn"
        + "&vnp_OrderInfo=Phi+cap+Phieu+LLTP+so+1+HS2026000123&vnp_OrderType=other"
        + "&vnp_ReturnUrl=https%3A%2F%2Fexample.test%2Fthanh-toan%2Fve&vnp_TmnCode=DEMO0001"
        + "&vnp_TxnRef=HS2026000123A1&vnp_Version=2.1.0"
        + "&vnp_SecureHash=c0a861b507f96579cd0bf1ec95b0958432350fe11460e9b87a325a776d0ddfba"
        + "4a6299cf6aaacb6fa527c22ff10365a547d795b3ef8f7b5e8bab91035fad0cd5")
  }

  @Test func `the second worked example of the protocol holds too`() {
    let text = VNPaySignature.query([
      ("vnp_Version", "2.1.0"), ("vnp_TxnRef", "LLTP0001"), ("vnp_TmnCode", "DEMOTMN1"),
      ("vnp_ReturnUrl", "https://example.test/return?x=1"), ("vnp_OrderType", "other"),
      ("vnp_OrderInfo", "Thu phi LLTP ho so 0001"), ("vnp_Locale", "vn"),
      ("vnp_IpAddr", "127.0.0.1"), ("vnp_ExpireDate", "20260701091500"),
      ("vnp_CurrCode", "VND"), ("vnp_CreateDate", "20260701090000"), ("vnp_Command", "pay"),
      ("vnp_BankCode", ""), ("vnp_Amount", "20000000"),
    ])
    #expect(
      VNPaySignature.sign(text, secret: "SECRETKEY")
        == "a2ebb53b180ac745ae909639afda378110a5484a7356451e50d703a0386d37ff"
        + "5a08409d297d81440de2ec076bd4f582a7f94158f426da565e0271ca8cd236e7")
  }

  @Test(arguments: ["Phí cấp Phiếu", "a*b", "it's", "", String(repeating: "a", count: 256)])
  func `words that encoders read differently are no order information`(info: String) {
    #expect(throws: PaymentOrder.Malformed.info) {
      try PaymentOrder(
        reference: "A1", amount: Dong(200_000), info: info, createdAt: nine,
        expiresAt: nine.adding(seconds: 900))
    }
  }

  @Test func `an order without an amount, a plain reference or time to pay is refused`() {
    func order(_ reference: String, _ amount: Int, _ seconds: Int) throws {
      _ = try PaymentOrder(
        reference: reference, amount: Dong(amount), info: "x", createdAt: nine,
        expiresAt: nine.adding(seconds: seconds))
    }
    #expect(throws: PaymentOrder.Malformed.amount) { try order("A1", 0, 900) }
    #expect(throws: PaymentOrder.Malformed.reference) { try order("A 1", 1000, 900) }
    #expect(throws: PaymentOrder.Malformed.reference) { try order("", 1000, 900) }
    #expect(throws: PaymentOrder.Malformed.expiry) { try order("A1", 1000, 0) }
  }
}

func account(returnURL: String = Street.returnURL) throws -> VNPaySettings {
  VNPaySettings(
    terminalCode: "DEMO0001", hashSecret: Street.hashSecret,
    payURL: try Endpoint("https://pay.example.test/paymentv2/vpcpay.html"),
    apiURL: try Endpoint("https://pay.example.test/merchant_webapi/api/transaction"),
    returnURL: returnURL)
}

private let successHash =
  "649982421beb422556a1374713c74e58e716ecbd05007c0c0e1f7effdfaf361d"
  + "bf146889ca446139afe11b9954c4d5c486e99e3b86fcfab6957f29eb0be72895"

private func success(code: String) -> String {
  "vnp_Amount=1000000&vnp_BankCode=NCB&vnp_BankTranNo=VNP14422574&vnp_CardType=ATM"
    + "&vnp_OrderInfo=Thanh+toan+don+hang+2024-05-21T02%3A17%3A31.249Z"
    + "&vnp_PayDate=20240521091806&vnp_ResponseCode=\(code)&vnp_TmnCode=TEST_TMN_CODE"
    + "&vnp_TransactionNo=14422574&vnp_TransactionStatus=00&vnp_TxnRef=1716257871703"
}
