/// The story of a small children's service from April 2014 to yesterday, thought out from a seed and told through the
/// public API, so that a new system has something to show. Every person in it is invented.
///
/// | file | tells |
/// |---|---|
/// | `Cast`, `Team`, `Days` | who there is, where, and which days are told of |
/// | `Plot` | the work with children, thought out day by day; `HouseholdTale` and `CaseTale` tell it |
/// | `StructureTale`, `Staff` | four teams become one, two bases one; who came, moved and left |
/// | `RightsTale`, `Decisions` | decisions move to the front line; who decides what since then |
/// | `HiringTale` | a vacancy filled safely, up to the record of the worker it made |
/// | `SupportTale`, `BarrierTale` | what workers needed, and what kept them from children |
/// | `SurveyTale`, `AnswerTale`, `IdeaTale` | how they felt, what they said, what became of their ideas |
/// | `Story` | all of it, by many voices at once |
@NullMarked
package refocus.local.story;

import org.jspecify.annotations.NullMarked;
