/// A referral: a report about one or more children from outside, and what the front door makes of it.
///
/// | state | `ReceiveReferral` | `AcknowledgeReferral` | `TriageReferral` | `LinkToEarlier` (by a reaction) |
/// |---|---|---|---|---|
/// | Unreceived | `ReferralReceived` | unknown | unknown | unknown |
/// | Undecided | nothing: a repeat | `ReferralAcknowledged`, once | `ReferralTriaged` | `ReferralLinkedToEarlier`, once each |
/// | Triaged | nothing: a repeat | `ReferralAcknowledged`, once | nothing if the same actions, else refused `referral-triaged` | `ReferralLinkedToEarlier`, once each |
///
/// The report is sealed under the first child's key, the referrer under a key of their own.
@NullMarked
package refocus.cases.referral;

import org.jspecify.annotations.NullMarked;
