/// How soon referrals are triaged.
@NullMarked
package refocus.reporting.referrals;

import org.jspecify.annotations.NullMarked;
