import Foundation
package import Vocabulary

/// The forms that this program carries.
package enum CertificateForms {
  /// - Throws: `Fault` listing the known codes if none is this one, or saying what is wrong in a
  ///   file.
  package static func form(
    _ code: String, of kind: CertificateKind
  ) throws(Fault) -> CertificateForm {
    let all = try loaded.get()
    guard let form = all.first(where: { $0.kind == kind && $0.codes.contains(code) }) else {
      let known = all.filter { $0.kind == kind }.flatMap(\.codes).sorted()
      let list = known.joined(separator: ", ")
      throw Fault(
        "choosing the form of \(kind.rawValue)",
        cause: "there is no form \(code); known are \(list)")
    }
    return form
  }

  private static let loaded = Result { () throws(Fault) -> [CertificateForm] in try load() }

  private static func load() throws(Fault) -> [CertificateForm] {
    let folder = "Resources/forms"
    let files =
      Bundle.module.urls(forResourcesWithExtension: "json", subdirectory: folder) ?? []
    guard !files.isEmpty else {
      throw Fault("reading the forms", cause: "\(folder) is empty; build again")
    }
    // Foundation gives them in no order.
    let paths = files.compactMap(\.path).sorted()
    var forms: [CertificateForm] = []
    for path in paths { forms.append(try read(URL(fileURLWithPath: path))) }
    return forms
  }

  private static func read(_ file: URL) throws(Fault) -> CertificateForm {
    let name = file.lastPathComponent
    let form: CertificateForm
    do {
      form = try JSONDecoder().decode(CertificateForm.self, from: try Data(contentsOf: file))
    } catch let fault as Fault {
      throw Fault("reading the form \(name)", cause: "\(fault)")
    } catch {
      throw Fault("reading the form \(name)", cause: "\(error)")
    }
    try form.check(file: name)
    return form
  }
}
