/// A vacancy: a post to be filled, from the wish for it to the one who fills it.
///
/// | state | raise | approve | criteria | panel | advertise | extend | close | cancel | fill |
/// |---|---|---|---|---|---|---|---|---|---|
/// | Unraised | `VacancyRaised` | unknown | unknown | unknown | unknown | unknown | unknown | unknown | unknown |
/// | Raised | nothing | `VacancyApproved`, not by the raiser | `CriteriaSet` | `PanelAppointed` | no | no | no | yes | no |
/// | Approved | nothing | nothing | `CriteriaSet` | `PanelAppointed` | `VacancyAdvertised` | no | no | yes | no |
/// | Advertised | nothing | nothing | frozen | only more | nothing | `VacancyExtended` | yes | yes | yes |
/// | Closed | nothing | nothing | frozen | only more | no | opens again | nothing | yes | yes |
/// | Cancelled | nothing | no | no | no | no | no | no | nothing | no |
/// | Filled | nothing | no | no | no | no | no | no | no | nothing for the same |
///
/// *yes* is `VacancyClosed`, `VacancyCancelled` or `VacancyFilled`; *no* is refused, and *nothing* is a repeat.
@NullMarked
package refocus.recruitment.vacancy;

import org.jspecify.annotations.NullMarked;
