package import Vocabulary

/// How the result reaches the person. Only what goes by post has an address.
package struct DeliveryChoice: Equatable, Sendable {
  package let way: DeliveryWay
  package let address: String

  package init(way: DeliveryWay, address: String) {
    self.way = way
    self.address = address
  }
}

/// What was read of a wish to receive the result in another way.
package enum DeliveryReading: Equatable, Sendable {
  case choice(DeliveryChoice)
  case lacking([Lack])
}

/// Reads a way and an address alone, as the declaration is read.
///
/// - Parameter offered: the ways that the agency offers now.
package func readDelivery(
  way typedWay: String, address typedAddress: String, offered: Set<DeliveryWay>
) -> DeliveryReading {
  guard let way = DeliveryWay(rawValue: typedWay) else {
    return .lacking([Lack(at: FieldName(.requestDelivery), .notChosen)])
  }
  guard offered.contains(way) else {
    return .lacking([Lack(at: FieldName(.requestDelivery), .deliveryNotOffered)])
  }
  guard way == .post else { return .choice(DeliveryChoice(way: way, address: "")) }
  let field = FormField.requestDeliveryAddress
  do {
    let limit = TextLimit(characters: field.characterLimit)
    let address = try TypedText(typedAddress, limit: limit).text
    guard !address.isEmpty else { return .lacking([Lack(at: FieldName(field), .missing)]) }
    return .choice(DeliveryChoice(way: way, address: address))
  } catch {
    return .lacking([Lack(at: FieldName(field), .text(error))])
  }
}
