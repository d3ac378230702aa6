/// Where the data is: `sqlite:PATH` or a libpq URI, `postgres://USER@HOST:PORT/NAME`.
package enum DatabaseLocation: Equatable, Sendable {
  case sqlite(path: String)
  /// May hold a password: never shown.
  case postgres(uri: String)

  package init(_ text: String) throws(Malformed) {
    if text.hasPrefix("sqlite:") {
      let path = String(text.dropFirst("sqlite:".count))
      guard !path.isEmpty else { throw .noPath }
      guard path != ":memory:", !path.hasPrefix("file:") else { throw .notAFile }
      self = .sqlite(path: path)
    } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
      self = .postgres(uri: text)
    } else {
      throw .unknownScheme
    }
  }

  package enum Malformed: Error, Equatable, CustomStringConvertible {
    case unknownScheme
    case noPath
    case notAFile

    package var description: String {
      switch self {
      case .unknownScheme:
        "a database is sqlite:PATH or postgres://USER@HOST/NAME, "
          + "such as sqlite:./data/lylich.sqlite"
      case .noPath: "sqlite: needs a path, such as sqlite:./data/lylich.sqlite"
      case .notAFile: "sqlite: needs the path of a file; a database in memory is lost"
      }
    }
  }
}

extension DatabaseLocation: CustomStringConvertible {
  /// Safe for logs: no user, password, host or options of a server.
  package var description: String {
    switch self {
    case .sqlite(let path): "sqlite:\(path)"
    case .postgres: "postgres://•"
    }
  }
}
