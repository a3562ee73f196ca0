package refocus.feedback.surveybox;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.Sealed;
import refocus.eventsourcing.personal.Sealer;
import refocus.eventsourcing.personal.SubjectKeys;

/// What a survey keeps under a key of its own until its result is published.
@Singleton
class SurveySecrets {

    /// Seals and opens what belongs to one survey.
    record Secret(UUID survey, Sealer sealer, Opener opener) {

        /// Seals a text, for one place only.
        String seal(String text, String place) {
            return sealer.seal(new Sealed.Clear(subject(survey), text), survey, place)
                    .toString();
        }

        String open(String sealed) {
            return opener.open(Sealed.fromString(sealed)).text().orElseThrow();
        }
    }

    private final SubjectKeys keys;

    SurveySecrets(SubjectKeys keys) {
        this.keys = keys;
    }

    Uni<Secret> of(UUID survey) {
        Set<UUID> subject = Set.of(subject(survey));
        return keys.sealer(subject)
                .chain(sealer -> keys.opener(subject).map(opener -> new Secret(survey, sealer, opener)));
    }

    /// After this, nobody opens anything of the survey any more.
    Uni<Void> destroy(UUID survey) {
        return keys.destroy(subject(survey));
    }

    private static UUID subject(UUID survey) {
        return StreamId.of("survey-box", survey).id();
    }
}
