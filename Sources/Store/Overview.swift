/// `Store`: the database on two engines, and the folder of files.
///
/// What the target promises:
/// * A `write` that returned is on the disk. SQLite runs in WAL with `synchronous=FULL`, PostgreSQL
///   with `fsync` and `synchronous_commit`; both are asserted when the database is opened.
/// * A closure that throws has changed nothing, and its error comes out as it is. A closure may run
///   more than once, so it does nothing but use its connection.
/// * The state of a case, its event, its payload and the note for the worker are written in one
///   transaction. Everything else can be made again from them.
/// * What is written in the journal and the books stays: the schema refuses to change or delete it,
///   and `JournalCheck` recomputes it from its bytes.
/// * SQL stands beside its method, binds always, orders and limits always. Errors and faults name
///   tables and columns, never values.
///
/// SQLite: one writer; writes that wait together share one commit, each in its own savepoint.
/// PostgreSQL: a thread for each connection; writes in READ COMMITTED with row locks, reads in
/// REPEATABLE READ; deadlocks and lost connections begin the closure again.
enum Overview {}
