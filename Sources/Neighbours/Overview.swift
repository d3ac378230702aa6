/// `Neighbours`: simulated stand-ins for the bodies that the program speaks with, as real HTTP
/// (and SMTP) servers on loopback. They can be slow, wrong, silent or down, on purpose.
///
/// They share no code with `Outside`: what one signs, the other checks by its own hand, so a
/// mistake in a protocol shows. All people in the cast are invented. Every page says that it is a
/// simulation. State is kept in files, so that a restart goes on where it was.
///
/// `docs/neighbours.md` describes each protocol and the controls.
enum Overview {}
