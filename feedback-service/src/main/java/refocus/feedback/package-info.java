/// The feedback service: surveys nobody can trace, barriers that get an owner, answers to what was said, and
/// ideas that become business cases.
///
/// Each stream has a room of its own with its rules, its view and, in `http`, its door. What happened is
/// published on `refocus.feedback.events`; a survey's answers never are.
@NullMarked
package refocus.feedback;

import org.jspecify.annotations.NullMarked;
