/// A survey: what is asked, whom, who has drawn a token, and what came of it. Never an answer.
///
/// | state | `DesignSurvey` | `OpenSurvey` | `RecordParticipation` | `CloseSurvey` | `PublishResult` |
/// |---|---|---|---|---|---|
/// | Undesigned | `SurveyDesigned` | unknown | unknown | unknown | unknown |
/// | Designed | nothing: a repeat | `SurveyOpened` | refused | refused | refused `survey-not-closed` |
/// | Open | nothing | refused unless the same | `ParticipationRecorded`, once each | `SurveyClosed` | refused |
/// | Closed | nothing | refused `survey-closed` | refused | nothing | `SurveyResultPublished` |
/// | Published | nothing | refused `survey-closed` | refused | nothing | nothing |
///
/// At opening the audience and its groups are frozen; a group under the minimum of five is folded into the
/// rest. The answers stand elsewhere (`surveybox`), and what is published is made once, at closing, by
/// [Tally].
@NullMarked
package refocus.feedback.survey;

import org.jspecify.annotations.NullMarked;
