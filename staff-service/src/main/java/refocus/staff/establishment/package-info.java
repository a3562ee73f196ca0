/// The establishment: how many full-time posts of a role a team is meant to have.
///
/// | state | `SetPosts` |
/// |---|---|
/// | Unset | `EstablishmentSet`; fewer than none impossible |
/// | Posts | `EstablishmentSet`; nothing if it was so already |
@NullMarked
package refocus.staff.establishment;

import org.jspecify.annotations.NullMarked;
