@testable import Desk
import Foundation
import Intake
import Law
import Vocabulary

extension SampleDesk {
  func chooseDelivery(
    _ id: CaseID, of citizen: CitizenID, way: String, address: String
  ) async throws {
    let offered = Set(Sample.deliveryOffers.filter { $0.offer == .offered }.map(\.way))
    if case .lacking(let lacks) = readDelivery(way: way, address: address, offered: offered) {
      throw Refused.lacking(lacks)
    }
  }

  func handOverAtCounter(_ id: CaseID, version: Int, by officer: ActingOfficer) async throws {}

  func certificateToHandOver(_ id: CaseID, by officer: ActingOfficer) async throws -> [UInt8] {
    Array("%PDF-1.4".utf8)
  }
}

extension Sample {
  /// Two ways are open, the post is not.
  static let deliveryOffers: [DeliveryOffer] = {
    let json = """
      [{"way": "electronic", "offer": "offered",
        "name": {"vi": "Bản điện tử", "en": "Electronic"}},
       {"way": "counter", "offer": "offered",
        "name": {"vi": "Tại quầy", "en": "At the counter"}},
       {"way": "post", "offer": "notYet", "name": {"vi": "Bưu chính", "en": "Post"}}]
      """
    do {
      return try JSONDecoder().decode([DeliveryOffer].self, from: Data(json.utf8))
    } catch {
      preconditionFailure("the sample's ways are well formed: \(error)")
    }
  }()
}
