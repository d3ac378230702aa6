/// Work that takes long, such as a password's hash or a document's drawing, leaves the threads that
/// carry connections: the others on the same thread would wait for it.
func awayFromLoops<Value: Sendable>(
  _ work: @Sendable () async throws -> Value
) async throws -> Value {
  try await withTaskExecutorPreference(globalConcurrentExecutor) { try await work() }
}
