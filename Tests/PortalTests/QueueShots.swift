@testable import Desk
@testable import Portal
import CaseFile
import Vocabulary

/// The pages of work on many cases, in each of their states.
extension PageShot {
  static let queues: [PageShot] = [
    PageShot(
      name: "office-queue-narrow",
      path: "/office?show=lodged&whose=nobody&kind=number2&urgency=soon&day=2026-11-20&after="
        + "2026-12-01.1.\(Sample.caseID)", desk: { SampleDesk(state: .lodged) }, who: .officer),
    PageShot(name: "office-search", path: "/office/search", who: .officer),
    PageShot(
      name: "office-search-nothing", path: "/office/search", who: .officer,
      form: [("sought", " ")], from: "/office/search", status: 422),
    PageShot(
      name: "office-search-found", path: "/office/search",
      desk: { SampleDesk(state: .inAssessment) }, who: .officer, form: [("sought", "mau")],
      from: "/office/search"),
    PageShot(
      name: "office-shared", path: "/office/sharing", desk: { SampleDesk(state: .lodged) },
      who: .officer, form: [], from: "/office"),
    PageShot(
      name: "office-decisions", path: "/office/decisions",
      desk: { SampleDesk(state: .assessed) }, who: .officer),
    PageShot(
      name: "office-decisions-done", path: "/office/decisions",
      desk: { SampleDesk(state: .assessed) }, who: .officer,
      form: [("case", Sample.caseID.text)], from: "/office/decisions"),
    PageShot(
      name: "office-second", path: "/office/cases/\(Sample.caseID)/refusal",
      desk: {
        SampleDesk(state: .lodged, can: [.accept, .refuse], refusal: Refused.stale)
      }, who: .officer,
      form: [("version", "40"), ("ground", "notCompetent"), ("words", "Không thuộc thẩm quyền.")],
      from: "/office/cases/\(Sample.caseID)", status: 409),
  ]
}
