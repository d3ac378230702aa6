import Foundation
package import Vocabulary

/// The files of the statutory forms that this program carries.
package enum OfficeForms {
  /// - Throws: `Fault` where a form's file is missing, or saying what is wrong in it.
  package static func form(_ form: StatutoryForm) throws(Fault) -> OfficeForm {
    guard let found = try loaded.get()[form] else {
      throw Fault("choosing the form \(form.rawValue)", cause: "it has no file; build again")
    }
    return found
  }

  private static let loaded = Result { () throws(Fault) -> [StatutoryForm: OfficeForm] in
    var forms: [StatutoryForm: OfficeForm] = [:]
    for form in StatutoryForm.allCases { forms[form] = try read("\(form.rawValue)") }
    return forms
  }

  private static func read(_ name: String) throws(Fault) -> OfficeForm {
    let file = Bundle.module.url(
      forResource: name, withExtension: "json", subdirectory: "Resources/office")
    guard let file else { throw Fault("reading the form \(name)", cause: "it is not bundled") }
    let form: OfficeForm
    do {
      form = try JSONDecoder().decode(OfficeForm.self, from: try Data(contentsOf: file))
    } catch let fault as Fault {
      throw Fault("reading the form \(name)", cause: "\(fault)")
    } catch {
      throw Fault("reading the form \(name)", cause: "\(error)")
    }
    try form.check(file: name)
    return form
  }
}
