struct ErrorPage: Page {
  static let template = "error"
  let chrome: Chrome
  let status: String
  let title: String
  let happened: String
  /// What was not harmed.
  let safe: String
  let advice: String
  /// The exact refusal, where the page's own sentence is general.
  let reason: String?
  let trace: String
}

extension ErrorPage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "status": status
    case "title": title
    case "happened": happened
    case "safe": safe
    case "advice": advice
    case "reason": reason
    case "trace": trace
    default: nil
    }
  }
}
