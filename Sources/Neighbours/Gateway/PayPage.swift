import Vocabulary

/// The gateway's page: what is to be paid, and every way in which it may end.
func payPage(_ order: Transaction, style: NoticeStyle) -> Page {
  let styles = NoticeStyle.allCases.map { each in
    let chosen = each == style ? " selected" : ""
    return #"<option value="\#(each.rawValue)"\#(chosen)>\#(each.words)</option>"#
  }
  return Page(
    title: "Thanh toán",
    body: """
      <h1>Cổng thanh toán</h1>
      <p class="sub">Theo giao thức VNPAY 2.1.0. <span lang="en">After VNPAY 2.1.0.</span></p>
      <p class="amount">\(Dong(order.amount / 100))</p>
      <dl>
      <dt>Nội dung</dt><dd>\(escaped(order.info))</dd>
      <dt>Mã giao dịch</dt><dd>\(escaped(order.reference))</dd>
      </dl>
      <form method="post" action="/paymentv2/pay">
      \(hidden("token", order.token))
      <fieldset><legend>Cách báo cho cơ quan · <span lang="en">Notice</span></legend>
      <label>IPN: <select name="ipn">\(styles.joined())</select></label></fieldset>
      <div class="acts">
      <button class="main" name="act" value="00">Thanh toán thành công · Pay</button>
      <button name="act" value="pay-close">Thanh toán rồi đóng trình duyệt · Pay and close</button>
      <button name="act" value="24">Hủy giao dịch · Cancel</button>
      <button name="act" value="51">Không đủ số dư · Insufficient funds</button>
      <button name="act" value="11">Hết hạn chờ thanh toán · Expired</button>
      <button name="act" value="75">Ngân hàng bảo trì · Bank in maintenance</button>
      <button name="act" value="13">Sai mật khẩu OTP · Wrong OTP</button>
      <button name="act" value="07">Trừ tiền, nghi ngờ gian lận · Suspicious</button>
      <button name="act" value="close">Đóng, không trả lời · Close without an answer</button>
      </div>
      </form>
      """)
}

func closedPage(isPaid: Bool) -> Page {
  let words =
    isPaid
    ? "Đã trừ tiền; trình duyệt không quay lại cổng dịch vụ. Paid; the browser does not return."
    : "Giao dịch còn bỏ ngỏ. The transaction stays open."
  return Page(title: "Đã đóng", body: "<h1>Đã đóng</h1><p>\(words)</p>")
}

func gatewayErrorPage(_ words: String) -> Page {
  Page(title: "Lỗi thanh toán", body: "<h1>Không thể thanh toán</h1><p>\(escaped(words))</p>")
}
