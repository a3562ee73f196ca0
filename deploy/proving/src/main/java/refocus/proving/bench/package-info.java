/// Measures the packaged system, each figure as the median of rounds, and beside a floor taken in the same minutes.
///
/// The parts of a run, each on a system of its own: [Paused] (nothing but commands, then nothing but the relay), [Running]
/// (everything) and [Reads]. They measure by:
///
/// | | what it measures |
/// |---|---|
/// | [Floor] | what PostgreSQL itself does with the same rows: one by one, and by `COPY` |
/// | [Commands] | commands through HTTP, with everything behind the log paused and running |
/// | [Following] | the relay alone, and each projection built from zero |
/// | [Latency] | from a request to the report that shows it, at steady rates |
/// | [Growth] | reports and reads over a short and a long history, commands on short and long streams |
/// | [StartUp] | from cold to ready, and resident memory, with and without an AOT cache |
///
/// [Against] sets another build beside this one instead.
///
/// [History] makes the long histories; [Course] is what was asked for; [Sheet] keeps and prints what was measured.
@NullMarked
package refocus.proving.bench;

import org.jspecify.annotations.NullMarked;
