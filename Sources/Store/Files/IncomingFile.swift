import Crypto
package import Foundation
package import Vocabulary

/// A file that is arriving: written to the disk as it comes, with its hash beside it, and never
/// whole in memory. Unless it is kept, nothing of it stays.
package final class IncomingFile {
  /// Where the bytes lie until they are kept.
  package let url: URL
  package private(set) var size = 0
  private let file: FileHandle
  private var hash = SHA256()
  private var isKept = false

  init(in root: URL) throws(Fault) {
    self.url = root.appending(path: ".\(UUID().uuidString)")
    let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Fault(
        IncomingFile.doing, cause: String(cString: strerror(errno)), retry: .later)
    }
    self.file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  deinit {
    if !isKept { unlink(url.path) }
  }

  private static let doing = "receiving a file"

  package func append(_ bytes: some DataProtocol) throws(Fault) {
    let data = Data(bytes)
    do {
      try file.write(contentsOf: data)
    } catch {
      throw Fault(IncomingFile.doing, cause: "the disk takes no more of it", retry: .later)
    }
    hash.update(data: data)
    size += data.count
  }

  /// Makes what has come durable under its digest, and returns that.
  func keep(at place: (_ digest: String) -> URL) throws(Fault) -> String {
    do {
      try file.synchronize()
    } catch {
      throw Fault(IncomingFile.doing, cause: "the disk did not confirm it", retry: .later)
    }
    let digest = hex(Array(hash.finalize()))
    let target = place(digest)
    let folder = target.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Fault(IncomingFile.doing, cause: "the folder \(folder.path) cannot be made")
    }
    // Over one that lies there already: these are the same bytes, and whole.
    try DurableFile.rename(url.path, to: target.path, doing: IncomingFile.doing)
    isKept = true
    try DurableFile.sync(folder: folder.path, doing: IncomingFile.doing)
    return digest
  }
}

extension FileStore {
  /// Begins to take a file that comes in pieces.
  package func receive() throws(Fault) -> IncomingFile {
    do {
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    } catch {
      throw Fault("receiving a file", cause: "the folder \(root.path) cannot be made")
    }
    return try IncomingFile(in: root)
  }

  /// Keeps a file that has come. Its row is written by `register`.
  package func keep(_ file: IncomingFile) throws(Fault) -> String {
    let digest = try file.keep(at: place(of:))
    try DurableFile.sync(folder: root.path, doing: "receiving a file")
    return digest
  }

  /// Where the bytes of a digest lie, after they were read once and found to be those.
  package func verified(_ digest: String) throws(Fault) -> URL {
    guard FileStore.isDigest(digest) else {
      throw Fault("reading a file", cause: "its name is not a SHA-256")
    }
    let url = place(of: digest)
    var hash = SHA256()
    do {
      let file = try FileHandle(forReadingFrom: url)
      defer { file.closeFile() }
      while let chunk = try file.read(upToCount: 256 * 1024), !chunk.isEmpty {
        hash.update(data: chunk)
      }
    } catch {
      throw Fault("reading the file \(digest)", cause: "it cannot be read")
    }
    guard hex(Array(hash.finalize())) == digest else {
      throw Fault("reading the file \(digest)", cause: "its bytes are not those of its name")
    }
    return url
  }

  package func isHere(_ digest: String) -> Bool {
    FileManager.default.fileExists(atPath: place(of: digest).path)
  }

  /// Takes the bytes off the disk. Called last in the transaction that deleted the row, so that
  /// who stores the same bytes meanwhile waits for it and sees that they are gone.
  func remove(_ digest: String) throws(Fault) {
    guard unlink(place(of: digest).path) == 0 || errno == ENOENT else {
      throw Fault("removing a file", cause: String(cString: strerror(errno)))
    }
  }
}
