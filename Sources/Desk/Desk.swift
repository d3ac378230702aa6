package import Document
package import Logging
package import Store
package import Vocabulary

/// The use cases: each loads facts, calls one room, and saves the result, the event and the note
/// to the worker in one transaction. Nothing of importance lives in memory: a desk is made of what
/// it is given, and any number of them may run beside each other on one database.
package final class Desk: Sendable {
  package let database: Database
  package let files: FileStore
  /// The agency that this portal serves: new cases are its.
  package let home: AgencyID
  /// The agencies of the installation whose keys this process holds; `home` is one of them.
  package let offices: [AgencyID: Office]
  package let outside: Partners
  package let surroundings: Surroundings
  /// Where people reach the portal, without a slash at the end.
  package let baseURL: String
  /// The roots that vouch for our signers and for timestamps.
  package let trustRoots: [ChainCertificate]
  /// The index of the judicial records.
  package let register: RegisterIndex
  /// Opens the officers' second factors.
  package let box: SecretBox
  /// What this process knows to be announced.
  package let noticeBoard = NoticeBoard()
  package let log: Logger

  package init(
    database: Database, files: FileStore, register: RegisterIndex, home: Office, others: [Office],
    outside: Partners, surroundings: Surroundings, baseURL: String,
    trustRoots: [ChainCertificate], box: SecretBox, log: Logger
  ) {
    self.database = database
    self.files = files
    self.register = register
    self.home = home.agency
    self.offices = Dictionary(
      ([home] + others).map { ($0.agency, $0) }, uniquingKeysWith: { first, _ in first })
    self.outside = outside
    self.surroundings = surroundings
    self.baseURL = baseURL
    self.trustRoots = trustRoots
    self.box = box
    self.log = log
  }

  package var homeOffice: Office {
    guard let office = offices[home] else {
      preconditionFailure("a desk is made with its home office")
    }
    return office
  }

  /// Finds people in the judicial records.
  package var finder: PersonFinder { PersonFinder(database: database, register: register) }

  /// Who the officers are.
  package var roster: Roster {
    Roster(database: database, home: home, surroundings: surroundings, box: box)
  }

  func office(of agency: AgencyID) throws -> Office {
    guard let office = offices[agency] else {
      throw Fault("working for an agency", cause: "this process does not hold its keys")
    }
    return office
  }
}
