import ArgumentParser
import Law
import ServiceLifecycle

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the portal: citizens, officers and strangers.",
    discussion: """
      Needs an installation (`lylich migrate`) and names the issuer profile it serves; there is no
      default. Profiles: \(Profiles.ids.joined(separator: ", ")).

      A worker must run beside it: `lylich work`, here or elsewhere, or in this process with
      --with-worker. With the embedded database one process is best: its commits are shared.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The issuer profile to serve.")
  var profile: String?

  @Option(help: "The port to listen on.")
  var port: String?

  @Flag(help: "Carry what waits in this process too.")
  var withWorker = false

  func run() async throws {
    try await reporting {
      let assembly = try await assemble(common, profile: profile, port: port)
      var services: [any Service] = [
        ServedPortal(assembly: assembly), RuleWatch(assembly: assembly),
      ]
      if withWorker { services += carriers(of: assembly) }
      try await runServices(services, on: assembly)
    }
  }
}

struct Work: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Carry what waits: inquiries, payments, certificates, mails, the journal's tree.",
    discussion: "Any number of workers may run beside each other on one database.")

  @OptionGroup var common: CommonOptions

  @Option(help: "The issuer profile whose portal the mails point to.")
  var profile: String?

  func run() async throws {
    try await reporting {
      let assembly = try await assemble(common, profile: profile, port: nil)
      let services: [any Service] = carriers(of: assembly) + [RuleWatch(assembly: assembly)]
      try await runServices(services, on: assembly)
    }
  }
}

/// The worker, and the watch over the folder of documents where the settings name one.
func carriers(of assembly: Assembly) -> [any Service] {
  var services: [any Service] = [RunningWorker(assembly: assembly)]
  if let folder = assembly.settings.recordsFolder {
    services.append(FolderWatch(assembly: assembly, folder: folder))
  }
  return services
}

/// Settings from the command line, the environment and the file, then everything made of them.
func assemble(
  _ common: CommonOptions, profile: String?, port: String?
) async throws -> Assembly {
  var overrides = common.overrides
  if let profile { overrides["profile"] = profile }
  if let port { overrides["http.port"] = port }
  let source = try await SettingsSource(
    overrides: overrides, file: common.config, preset: [:])
  return try await Assembly.make(try Settings(reading: source), log: makeLog())
}

/// Turns our own errors into words on the terminal and an exit status of 1.
func reporting(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let problem as SettingsProblem {
    complain(problem.description)
    throw ExitCode(1)
  } catch let code as ExitCode {
    throw code
  } catch {
    complain("lylich: \(error)")
    throw ExitCode(1)
  }
}
