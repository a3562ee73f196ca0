/// The feedback service: what staff say: surveys nobody can trace, barriers that get an owner, and ideas that become business cases.
///
/// It runs and says that it is well; its streams come with the issues that fill it.
@NullMarked
package refocus.feedback;

import org.jspecify.annotations.NullMarked;
