import Foundation
package import Vocabulary

/// The suppliers' documents about invented people that a demo's agency holds, one JSON document a
/// line (`Resources/records.jsonl`, in the format of docs/records.md).
package enum CastRecords {
  package static func lines() throws(Fault) -> [[UInt8]] {
    let doing = "reading the demo's judicial records"
    guard
      let url = Bundle.module.url(
        forResource: "records", withExtension: "jsonl", subdirectory: "Resources")
    else { throw Fault(doing, cause: "Resources/records.jsonl is missing beside the program") }
    do {
      return [UInt8](try Data(contentsOf: url)).split(separator: 0x0A).map { Array($0) }
    } catch {
      throw Fault(doing, cause: "\(url.path) cannot be read")
    }
  }
}
