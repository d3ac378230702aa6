import Crypto
import Foundation
package import Vocabulary

/// What the gateway says of one day, from a file that is provably its own.
package struct SettlementFile: Equatable, Sendable {
  package let day: CivilDate
  /// Lower-case hex SHA-256 of the file.
  package let digest: String
  package let lines: [Line]

  package struct Line: Equatable, Sendable {
    package let flow: MoneyFlow
    package let reference: String
    package let number: String
    package let amount: Dong
  }
}

/// Why there is no settlement.
package struct SettlementUnusable: Error {
  package let failure: SettlementFailure
  package let fault: Fault
}

extension VNPayAPI {
  /// The day's settlement, line by line (docs/neighbours.md has its format). VNPAY gives it out as
  /// a signed file; how it is fetched is agreed with each merchant, and this is our simulation.
  ///
  /// - Throws: `SettlementUnusable` where the gateway is down, has no file of that day, or what it
  ///   sends is not provably its own, whole.
  package func settlement(
    of day: CivilDate, requestID: String, now: Instant
  ) async throws(SettlementUnusable) -> SettlementFile {
    let doing = "fetching VNPAY's settlement"
    let (date, today) = (day.iso.filter { $0 != "-" }, now.compactVietnamese)
    let text = [requestID, "2.1.0", "settlement", settings.terminalCode, date, today]
      .joined(separator: "|")
    let question: [String: JSON] = [
      "vnp_RequestId": .string(requestID), "vnp_Version": .string("2.1.0"),
      "vnp_Command": .string("settlement"), "vnp_TmnCode": .string(settings.terminalCode),
      "vnp_SettlementDate": .string(date), "vnp_CreateDate": .string(today),
      "vnp_SecureHash": .string(VNPaySignature.sign(text, secret: settings.hashSecret)),
    ]
    // A day may have many lines; a question about one order has few.
    let wide = Line(
      client: line.client, timeoutSeconds: line.timeoutSeconds * 2,
      maxReplyBytes: 32 * 1024 * 1024)
    let reply: Line.Reply
    do {
      reply = try await wide.postJSON(
        question, to: settings.apiURL.at("/settlement"), doing: doing)
    } catch {
      // Of what the line reports, only an answer that is too long came from a gateway that is up;
      // it alone is not to be tried again at once.
      throw SettlementUnusable(
        failure: error.retry == .never ? .noFile : .noAnswer, fault: error)
    }
    guard reply.status == 200, reply.contentType == "text/csv" else {
      throw SettlementUnusable(
        failure: .noFile,
        fault: Fault(doing, cause: "no file, status \(reply.status)", retry: .later))
    }
    do {
      return try SettlementReader(doing: doing, settings: settings, day: day).read(reply.body)
    } catch {
      throw SettlementUnusable(failure: .notGenuine, fault: error)
    }
  }
}

/// Reads a settlement file: who and which day, the lines, and the signature over all before it.
struct SettlementReader {
  let doing: String
  let settings: VNPaySettings
  let day: CivilDate

  func read(_ data: Data) throws(Fault) -> SettlementFile {
    let text = String(decoding: data, as: UTF8.self)
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard rows.count >= 4, rows[rows.count - 1].isEmpty else { throw wrong("it is cut off") }
    let seal = rows[rows.count - 2].split(separator: ",").map(String.init)
    let signed = rows.dropLast(2).joined(separator: "\n") + "\n"
    guard seal.count == 2, seal[0] == "vnp_SecureHash",
      VNPaySignature.isGenuine(seal[1], of: signed, secret: settings.hashSecret)
    else { throw wrong("its signature is wrong") }
    let head = rows[0].split(separator: ",").map(String.init)
    let date = day.iso.filter { $0 != "-" }
    guard head.count == 4, head[0] == "settlement", head[1] == settings.terminalCode,
      head[2] == date
    else { throw wrong("it is another merchant's, or another day's") }
    guard Int(head[3]) == rows.count - 4,
      rows[1] == "kind,vnp_TxnRef,vnp_TransactionNo,vnp_Amount,vnp_PayDate"
    else { throw wrong("it has another number of lines than it says") }
    var lines: [SettlementFile.Line] = []
    for row in rows[2..<rows.count - 2] { lines.append(try line(row)) }
    return SettlementFile(day: day, digest: hex(Array(SHA256.hash(data: data))), lines: lines)
  }

  private func line(_ row: Substring) throws(Fault) -> SettlementFile.Line {
    let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 5, let flow = MoneyFlow(rawValue: cells[0]),
      (1...100).contains(cells[1].utf8.count), cells[1].utf8.allSatisfy(isPlain),
      cells[2].utf8.count <= 40, cells[2].utf8.allSatisfy(isPlain), let hundredths = Int(cells[3]),
      hundredths > 0, hundredths % 100 == 0, hundredths <= 1_000_000_000_000
    else { throw wrong("a line cannot be read") }
    return SettlementFile.Line(
      flow: flow, reference: cells[1], number: cells[2], amount: Dong(hundredths / 100))
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func wrong(_ cause: String) -> Fault { Fault(doing, cause: cause, retry: .later) }
}
