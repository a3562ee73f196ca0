/// The front door: referrals that wait for a decision.
@NullMarked
package refocus.cases.frontdoor;

import org.jspecify.annotations.NullMarked;
