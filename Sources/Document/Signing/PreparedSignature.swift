import Crypto
package import Vocabulary

/// A PDF with an empty signature container: what is committed before a key is touched.
package struct PreparedSignature: Equatable, Sendable {
  /// The whole file; its container holds zeros.
  package let bytes: [UInt8]
  /// Where the container stands, from `<` to `>`, both included.
  package let contents: Range<Int>
  /// SHA-256 of everything but the container: what will be signed.
  package let digest: [UInt8]

  init(bytes: [UInt8], contents: Range<Int>) {
    self.bytes = bytes
    self.contents = contents
    self.digest = Array(fileDigest(SHA256.self, of: bytes, without: contents))
  }

  /// Takes up committed bytes again, after a crash or in another process.
  ///
  /// - Throws: `.notPrepared` unless the file's last revision holds exactly one signature
  ///   container of zeros whose `/ByteRange` is the whole file without it.
  package init(resuming bytes: [UInt8]) throws(PDFUnreadable) {
    var file = try PDFRevisions(bytes)
    var found: Range<Int>?
    for number in file.newest.places.keys.sorted() {
      guard let dictionary = try file.object(number)?.dictionary,
        dictionary["Type"] == .name("Sig"), let entry = dictionary.entry("Contents")
      else { continue }
      let whole: [PDFValue] = [
        .integer(0), .integer(entry.range.lowerBound), .integer(entry.range.upperBound),
        .integer(bytes.count - entry.range.upperBound),
      ]
      let inner = entry.range.dropFirst().dropLast()
      guard found == nil, dictionary["ByteRange"] == .array(whole),
        bytes[inner].allSatisfy({ $0 == UInt8(ascii: "0") })
      else { throw .notPrepared }
      found = entry.range
    }
    guard let found else { throw .notPrepared }
    self.init(bytes: bytes, contents: found)
  }

  /// Signs and fills the container: PAdES B-T with a timestamp source, B-B without one.
  ///
  /// - Parameters:
  ///   - signer: the key and its chain.
  ///   - timestamp: where the RFC 3161 token comes from; nil for B-B.
  /// - Returns: the signed PDF; only the container differs from `bytes`.
  /// - Throws: `Fault`: the key or the timestamp server failed (`retry: .later` where trying again
  ///   may help), or the container is too small.
  package func complete(
    with signer: Signer, timestamp: TimestampSource?
  ) async throws(Fault) -> [UInt8] {
    let attributes = SignedDataWriting.signedAttributes(digest: digest, signer: signer)
    let signature = try signer.sign(TLV.set(attributes))
    var token: [UInt8]?
    if let timestamp { token = try await timestamp.token(for: signature) }
    let cms = SignedDataWriting.detached(
      attributes: attributes, signature: signature, signer: signer, timestamp: token)
    return try filled(with: cms)
  }

  private func filled(with cms: [UInt8]) throws(Fault) -> [UInt8] {
    guard cms.count * 2 <= contents.count - 2 else {
      throw Fault(
        "putting the signature into the PDF",
        cause: "it has \(cms.count) bytes and the container \((contents.count - 2) / 2); "
          + "prepare the document with a larger container")
    }
    var out = bytes
    var place = contents.lowerBound + 1
    for digit in hexDigits(cms) {
      out[place] = digit
      place += 1
    }
    return out
  }
}

/// The digest of all bytes but those of one range.
func fileDigest<Function: HashFunction>(
  _ function: Function.Type, of bytes: [UInt8], without gap: Range<Int>, upTo end: Int? = nil
) -> Function.Digest {
  var hasher = Function()
  bytes.withUnsafeBytes { all in
    hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: all[0..<gap.lowerBound]))
    hasher.update(
      bufferPointer: UnsafeRawBufferPointer(rebasing: all[gap.upperBound..<(end ?? bytes.count)]))
  }
  return hasher.finalize()
}
