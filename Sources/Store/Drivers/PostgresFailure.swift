import Vocabulary

extension StatementFailure {
  /// What an SQLSTATE means for us (PostgreSQL 15, appendix A). The server's message is repeated
  /// only where it cannot quote a value.
  init(
    postgres state: String, message: String, detail: String, table: String, constraint: String,
    column: String
  ) {
    func conflict(_ kind: DatabaseConflict.Kind, _ columns: [String], _ name: String) -> Self {
      .conflict(
        DatabaseConflict(kind: kind, table: table, columns: columns, constraint: name))
    }
    switch state {
    case "23505": self = conflict(.unique, keyColumns(in: detail), constraint)
    case "23503": self = conflict(.reference, keyColumns(in: detail), constraint)
    case "23514": self = conflict(.check, [], constraint)
    case "23502": self = conflict(.check, [column], "\(table).\(column)")
    // Raised by the guards of our own schema, in fixed words.
    case "LL001": self = conflict(.forbidden, [], message)
    case "40001", "40P01":
      self = .again(Fault("running a transaction", cause: "PostgreSQL \(state)", retry: .later))
    // A prepared statement no longer fits its table: a migration ran beside us.
    case "0A000":
      self = .again(Fault("running a transaction", cause: "PostgreSQL \(state): \(message)"))
    // The server is going down, starting up, or has become a standby.
    case "57P01", "57P02", "57P03", "25006":
      self = .again(
        Fault("speaking with PostgreSQL", cause: "\(state): \(message)", retry: .later))
    default:
      self = .fault(
        Fault(
          "running a statement", cause: "PostgreSQL \(state)\(quotable(state, message))",
          retry: isPassing(state) ? .later : .never))
    }
  }
}

/// `Key (agency, number)=(…) already exists.`: the names, never what follows.
private func keyColumns(in detail: String) -> [String] {
  guard let open = detail.firstIndex(of: "("), let close = detail.firstIndex(of: ")"),
    open < close
  else { return [] }
  return detail[detail.index(after: open)..<close].split(separator: ", ").map(String.init)
}

/// Data exceptions (class 22) and class P0 may quote what somebody typed.
private func quotable(_ state: String, _ message: String) -> String {
  state.hasPrefix("22") || state.hasPrefix("P0") ? "" : ": \(message)"
}

/// Insufficient resources, a lock that was not given in time, a statement that took too long.
private func isPassing(_ state: String) -> Bool {
  state.hasPrefix("53") || state.hasPrefix("55P") || state == "57014"
}
