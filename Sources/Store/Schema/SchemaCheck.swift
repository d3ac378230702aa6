import Vocabulary

/// Whether the live schema is the one that the migrations make.
package enum SchemaCheck {
  /// Every difference, in words; empty where there is none.
  package static func differences(in database: Database) async throws -> [String] {
    let files = try MigrationFile.all(for: database.dialect)
    let (live, expected) =
      switch database.dialect {
      case .sqlite: try await sqliteSchemas(database, files)
      case .postgres: try await postgresSchemas(database, files)
      }
    let names = Set(live.keys).union(expected.keys)
    return names.sorted().compactMap { name in
      switch (live[name], expected[name]) {
      case (nil, _): "\(name) is missing"
      case (_, nil): "\(name) is not known"
      case (let found?, let wanted?): found == wanted ? nil : "\(name) is not as expected"
      }
    }
  }

  private typealias Objects = [String: String]

  private static func sqliteSchemas(
    _ database: Database, _ files: [MigrationFile]
  ) async throws -> (live: Objects, expected: Objects) {
    let query: SQL = """
      SELECT type || ' ' || name AS name, sql AS definition
        FROM sqlite_schema
       WHERE sql IS NOT NULL AND name <> 'migrations' AND name NOT LIKE 'sqlite%'
       ORDER BY 1
       LIMIT 10000
      """
    let live = try await database.read { try objects(try $0.rows(query)) }
    let scratch = try SQLiteEngine.rows(of: query, after: files.map(\.sql))
    return (live, try objects(scratch))
  }

  /// Builds the expected schema beside the live one, looks at both, and rolls back.
  private static func postgresSchemas(
    _ database: Database, _ files: [MigrationFile]
  ) async throws -> (live: Objects, expected: Objects) {
    do {
      return try await database.write { transaction in
        let here = try transaction.row("SELECT current_schema() AS name")
        guard let name = try here?.textOrNil("name") else {
          throw Fault("checking the schema", cause: "the search_path names no schema")
        }
        let live = try postgresObjects(of: name, in: transaction)
        try transaction.run("CREATE SCHEMA lylich_expected")
        try look(at: "lylich_expected", in: transaction)
        for file in files { try transaction.script(file.sql) }
        throw Seen(
          live: live, expected: try postgresObjects(of: "lylich_expected", in: transaction))
      }
    } catch let seen as Seen {
      return (seen.live, seen.expected)
    }
  }

  /// What both schemas hold; thrown, so that the scratch schema is rolled back.
  private struct Seen: Error {
    let live: Objects
    let expected: Objects
  }

  /// Names are written without their schema while it is the only one on the path.
  private static func look(at schema: String, in connection: Connection) throws {
    _ = try connection.rows("SELECT set_config('search_path', \(schema), true) AS path")
  }

  private static func postgresObjects(
    of schema: String, in connection: Connection
  ) throws -> Objects {
    try look(at: schema, in: connection)
    return try objects(
      try connection.rows(
        """
        SELECT name, REPLACE(definition, \(schema) || '.', '') AS definition FROM (
          SELECT 'column ' || table_name || '.' || column_name AS name,
                 CONCAT_WS(' ', data_type, is_nullable, column_default, collation_name,
                           identity_generation) AS definition
            FROM information_schema.columns
           WHERE table_schema = \(schema) AND table_name <> 'migrations'
          UNION ALL
          SELECT 'constraint ' || conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
            FROM pg_constraint
           WHERE connamespace = \(schema)::regnamespace
             AND conrelid <> COALESCE(to_regclass('migrations')::oid, 0)
          UNION ALL
          SELECT 'index ' || indexname, indexdef
            FROM pg_indexes
           WHERE schemaname = \(schema) AND tablename <> 'migrations'
          UNION ALL
          SELECT 'trigger ' || tgrelid::regclass || '.' || tgname, pg_get_triggerdef(trigger.oid)
            FROM pg_trigger AS trigger JOIN pg_class ON pg_class.oid = tgrelid
           WHERE relnamespace = \(schema)::regnamespace AND NOT tgisinternal
          UNION ALL
          SELECT 'function ' || proname, prosrc
            FROM pg_proc
           WHERE pronamespace = \(schema)::regnamespace
        ) AS objects
        ORDER BY 1
        LIMIT 100000
        """))
  }

  private static func objects(_ rows: [Row]) throws(Fault) -> Objects {
    var objects: Objects = [:]
    for row in rows { objects[try row.text("name")] = try row.textOrNil("definition") ?? "" }
    return objects
  }
}
