/// An application: one candidate for one vacancy, judged blind on evidence, checked, and hired or not.
///
/// | state | submit | score, moderate | shortlist | interview | offer | accept, decline | hire | withdraw |
/// |---|---|---|---|---|---|---|---|---|
/// | Unstarted | unknown | unknown | unknown | unknown | unknown | unknown | unknown | unknown |
/// | Started | `ApplicationSubmitted` | no | no | no | no | no | no | `ApplicationWithdrawn` |
/// | InSift | nothing | the sift | `Shortlisted`, `NotShortlisted` | no | no | no | no | yes |
/// | ToInterview | nothing | the rest | nothing | `InterviewScheduled`, `InterviewHeld` | no | no | no | yes |
/// | Interviewed | nothing | the rest | nothing | nothing | `OfferMade` | no | no | yes |
/// | Offered | nothing | no | nothing | nothing | nothing, `OfferWithdrawn` | `OfferAccepted`, `OfferDeclined` | no | yes |
/// | OfferTaken | nothing | no | nothing | nothing | `OfferWithdrawn` | nothing | `HireConfirmed` | yes |
/// | Hired | nothing | no | nothing | nothing | no | nothing | nothing | no |
/// | Ended | no | no | no | no | no | no | no | nothing after a withdrawal |
///
/// After the interview a candidate is ranked (`CandidateRanked`), and from the shortlist's decision on they are told what was
/// made of the application (`CandidateFeedbackGiven`), whatever became of it. A hire is looked back on after 6 and 12 months
/// (`ProbationReviewed`).
///
/// `StartApplication` makes `ApplicationStarted`, once for a candidate and a vacancy. Checks and references are asked
/// for from the shortlist on and recorded whenever they come. *no* is refused, and *nothing* is a repeat.
@NullMarked
package refocus.recruitment.application;

import org.jspecify.annotations.NullMarked;
