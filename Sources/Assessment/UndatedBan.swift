package import Intake
import Law
package import Records
package import Vocabulary

/// A ban that the record holds and that no document dates. It cannot be printed, and a certificate
/// that speaks of bans cannot leave it out as if there were none.
package struct UndatedBan: Equatable, Sendable {
  /// The id of the document that tells of it.
  package var document: String
  package var recorded: RecordedBan

  package init(document: String, recorded: RecordedBan) {
    self.document = document
    self.recorded = recorded
  }
}

extension Found {
  /// The undated bans because of which a certificate cannot be made: it would print bans, they may
  /// bind on the day, and the assessor has typed none with these before their eyes.
  ///
  /// Law 28/2009/QH12, Articles 42 and 43.
  package func openBans(
    for request: CertificateRequest, on day: CivilDate
  ) -> [UndatedBan] {
    switch CertificateStates.printsBan(request.banConfirmation, kind: request.kind) {
    case .leftOut: []
    case .printed:
      undatedBans.filter { ban in
        !answeredBans.contains(ban.document)
          && CertificateStates.banBinds(until: ban.recorded.ban.until, on: day)
      }
    }
  }
}
