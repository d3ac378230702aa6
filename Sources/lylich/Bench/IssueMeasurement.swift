import Desk
import Document
import Foundation
import Issuance
import Vocabulary

/// `lylich bench issue`: certificates per second of processor time.
///
/// Both sides draw the sheet with one conviction and a QR code, commit the bytes to be signed,
/// sign twice and commit the document with its journal line and its note to the worker, one after
/// the other, in one process, on the same disk.
struct IssueMeasurement {
  /// The bars: at least seven times the peer; the aim is twelve times and 250 a second.
  static let bar = (ratio: 7.0, aim: 12.0, aimPerSecond: 250.0)

  let seconds: Int
  let peer: Peer?

  /// How the peer makes the QR: in Python as reportlab ships it, or in C++, which is harder to
  /// beat.
  private enum PeerQR: String, CaseIterable {
    case reportlab
    case zxing
  }

  private struct Figures {
    var alone: Rate
    var issued: Rate
    var bytes: Int
    var peers: [PeerQR: IssueFigures] = [:]
  }

  func run() async throws {
    var all: [KeyKind: Figures] = [:]
    for kind in KeyKind.allCases {
      say("Measuring \(kind.name) …")
      var figures = try await withTemporaryFolder { try await measure(kind, in: $0) }
      if let peer {
        for qr in PeerQR.allCases { figures.peers[qr] = try ask(peer, kind, qr) }
      }
      all[kind] = figures
    }
    report(all)
  }

  private func measure(_ kind: KeyKind, in folder: URL) async throws -> Figures {
    let line = IssuingLine(press: try InventedPress.make(signingWith: kind, in: folder))
    let durable = try await DurableIssuing(line, in: folder, at: Instant.now)
    defer { durable.close() }
    let document = try await durable.issue(1_000_000, at: Instant.now)
    _ = try await line.press.examine(document)
    let alone = try await Rate.measured(seconds: seconds) { number in
      _ = try await line.signedOnce(number, at: Instant.now)
    }
    let issued = try await Rate.measured(seconds: seconds) { number in
      _ = try await durable.issue(number, at: Instant.now)
    }
    return Figures(alone: alone, issued: issued, bytes: document.count)
  }

  private func ask(_ peer: Peer, _ kind: KeyKind, _ qr: PeerQR) throws -> IssueFigures {
    try peer.figures(
      IssueFigures.self, from: "issue_peer.py",
      [
        "--seconds", "\(seconds)", "--key", kind.rawValue, "--signatures", "2", "--judgments",
        "1", "--qr", qr.rawValue, "--folder", FileManager.default.temporaryDirectory.path,
      ])
  }

  private func report(_ all: [KeyKind: Figures]) {
    func row(_ name: String, _ value: (Figures) -> String) -> [String] {
      [name] + KeyKind.allCases.map { all[$0].map(value) ?? "" }
    }
    var table = TextTable(["documents per CPU-second"] + KeyKind.allCases.map(\.name))
    table.add(row("lylich, drawn and signed once, not stored") { figure($0.alone.perCPUSecond) })
    table.add(row("lylich, as issued: two signatures, stored") { figure($0.issued.perCPUSecond) })
    if peer != nil {
      for qr in PeerQR.allCases {
        table.add(
          row("reportlab + pyHanko, key kept, QR by \(qr.rawValue)") {
            figure($0.peers[qr]?.perCPUSecond ?? 0)
          })
        table.add(
          row("  ratio, both as issued") {
            ratio($0.issued.perCPUSecond, $0.peers[qr]?.perCPUSecond ?? 0)
          })
      }
    }
    table.add(row("bytes of our document") { "\($0.bytes)" })
    say("")
    for line in table.lines { say(line) }
    if peer != nil { judge(all) }
  }

  /// By the weakest ratio of all keys: the bar for the peer as it comes, and what is left of it
  /// beside the peer that makes its QR in C++.
  private func judge(_ all: [KeyKind: Figures]) {
    func weakest(_ qr: PeerQR) -> Double {
      all.values.compactMap { figures in
        figures.peers[qr].map { figures.issued.perCPUSecond / $0.perCPUSecond }
      }.min() ?? 0
    }
    say("")
    for qr in PeerQR.allCases {
      let found = weakest(qr)
      say(
        "\(found >= Self.bar.ratio ? "PASS " : "BELOW")  weakest ratio, QR by \(qr.rawValue): "
          + "\(figure(found))×; the bar is \(figure(Self.bar.ratio))×")
    }
    let slowest = all.values.map(\.issued.perCPUSecond).min() ?? 0
    let isAimed = weakest(.reportlab) >= Self.bar.aim && slowest >= Self.bar.aimPerSecond
    say(
      "\(isAimed ? "PASS " : "BELOW")  the aim: \(figure(Self.bar.aim))× and "
        + "\(figure(Self.bar.aimPerSecond)) per CPU-second with the slowest key "
        + "(\(figure(slowest)))")
  }
}
