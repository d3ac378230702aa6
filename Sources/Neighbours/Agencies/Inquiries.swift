import Foundation
import Vocabulary

/// The question as it arrives. Unknown fields are ignored; missing ones are status 400.
struct ArrivedInquiry: Codable, Sendable, Equatable {
  let inquiry: String
  let body: String
  let caseNumber: String
  let person: Person

  struct Person: Codable, Sendable, Equatable {
    let nationalID: String?
    let otherNumbers: [String]
    let name: String
    let otherNames: [String]
    let birthDate: String
    let fatherName: String?
    let motherName: String?
  }
}

struct KeptInquiry: Codable, Sendable {
  let content: ArrivedInquiry
  let arrivedAt: Instant
  let reference: String
}

/// What a body was asked, by the inquiry's id: the same id is the same inquiry.
actor Inquiries {
  private let known: KeptRows<KeptInquiry>
  private let prefix: String

  init(prefix: String, in folder: URL) throws(Fault) {
    self.prefix = prefix
    self.known = try KeptRows("inquiries", in: folder)
  }

  func find(_ id: String) -> KeptInquiry? { known[id] }

  /// The inquiry as first kept, or nil where another content came under its id.
  func take(_ content: ArrivedInquiry, now: Instant) throws(Fault) -> KeptInquiry? {
    if let kept = known[content.inquiry] { return kept.content == content ? kept : nil }
    let number = padded(known.values.count + 1, to: 6)
    let kept = KeptInquiry(
      content: content, arrivedAt: now, reference: "\(number)/\(now.civilDate.year)/\(prefix)")
    try known.set(content.inquiry, kept)
    return kept
  }
}
