package import CaseFile
package import Vocabulary

/// Tables `leaves` and `tree_nodes`: the hashes of every complete subtree of the journal's tree.
package enum TreeNodes {
  /// The hashes at these places; a place that is not stored is a fault.
  static func hashes(
    at places: [TreePlace], in connection: Connection
  ) throws(Fault) -> [TreePlace: TreeHash] {
    var found: [TreePlace: TreeHash] = [:]
    let leaves = places.filter { $0.level == 0 }.map(\.position)
    if !leaves.isEmpty {
      let rows = try connection.rows(
        """
        SELECT leaf_index, hash FROM leaves
         WHERE leaf_index IN (\(list: leaves))
         ORDER BY leaf_index
         LIMIT \(leaves.count)
        """)
      for row in rows {
        found[TreePlace(level: 0, position: try row.int("leaf_index"))] = try hash(of: row)
      }
    }
    for place in places where place.level > 0 {
      let row = try connection.row(
        """
        SELECT hash FROM tree_nodes
         WHERE level = \(place.level) AND position = \(place.position)
        """)
      found[place] = try row.map { row throws(Fault) in try hash(of: row) }
    }
    if let lost = places.first(where: { found[$0] == nil }) {
      throw Fault(
        "reading the journal's tree",
        cause: "the node at level \(lost.level), position \(lost.position) is missing")
    }
    return found
  }

  static func hash(of row: Row) throws(Fault) -> TreeHash {
    guard let hash = TreeHash(bytes: try row.bytes("hash")) else {
      throw Fault("reading the journal's tree", cause: "a hash has not 32 bytes")
    }
    return hash
  }

  static func frontier(size: Int, in connection: Connection) throws(Fault) -> TreeFrontier {
    let places = TreeFrontier.places(size: size)
    let hashes = try hashes(at: places, in: connection)
    guard let frontier = TreeFrontier(size: size, roots: places.compactMap { hashes[$0] }) else {
      throw Fault("reading the journal's tree", cause: "its right edge is not whole")
    }
    return frontier
  }

  /// That the leaf at `index` is in the tree of this size, which the journal must have reached.
  package static func inclusion(
    of index: Int, size: Int, in connection: Connection
  ) throws(Fault) -> InclusionProof {
    let ranges = InclusionProof.ranges(index: index, size: size)
    return InclusionProof(
      index: index, size: size, path: try path(over: ranges, in: connection))
  }

  /// That the tree of size `first` is the beginning of the tree of size `second`.
  package static func consistency(
    from first: Int, to second: Int, in connection: Connection
  ) throws(Fault) -> ConsistencyProof {
    let ranges = ConsistencyProof.ranges(first: first, second: second)
    return ConsistencyProof(
      first: first, second: second, path: try path(over: ranges, in: connection))
  }

  private static func path(
    over ranges: [TreeRange], in connection: Connection
  ) throws(Fault) -> [TreeHash] {
    let hashes = try hashes(at: ranges.flatMap(\.places), in: connection)
    return try ranges.map { range throws(Fault) in
      try range.hash { place throws(Fault) in
        guard let hash = hashes[place] else {
          throw Fault("reading the journal's tree", cause: "a node was not read")
        }
        return hash
      }
    }
  }
}
