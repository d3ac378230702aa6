import Foundation
import Vocabulary

/// wrk with our scripts: the same load as the peer's.
struct Wrk {
  let connections: Int
  let seconds: Int
  /// The folder of `load.lua` and `load_page.lua`.
  let scripts: String

  /// The public page of a certificate, one of a thousand after the other.
  func page(_ server: ServerProcess) throws -> Load {
    try run(
      "\(scripts)/load_page.lua", on: server,
      ["LYLICH_LOAD_PATH": "/v/%026d", "LYLICH_LOAD_ROWS": "\(Planted.rows)"])
  }

  /// Saving a draft: each thread keeps its own half of the drafts and the version of each.
  func post(_ server: ServerProcess, _ planted: Planted, in folder: URL) throws -> Load {
    let script = folder.appending(path: "load_draft.lua")
    try Data(Wrk.draftScript.utf8).write(to: script)
    return try run(
      script.path, on: server,
      [
        "LYLICH_LOAD_FOLDER": scripts, "LYLICH_LOAD_COOKIE": planted.cookie,
        "LYLICH_LOAD_BODY": planted.body, "LYLICH_LOAD_ROWS": "\(Planted.rows / 2)",
      ])
  }

  private func run(
    _ script: String, on server: ServerProcess, _ environment: [String: String]
  ) throws -> Load {
    let before = try server.facts.cpuSeconds()
    let line = try Tool.lastLine(
      of: "wrk",
      ["-t2", "-c\(connections)", "-d\(seconds)s", "-s", script, server.base],
      environment: environment)
    let used = try server.facts.cpuSeconds() - before
    var load = try decoded(Load.self, line, from: "wrk")
    load.perCPUSecond = used > 0 ? Double(load.requests) / used : nil
    return load
  }

  /// wrk asks for one request before it begins and does not send it: that one must not count.
  private static let draftScript = """
    dofile(os.getenv("LYLICH_LOAD_FOLDER") .. "/load.lua")
    function init()
      rows = tonumber(os.getenv("LYLICH_LOAD_ROWS"))
      body = os.getenv("LYLICH_LOAD_BODY")
      wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
      wrk.headers["Cookie"] = os.getenv("LYLICH_LOAD_COOKIE")
      saved = {}
      at = 0
      rehearsed = number ~= 0
      expect(303)
    end
    function request()
      local draft = number * rows + at
      local version = (saved[draft] or 0) + 1
      if rehearsed then
        saved[draft] = version
        at = (at + 1) % rows
      end
      rehearsed = true
      return wrk.format("POST", string.format("/drafts/%026d", draft), nil,
        body .. "&version=" .. version)
    end
    """
}
