import ArgumentParser

@main
struct Lylich: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lylich",
    abstract: "Issues judicial record certificates (Phiếu lý lịch tư pháp).",
    discussion: """
      One program, many processes: `serve` is the portal and `work` the worker; they share the
      database and the files, and nothing else. `demo` runs everything on this machine with
      invented people and simulated neighbours.

      Settings come from the command line, then the environment (LYLICH_…), then a JSON file
      (--config). docs/settings.md lists them.
      """,
    subcommands: [
      Serve.self, Work.self, Migrate.self, Check.self, CalendarCommand.self, Replayed.self,
      ListClearances.self, Smoke.self, Verify.self, RecordsTool.self, AskExpungement.self,
      Match.self, OfficersCommand.self, Demo.self,
      Bench.self,
    ])
}
