import Testing

@testable import Document

@Suite("Deterministic CBOR and base32")
struct CBORTests {
  /// RFC 8949, appendix A: those of our kinds.
  static let vectors: [(CBOR, String)] = [
    (.unsigned(0), "00"), (.unsigned(23), "17"), (.unsigned(24), "1818"),
    (.unsigned(100), "1864"), (.unsigned(1000), "1903e8"), (.unsigned(1_000_000), "1a000f4240"),
    (.unsigned(1_000_000_000_000), "1b000000e8d4a51000"),
    (.unsigned(.max), "1bffffffffffffffff"), (.negative(.max), "3bffffffffffffffff"),
    (.negative(0), "20"), (.negative(999), "3903e7"), (.boolean(false), "f4"),
    (.boolean(true), "f5"), (.null, "f6"), (.bytes([1, 2, 3, 4]), "4401020304"),
    (.text(""), "60"), (.text("IETF"), "6449455446"), (.text("水"), "63e6b0b4"), (.array([]), "80"),
    (.array([.unsigned(1), .array([.unsigned(2)])]), "82018102"), (.map([]), "a0"),
    (.labelled([(1, .unsigned(2)), (3, .unsigned(4))]), "a201020304"),
    (.tagged(1, .unsigned(1_363_896_240)), "c11a514b67b0"),
  ]

  @Test(arguments: vectors.indices)
  func `the vectors of RFC 8949 both ways`(index: Int) throws {
    let (value, hex) = CBORTests.vectors[index]
    #expect(hexText(value.encoded) == hex)
    #expect(try CBOR(decoding: value.encoded) == value)
  }

  @Test func `map keys are written in order, whatever order they came in`() {
    let value = CBOR.labelled([(300, .null), (-1, .null), (4, .null), (24, .null)])
    #expect(hexText(value.encoded) == "a404f61818f619012cf620f6")
  }

  @Test(arguments: [
    "", "1817", "190017", "1a000000ff", "5801", "7f", "9f01ff", "bf", "62c328", "a201020102",
    "a203040102", "f97e00", "f7", "f8ff", "0000", "c1", "8080", "9bffffffffffffffff",
    "5bffffffffffffffff", "bb7fffffffffffffff", "818181818181818181818100",
  ])
  func `another form, or none, is refused`(hex: String) {
    #expect(throws: CBOR.Malformed.self) { try CBOR(decoding: bytes(hex)) }
  }

  @Test func `random bytes never stop the decoder, and what it takes it writes again`() {
    var dice = Dice(state: 8949)
    for _ in 0..<20_000 {
      let input = (0..<Int.random(in: 0...24, using: &dice)).map { _ in
        UInt8.random(in: 0...255, using: &dice)
      }
      do throws(CBOR.Malformed) {
        #expect(try CBOR(decoding: input).encoded == input)
      } catch {
        continue
      }
    }
  }

  @Test func `base32 writes the vectors of RFC 4648 without padding`() {
    let vectors = ["": "", "f": "MY", "fo": "MZXQ", "foo": "MZXW6", "foob": "MZXW6YQ"]
    for (plain, coded) in vectors {
      #expect(Base32.encode(Array(plain.utf8)) == coded)
      #expect(Base32.decode(coded) == Array(plain.utf8))
    }
    #expect(Base32.encode(Array("foobar".utf8)) == "MZXW6YTBOI")
  }

  @Test(arguments: ["M", "MZ", "MZXW6Y", "my", "M1", "MY======", "MZXW6YQA!"])
  func `base32 has one form`(text: String) {
    #expect(Base32.decode(text) == nil)
  }

  private func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.utf8.compactMap { hexValue($0) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
