import Desk
import HTTPTypes
import Hummingbird
import Intake
import Vocabulary
import Words

extension Portal {
  var draftRoutes: [Route] {
    [
      .citizen(.get, "/for-another", forAnother), .citizen(.post, "/drafts", newDraft),
      .citizen(.get, "/drafts/:id", draft),
      .citizen(.post, "/drafts/:id", limitBytes: BoundedBody.declarationBytes, saveDraft),
      .citizen(.get, "/drafts/:id/review", review),
      .citizen(.post, "/drafts/:id/lodging", lodge),
    ]
  }

  /// /for-another: for whom one may apply beside oneself, and for which certificate.
  @Sendable func forAnother(_ visit: Visit, _ citizen: CitizenID) async throws -> Response {
    try visit.answer(ForAnotherPage(in: visit))
  }

  /// POST /drafts
  @Sendable func newDraft(_ visit: Visit, _ citizen: CitizenIdentity) async throws -> Response {
    let typed = visit.form["applicant"]
    guard let role = typed.isEmpty ? .own : ApplicantRole(rawValue: typed) else {
      throw HTTPRefusal.bodyUnreadable
    }
    let wish = DraftWish(
      purpose: String(visit.form["purpose"].prefix(60)),
      kind: String(visit.form["kind"].prefix(60)))
    return visit.seeOther(
      "/drafts/\(try await desk.newDraft(for: citizen, as: role, wishing: wish))")
  }

  /// /drafts/:id
  @Sendable func draft(_ visit: Visit, _ citizen: CitizenID) async throws -> Response {
    let draft = try await desk.draft(visit.id(), of: citizen)
    if let lodged = draft.lodgedCase { return visit.seeOther("/cases/\(lodged)") }
    var notice: Notice?
    if !visit.query("saved").isEmpty { notice = Notice(.good, title: visit.words["draft.saved"]) }
    if !visit.query("residences").isEmpty {
      notice = Notice(
        .calm, title: visit.words["residences.copied.title"],
        text: visit.words["residences.copied.text"])
    }
    if !visit.query("copied").isEmpty {
      notice = Notice(
        .calm, title: visit.words["draft.copied.title"], text: visit.words["draft.copied.text"])
    }
    return try await draftPage(draft, notice: notice, in: visit)
  }

  /// POST /drafts/:id: saves what was typed, then does what the pressed button says.
  @Sendable func saveDraft(_ visit: Visit, _ citizen: CitizenID) async throws -> Response {
    let id: DraftID = try visit.id()
    var form = DeclarationForm(visit.form.dictionary)
    let action = DraftAction(visit.form["action"])
    action.change(&form)
    if case .restore(let field) = action,
      let registered = try await desk.draft(id, of: citizen).registered[field]
    {
      form[field] = registered
    }
    if case .copyResidences = action,
      let earlier = try await desk.earlierForm(for: form, of: citizen)
    {
      form.takeResidences(of: earlier)
    }
    do {
      let saved = try await desk.saveDraft(
        id, of: citizen, version: Int(visit.form["version"]) ?? 0, form: form)
      switch saved {
      case .saved: return visit.seeOther("/drafts/\(id)" + action.next)
      case .lodgedBefore(let lodged): return visit.seeOther("/cases/\(lodged)")
      }
    } catch Refused.stale {
      return try await showBoth(id, form, visit, citizen)
    }
  }

  /// Saved in another window meanwhile: what was typed here stands in the page, not yet saved, and
  /// the person decides.
  private func showBoth(
    _ id: DraftID, _ form: DeclarationForm, _ visit: Visit, _ citizen: CitizenID
  ) async throws -> Response {
    var draft = try await desk.draft(id, of: citizen)
    if let lodged = draft.lodgedCase { return visit.seeOther("/cases/\(lodged)") }
    draft.form = form
    let notice = Notice(
      .attention, title: visit.words["draft.stale.title"], text: visit.words["draft.stale.text"])
    return try await draftPage(draft, notice: notice, status: .conflict, in: visit)
  }

  /// /drafts/:id/review: all answers with the fee, or the form with every lack beside its field.
  @Sendable func review(_ visit: Visit, _ citizen: CitizenIdentity) async throws -> Response {
    let review = try await desk.review(visit.id(), of: citizen)
    if let lodged = review.draft.lodgedCase { return visit.seeOther("/cases/\(lodged)") }
    switch review.outcome {
    case .lacking(let lacks):
      return try await draftPage(review.draft, lacks: lacks, in: visit)
    case .ready(let declaration, let warnings):
      let choices = try await desk.formChoices(in: visit.language)
      return try visit.answer(
        ReviewPage(review, declaration, warnings: warnings, choices: choices, in: visit))
    }
  }

  /// POST /drafts/:id/lodging: once, however often it is pressed.
  @Sendable func lodge(_ visit: Visit, _ citizen: CitizenIdentity) async throws -> Response {
    let id: DraftID = try visit.id()
    do {
      return visit.seeOther("/cases/\(try await desk.lodge(id, of: citizen))")
    } catch Refused.lacking {
      return visit.seeOther("/drafts/\(id)/review")
    }
  }

  private func draftPage(
    _ draft: DraftView, lacks: [Lack] = [], notice: Notice? = nil,
    status: HTTPResponse.Status = .ok, in visit: Visit
  ) async throws -> Response {
    let choices = try await desk.formChoices(in: visit.language)
    return try visit.answer(
      DraftPage(draft, lacks: lacks, notice: notice, choices: choices, in: visit),
      status: status)
  }
}

/// What the pressed button of the declaration asks for, beside saving.
enum DraftAction: Equatable {
  case save
  case review
  case papers
  case add(FormTable)
  case remove(FormTable, row: Int)
  /// A field that a register filled in is wrong: it is opened for typing.
  case dispute(FormField)
  /// Back to what the register says.
  case restore(FormField)
  /// The residences of an earlier application take the place of those that stand here.
  case copyResidences

  /// `save`, `review`, `add-residences`, `remove-residences-3`, `dispute-person.sex`,
  /// `restore-person.sex`; anything else only saves.
  init(_ typed: String) {
    let parts = typed.split(separator: "-")
    switch (parts.first, parts.count) {
    case ("review", 1): self = .review
    case ("papers", 1): self = .papers
    case ("copyResidences", 1): self = .copyResidences
    case ("add", 2): self = FormTable(rawValue: String(parts[1])).map { .add($0) } ?? .save
    case ("remove", 3):
      if let table = FormTable(rawValue: String(parts[1])), let row = Int(parts[2]) {
        self = .remove(table, row: row)
      } else {
        self = .save
      }
    case ("dispute", 2): self = FormField(rawValue: String(parts[1])).map { .dispute($0) } ?? .save
    case ("restore", 2): self = FormField(rawValue: String(parts[1])).map { .restore($0) } ?? .save
    default: self = .save
    }
  }

  func change(_ form: inout DeclarationForm) {
    switch self {
    case .save, .review, .papers, .dispute, .restore, .copyResidences: return
    case .add(let table): form.add(table)
    case .remove(let table, let row): form.remove(table, row: row)
    }
  }

  /// Where the browser goes after saving.
  var next: String {
    switch self {
    case .save: "?saved=1"
    case .review: "/review"
    case .papers: "/papers"
    case .add(let table), .remove(let table, _): "#\(table.rawValue)"
    case .dispute(let field):
      "?open=\(field.rawValue)#\(FieldPart.id(of: field.rawValue))"
    case .copyResidences: "?residences=copied#residences"
    case .restore(let field): "#\(FieldPart.id(of: field.rawValue))"
    }
  }
}
