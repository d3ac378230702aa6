import Foundation
import Vocabulary

@testable import Records

/// A small register of invented people, indexed in a folder that is gone with the fixture.
final class MatchFixture {
  let folder: URL
  static let heading = RowReader.registerColumns.joined(separator: ",") + "\n"
  static let queryHeading = RowReader.queryColumns.joined(separator: ",") + "\n"

  static let rows = [
    "R1,Nguyễn Văn Hùng,Nam,12/03/1980,\"Xã An Phú, Huyện An Khê, Gia Lai\",230123456,"
      + "Nguyễn Văn Nam,Lê Thị Hoa,Trần Thị Mai,\"Xã An Phú, Huyện An Khê, Gia Lai\",2001",
    "R2,Trần Thị Bích Ngọc,Nữ,1975,Hà Nam Ninh,,Trần Văn Tú,,,,1996",
    "R3,Võ Minh Tâm,Nam,01/09/1991,Cần Thơ,092091000123,Võ Văn Lộc,Đỗ Thị Sen,,Cần Thơ,2020",
    "R4,Lê Hoàng Phúc,Nam,05/06/1988,Huế,046088004455,Lê Hoàng Phong,Ngô Thị Lan,,Huế,2019",
  ]

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "match-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      preconditionFailure("the folder of a test cannot be removed")
    }
  }

  var index: String { folder.appending(path: "index").path }

  func write(_ name: String, _ text: String) throws -> String {
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  @discardableResult
  func build(_ rows: [String] = rows, threads: Int = 2) throws -> IndexBuild.Outcome {
    let text = Self.heading + rows.map { $0 + "\n" }.joined()
    return try IndexBuild(folder: index, threads: threads)
      .run(register: write("register.csv", text))
  }

  func open() throws -> MatchIndex {
    try MatchIndex(folder: index, weights: Weights.standard())
  }

  /// The applicant of one row.
  func applicant(_ row: String) -> Applicant? {
    var text = row + "\n"
    var reader = RowReader()
    return text.withUTF8 { bytes in
      var rows = CommaSeparated(bytes, firstLine: 2)
      return rows.next() == .row ? reader.applicant(rows) : nil
    }
  }

  /// The candidates of one applicant, heaviest first.
  func ask(_ row: String, _ index: MatchIndex) throws -> [(id: String, weight: Int32)] {
    var text = row + "\n"
    let answer = text.withUTF8 { bytes in
      var rows = QueryRows(bytes, firstLine: 2)
      var session = MatchSession(index, listsAll: true)
      return rows.next() == .row ? session.answer(rows) : nil
    }
    return try answer.orThrow.candidates.map { (index.id($0.row), $0.weight) }
  }
}

extension Optional {
  struct Missing: Error {}

  var orThrow: Wrapped {
    get throws {
      guard let self else { throw Missing() }
      return self
    }
  }
}
