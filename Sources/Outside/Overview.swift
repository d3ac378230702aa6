/// `Outside`: our clients to the neighbours, one folder or file a neighbour.
///
/// What the target promises:
/// * Every call is bounded: in time, in the size of the answer, and it follows no redirect.
/// * An answer is hostile until it is parsed, strictly; what is not understood is a `Fault` or
///   `unusable`, never a convenient reading. Silence, an error or a doubt is never "no record".
/// * No personal data in addresses, logs or errors: what identifies a person travels in bodies.
/// * Now, chance and who asks are arguments. Secrets come in as values; they are never printed.
///
/// `docs/neighbours.md` describes each protocol.
enum Overview {}
