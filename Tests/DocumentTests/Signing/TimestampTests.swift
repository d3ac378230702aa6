import Foundation
import Testing
import Vocabulary

@testable import Document

@Suite("RFC 3161 timestamps")
struct TimestampTests {
  private let imprint = [UInt8](repeating: 7, count: 32)

  private func answered(
    _ bench: SigningBench, _ request: TimestampRequest
  ) async throws -> [UInt8] {
    try await bench.timestamps().exchange(request.der)
  }

  @Test func `OpenSSL's token for our request is accepted`() async throws {
    let bench = try SigningBench()
    let request = TimestampRequest(imprint: imprint, nonce: 42)
    let answer = try await answered(bench, request)
    let token = try await TimestampResponse.token(in: answer, to: request, trust: try bench.trust)
    #expect(TimestampToken(der: token)?.authority?.commonName.contains("timestamp") == true)
  }

  @Test(arguments: [0, 1, 127, 128, 255, 256, UInt64.max, UInt64.max / 2 + 1])
  func `every nonce comes back as it went`(nonce: UInt64) async throws {
    let bench = try SigningBench()
    let request = TimestampRequest(imprint: imprint, nonce: nonce)
    let answer = try await answered(bench, request)
    _ = try await TimestampResponse.token(in: answer, to: request, trust: try bench.trust)
  }

  private func refusal(
    _ answer: [UInt8], _ request: TimestampRequest, _ trust: [ChainCertificate]
  ) async -> String {
    do throws(Fault) {
      _ = try await TimestampResponse.token(in: answer, to: request, trust: trust)
      return "accepted"
    } catch {
      return error.cause
    }
  }

  @Test func `an answer to another request is refused`() async throws {
    let bench = try SigningBench()
    let request = TimestampRequest(imprint: imprint, nonce: 42)
    let answer = try await answered(bench, request)
    let trust = try bench.trust
    let other = TimestampRequest(imprint: imprint, nonce: 43)
    #expect(await refusal(answer, other, trust).contains("nonce"))
    let elsewhere = TimestampRequest(imprint: [UInt8](repeating: 8, count: 32), nonce: 42)
    #expect(await refusal(answer, elsewhere, trust).contains("digestMismatch"))
  }

  @Test func `a stranger's authority is refused`() async throws {
    let bench = try SigningBench()
    let other = try SigningBench()
    let request = TimestampRequest(imprint: imprint, nonce: 42)
    let answer = try await answered(other, request)
    #expect(await refusal(answer, request, try bench.trust).contains("untrusted"))
  }

  @Test func `a refusal and nonsense are refused`() async throws {
    let bench = try SigningBench()
    let request = TimestampRequest(imprint: imprint, nonce: 42)
    let trust = try bench.trust
    let rejected: [UInt8] = [0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02]
    #expect(await refusal(rejected, request, trust).contains("status 2"))
    let empty: [UInt8] = [0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x00]
    #expect(await refusal(empty, request, trust).contains("no token"))
    for nonsense: [UInt8] in [[], [0x30], [0x30, 0x80], [0x30, 0x00], Array("<html>".utf8)] {
      #expect(await refusal(nonsense, request, trust) != "accepted")
    }
  }

  @Test func `no single flipped bit of an answer goes unnoticed or does harm`() async throws {
    let bench = try SigningBench()
    let request = TimestampRequest(imprint: imprint, nonce: 42)
    let answer = try await answered(bench, request)
    let whole = try await TimestampResponse.token(in: answer, to: request, trust: try bench.trust)
    let trust = try bench.trust
    var dice = Dice(state: 3161)
    for _ in 0..<300 {
      var changed = answer
      let bit = Int.random(in: 0..<answer.count * 8, using: &dice)
      changed[bit / 8] ^= 1 << (bit % 8)
      do throws(Fault) {
        let token = try await TimestampResponse.token(in: changed, to: request, trust: trust)
        // Certificates in the bag are not signed by the token; time and imprint are.
        #expect(TimestampToken(der: token)?.time == TimestampToken(der: whole)?.time)
      } catch {
        #expect(error.retry == .later)
      }
    }
  }

  @Test func `a certificate for documents cannot stamp time`() async throws {
    let bench = try SigningBench()
    let request = TimestampRequest(imprint: imprint, nonce: 42)
    let answer = try await answered(bench, request)
    let token = try await TimestampResponse.token(in: answer, to: request, trust: try bench.trust)
    let signer = try bench.signer(.leader)
    let doubts = await TrustPath.doubts(
      of: signer.leaf, with: [], trust: try bench.trust, at: bench.now, purpose: .timestamp)
    #expect(doubts == [.purposeWrong])
    let authority = try #require(try SignedData(der: token).leaf)
    let asDocument = await TrustPath.doubts(
      of: authority, with: [], trust: try bench.trust, at: bench.now, purpose: .document)
    #expect(asDocument == [.purposeWrong])
  }

  @Test func `a server that does not answer leaves the document unsigned, for later`() async throws
  {
    let bench = try SigningBench()
    let silent = TimestampSource(trust: try bench.trust, nonce: { 1 }) { _ in
      throw ToolMissing("the server")
    }
    let fault = await #expect(throws: Fault.self) {
      try await bench.signed(TestPDF.bytes, "leader", .leader, silent)
    }
    #expect(fault?.retry == .later)
  }
}

/// Chance that can be repeated: SplitMix64 (Steele, Lea, Flood 2014).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
