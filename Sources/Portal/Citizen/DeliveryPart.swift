import CaseFile
import Desk
import Intake
import Law
import Vocabulary
import Words

/// How the result is received, on the case's page, and the form to choose another way. What the
/// agency does not offer is shown as such, never hidden.
struct DeliveryPart: MustacheParent, Sendable {
  /// What was posted and could not be taken.
  struct Typed: Sendable {
    let way: String
    let address: String
    let lacks: [Lack]
  }

  private let parts: Parts
  /// What could not be taken, with where it stands.
  let mistakes: [Link]

  init(_ view: CitizenCaseView, typed: Typed?, at place: String, in visit: Visit) {
    func error(at field: FormField) -> String? {
      let sentences = (typed?.lacks ?? []).filter { $0.at == FieldName(field) }
        .map { LackWords.sentence($0, in: visit.language) }
      return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
    let offered = view.deliveryOffers.filter { $0.offer == .offered }.map(\.way)
    let chosen = typed?.way ?? view.delivery.way.rawValue
    self.parts = Parts([
      "words": visit.words(of: view.delivery),
      "action": view.canChooseDelivery && offered.count > 1 ? "\(place)/delivery" : nil,
      "isOnly": view.canChooseDelivery && offered.count <= 1,
      "atCounter": view.line.state == .issued && view.delivery.way == .counter,
      "ways": view.deliveryOffers.map { offer in
        Parts([
          "id": "way-\(offer.way.rawValue)", "value": offer.way.rawValue,
          "text": offer.offer == .offered
            ? offer.name[visit.language]
            : "\(offer.name[visit.language]) (\(visit.words["case.delivery.notYet"]))",
          "isChosen": offer.way.rawValue == chosen && offer.offer == .offered,
          "isClosed": offer.offer == .notYet,
        ])
      },
      "hasPost": offered.contains(.post),
      "address": typed?.address ?? view.delivery.address,
      "wayError": error(at: .requestDelivery),
      "addressError": error(at: .requestDeliveryAddress),
      "isOpen": typed != nil,
    ])
    let first = offered.first ?? view.delivery.way
    self.mistakes = [
      (FormField.requestDelivery, "#way-\(first.rawValue)", "case.delivery.title"),
      (.requestDeliveryAddress, "#delivery-address", "case.delivery.address"),
    ].compactMap { field, href, label in
      error(at: field).map { Link(href: href, text: "\(visit.words[label]): \($0)") }
    }
  }

  func child(named name: String) -> Any? { parts.child(named: name) }
}

extension Visit {
  /// The way, with the address where there is one.
  func words(of delivery: DeliveryChoice) -> String {
    [ChoiceWords.words(delivery.way, in: language), delivery.address].filter { !$0.isEmpty }
      .joined(separator: ": ")
  }
}
