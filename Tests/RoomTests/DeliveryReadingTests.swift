import Intake
import Testing
import Vocabulary

@Suite("Another way to receive the result is read as the declaration is")
struct DeliveryReadingTests {
  private let all = Set(DeliveryWay.allCases)

  private func lack(_ field: FormField, _ reason: Lack.Reason) -> DeliveryReading {
    .lacking([Lack(at: FieldName(field), reason)])
  }

  @Test func `what is offered is taken, with an address for the post alone`() {
    #expect(
      readDelivery(way: "counter", address: "Số 1", offered: all)
        == .choice(DeliveryChoice(way: .counter, address: "")))
    #expect(
      readDelivery(way: "post", address: "  Số 1   đường Mẫu ", offered: all)
        == .choice(DeliveryChoice(way: .post, address: "Số 1 đường Mẫu")))
  }

  @Test func `what is not offered, not known or not whole is refused in words`() {
    #expect(
      readDelivery(way: "post", address: "Số 1", offered: [.electronic])
        == lack(.requestDelivery, .deliveryNotOffered))
    #expect(readDelivery(way: "", address: "", offered: all) == lack(.requestDelivery, .notChosen))
    #expect(
      readDelivery(way: "pigeon", address: "", offered: all) == lack(.requestDelivery, .notChosen))
    #expect(
      readDelivery(way: "post", address: " ", offered: all)
        == lack(.requestDeliveryAddress, .missing))
    #expect(
      readDelivery(way: "post", address: String(repeating: "a", count: 301), offered: all)
        != .choice(DeliveryChoice(way: .post, address: "")))
  }
}
