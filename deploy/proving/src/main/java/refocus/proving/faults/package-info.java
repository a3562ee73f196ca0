/// Breaks the system while it works, by a schedule that a seed makes, and then compares what it acknowledged, its log,
/// its topic and its views.
///
/// | part | what it does |
/// |---|---|
/// | [Schedule] | which [Fault] comes after how many acknowledged commands |
/// | [Load] | commands under keys, asked again until they are acknowledged; each remembered as [Acknowledged] |
/// | [Breaking] | does a fault to the system, and undoes what does not heal by itself |
/// | [Log], [Topic] | what was recorded, what was published |
/// | [Comparison] | every way in which these may disagree, as [Findings] |
@NullMarked
package refocus.proving.faults;

import org.jspecify.annotations.NullMarked;
