import Foundation

/// Writes a line for the person at the terminal.
func say(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

/// Writes a line about what went wrong, beside the output proper.
func complain(_ line: String) {
  FileHandle.standardError.write(Data((line + "\n").utf8))
}
