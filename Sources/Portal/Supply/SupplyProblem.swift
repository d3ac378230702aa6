import Desk
import HTTPTypes
import Records

/// Why a message as a whole is not taken, for the supplier's program and for who reads its log.
struct SupplyProblem {
  let status: HTTPResponse.Status
  let body: Body
  let headers: [(HTTPField.Name, String)]

  struct Body: Encodable {
    let error: String
    let message: String
  }

  init(
    status: HTTPResponse.Status, error: String, message: String,
    headers: [(HTTPField.Name, String)] = []
  ) {
    self.status = status
    self.body = Body(error: error, message: message)
    self.headers = headers
  }
}

extension SupplyProblem {
  init(_ refused: SupplyRefused) {
    switch refused {
    case .notAuthentic:
      self.init(
        status: .unauthorized, error: "signature",
        message: "No supplier of this code may send with this signature. Check the code, the key "
          + "and the text that is signed (docs/records.md).",
        headers: [(.wwwAuthenticate, "Lylich-Signature")])
    case .nameUsed:
      self.init(
        status: .conflict, error: "messageName",
        message: "Another message of this name was taken. Give each message a name of its own.")
    case .noDocument:
      self.init(status: .badRequest, error: "empty", message: "The message holds no document.")
    case .tooManyDocuments(let limit):
      self.init(
        status: .contentTooLarge, error: "tooMany",
        message: "A message holds at most \(limit) documents. Send the rest in another.")
    }
  }

  init(_ refusal: HTTPRefusal) {
    switch refusal {
    case .bodyTooLarge(let limit):
      self.init(
        status: .contentTooLarge, error: "tooLarge",
        message: "A message has at most \(limit) bytes. Send the rest in another.")
    case .bodyTooSlow:
      self.init(
        status: .requestTimeout, error: "tooSlow", message: "The body came too slowly. Send again.")
    case .tooManyRequests(let seconds):
      self.init(
        status: .tooManyRequests, error: "tooOften",
        message: "Send again in \(seconds) s.", headers: [(.retryAfter, "\(seconds)")])
    case .formNotOurs, .bodyUnreadable, .notFound, .methodNotAllowed:
      self.init(status: .badRequest, error: "request", message: "The request cannot be read.")
    }
  }

  init(_ refused: SupplyHeadRefused) {
    switch refused {
    case .header(let name):
      self.init(
        status: .badRequest, error: "header",
        message: "The header \(name) is missing or has another form (docs/records.md).")
    case .contentType:
      self.init(
        status: .unsupportedMediaType, error: "contentType",
        message: "Send application/json for one document, application/x-ndjson for one a line.")
    }
  }
}
