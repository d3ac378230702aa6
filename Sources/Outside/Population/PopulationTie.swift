package import Vocabulary

/// Who two people are that a tie is asked of: the three that must agree, or nobody is known.
package struct TiedPerson: Equatable, Sendable {
  package let nationalID: NationalID
  package let name: PersonName
  package let birthDate: BirthDate

  package init(nationalID: NationalID, name: PersonName, birthDate: BirthDate) {
    self.nationalID = nationalID
    self.name = name
    self.birthDate = birthDate
  }
}

/// Which tie is asked about.
package enum PopulationTie: String, Equatable, Sendable {
  /// The first is the father or mother of the second.
  case parent
  /// One is the parent, spouse or child of the other.
  case family
}

extension PopulationRegister {
  /// Whether the register knows two people as tied; never why not.
  ///
  /// A register that is down confirms nothing, which is `toBeConfirmed` and not an error.
  package func confirm(
    _ tie: PopulationTie, of applicant: TiedPerson, with person: TiedPerson, askedBy: String
  ) async -> PopulationMatch {
    let question: [String: JSON] = [
      "tie": .string(tie.rawValue), "applicant": .object(applicant.fields),
      "person": .object(person.fields), "askedBy": .string(askedBy),
    ]
    do throws(Fault) {
      var reply = try await answer(to: question, at: "/citizens/confirm-tie")
      do throws(StrictObject.Misfit) {
        let isMatch = try reply.bool("matches")
        try reply.end()
        return isMatch ? .matches : .toBeConfirmed
      } catch {
        return .toBeConfirmed
      }
    } catch {
      return .toBeConfirmed
    }
  }
}

extension TiedPerson {
  fileprivate var fields: [String: JSON] {
    [
      "nationalID": .string(nationalID.digits), "name": .string(name.text),
      "birthDate": .string(birthDate.iso),
    ]
  }
}
