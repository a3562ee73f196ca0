/// Referrals over HTTP.
@NullMarked
package refocus.cases.referral.http;

import org.jspecify.annotations.NullMarked;
