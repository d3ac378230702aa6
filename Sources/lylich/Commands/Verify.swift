import ArgumentParser
import Document
import Foundation
import Vocabulary

struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Examines a signed PDF offline: who signed what, and whether one byte changed.",
    discussion: """
      Needs no server and no network, so whether a certificate was revoked is not looked up.
      Exit status: 0 valid, 1 not valid, 2 where a file cannot be read.
      """)

  @Argument(help: "The PDF.")
  var file: String

  @Option(help: "PEM file of the roots to trust, such as /trust/root.pem of the portal.")
  var trust: String?

  @Option(help: "The data folder whose keys/root.pem is trusted where --trust is not given.")
  var data: String = "./data"

  @Option(
    help: ArgumentHelp(
      "A signature that must be there; give it again for more, or 'none' for other documents.",
      valueName: "field"))
  var require: [String] = ["leader", "seal"]

  @Option(help: "vi or en.", transform: spokenLanguage)
  var language: Language = .vietnamese

  func run() async throws {
    let roots: [ChainCertificate]
    let pdf: [UInt8]
    do {
      roots = try trusted()
      pdf = try bytes(of: file, upTo: PDFVerification.sizeLimitBytes)
    } catch {
      complain("\(error)")
      throw ExitCode(2)
    }
    let report = await PDFVerification.examine(
      pdf, trust: roots, requiring: require.filter { $0 != "none" })
    say("\(file)")
    for line in VerificationWords.lines(report, in: language) { say(line) }
    guard report.isValid else { throw ExitCode(1) }
  }

  private func trusted() throws(Fault) -> [ChainCertificate] {
    let path = trust ?? "\(data)/keys/root.pem"
    guard trust != nil || FileManager.default.isReadableFile(atPath: path) else {
      throw Fault(
        "choosing whom to trust",
        cause: "there is no \(path); give the root with --trust root.pem (the portal offers it "
          + "at /trust/root.pem)")
    }
    let pem = String(decoding: try bytes(of: path, upTo: 1_000_000), as: UTF8.self)
    let roots: [ChainCertificate]
    do {
      roots = try ChainCertificate.reading(pem: pem)
    } catch {
      throw Fault("reading the roots \(path)", cause: "they are not PEM certificates")
    }
    guard !roots.isEmpty else {
      throw Fault("reading the roots \(path)", cause: "there is no certificate in it")
    }
    return roots
  }
}

/// One byte more than the limit is read at most: what is larger is told by the examination.
private func bytes(of path: String, upTo limit: Int) throws(Fault) -> [UInt8] {
  do {
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    return Array(try handle.read(upToCount: limit + 1) ?? Data())
  } catch {
    throw Fault("reading \(path)", cause: "it cannot be read; check the path and who may read it")
  }
}

private func spokenLanguage(_ typed: String) throws -> Language {
  guard let language = Language(rawValue: typed) else {
    throw ValidationError("'\(typed)' is no language; it is vi or en.")
  }
  return language
}
