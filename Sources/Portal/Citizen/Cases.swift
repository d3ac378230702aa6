import Assessment
import Desk
import Hummingbird
import Vocabulary

extension Portal {
  var caseRoutes: [Route] {
    [
      .citizen(.get, "/cases/:id", citizenCase),
      .citizen(.get, "/cases/:id/slip.pdf", slip),
      .citizen(.get, "/cases/:id/departure.pdf", departureSlip),
      .citizen(.get, "/cases/:id/receipt.pdf", receipt),
      .citizen(.get, "/cases/:id/certificate.pdf", certificatePDF),
      .citizen(.post, "/cases/:id/handover", receive),
      .citizen(.post, "/cases/:id/withdrawal", withdraw),
      .citizen(.post, "/cases/:id/contact", correctContact),
      .citizen(.post, "/cases/:id/delivery", chooseDelivery),
      .citizen(.post, "/cases/:id/copy", applyAgain),
      .citizen(.post, "/cases/:id/dispute", dispute),
    ]
  }

  /// /cases/:id
  @Sendable func citizenCase(_ visit: Visit, _ citizen: CitizenIdentity) async throws -> Response {
    let view = try await desk.citizenCase(visit.id(), of: citizen.id)
    return try visit.answer(CasePage(view, in: visit))
  }

  /// /cases/:id/slip.pdf
  @Sendable func slip(_ visit: Visit, _ citizen: CitizenIdentity) async throws -> Response {
    visit.pdf(try await desk.slip(visit.id(), of: citizen.id), name: "slip.pdf")
  }

  /// /cases/:id/departure.pdf
  @Sendable func departureSlip(
    _ visit: Visit, _ citizen: CitizenIdentity
  ) async throws -> Response {
    visit.pdf(
      try await desk.departureSlip(visit.id(), of: citizen.id), name: "departure.pdf")
  }

  /// /cases/:id/receipt.pdf
  @Sendable func receipt(_ visit: Visit, _ citizen: CitizenIdentity) async throws -> Response {
    visit.pdf(try await desk.receipt(visit.id(), of: citizen.id), name: "receipt.pdf")
  }

  /// /cases/:id/certificate.pdf
  @Sendable func certificatePDF(
    _ visit: Visit, _ citizen: CitizenIdentity
  ) async throws -> Response {
    visit.pdf(try await desk.certificate(visit.id(), of: citizen.id), name: "certificate.pdf")
  }

  /// POST /cases/:id/handover: the holder takes the result.
  @Sendable func receive(_ visit: Visit, _ citizen: CitizenIdentity) async throws -> Response {
    let id: CaseID = try visit.id()
    try await desk.receive(id, of: citizen.id)
    return visit.seeOther("/cases/\(id)")
  }

  /// POST /cases/:id/contact: how the person is reached from now on.
  @Sendable func correctContact(
    _ visit: Visit, _ citizen: CitizenIdentity
  ) async throws -> Response {
    let id: CaseID = try visit.id()
    let typed = (
      phone: String(visit.form["phone"].prefix(60)), email: String(visit.form["email"].prefix(260))
    )
    do {
      try await desk.correctContact(
        id, of: citizen.id, phone: typed.phone, email: typed.email)
      return visit.seeOther("/cases/\(id)#facts")
    } catch Refused.lacking(let lacks) {
      let view = try await desk.citizenCase(id, of: citizen.id)
      let contact = ContactPart(phone: typed.phone, email: typed.email, lacks: lacks, in: visit)
      return try visit.answer(
        CasePage(view, contact: contact, in: visit), status: .unprocessableContent)
    }
  }

  /// POST /cases/:id/delivery: how the result is received from now on.
  @Sendable func chooseDelivery(
    _ visit: Visit, _ citizen: CitizenIdentity
  ) async throws -> Response {
    let id: CaseID = try visit.id()
    let typed = (
      way: String(visit.form["way"].prefix(20)),
      address: String(visit.form["address"].prefix(2000))
    )
    do {
      try await desk.chooseDelivery(
        id, of: citizen.id, way: typed.way, address: typed.address)
      return visit.seeOther("/cases/\(id)#facts")
    } catch Refused.lacking(let lacks) {
      let view = try await desk.citizenCase(id, of: citizen.id)
      let typed = DeliveryPart.Typed(way: typed.way, address: typed.address, lacks: lacks)
      return try visit.answer(
        CasePage(view, delivery: typed, in: visit), status: .unprocessableContent)
    }
  }

  /// POST /cases/:id/copy: a new draft with what was typed for this case.
  @Sendable func applyAgain(_ visit: Visit, _ citizen: CitizenIdentity) async throws -> Response {
    visit.seeOther("/drafts/\(try await desk.applyAgain(from: visit.id(), of: citizen))?copied=1")
  }

  /// POST /cases/:id/dispute: "this is not me".
  @Sendable func dispute(_ visit: Visit, _ citizen: CitizenIdentity) async throws -> Response {
    let id: CaseID = try visit.id()
    let words: String
    do {
      words = try visit.words(at: "words")
    } catch is Unreadable {
      let view = try await desk.citizenCase(id, of: citizen.id)
      guard view.canDispute else { throw Refused.person(.notDisputable) }
      return try visit.answer(
        CasePage(view, disputing: String(visit.form["words"].prefix(4_000)), in: visit),
        status: .unprocessableContent)
    }
    guard !words.isEmpty else { return visit.seeOther("/cases/\(id)#dispute") }
    try await desk.disputePerson(id, words: words, of: citizen.id)
    return visit.seeOther("/cases/\(id)#dispute")
  }

  /// POST /cases/:id/withdrawal
  @Sendable func withdraw(_ visit: Visit, _ citizen: CitizenIdentity) async throws -> Response {
    let id: CaseID = try visit.id()
    guard visit.form["sure"] == "yes" else { return visit.seeOther("/cases/\(id)#withdrawal") }
    try await desk.withdraw(id, of: citizen.id)
    return visit.seeOther("/cases/\(id)")
  }
}
