package refocus.feedback.voice;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.feedback.voice.VoiceItemCommand.AcknowledgeVoiceItem;
import refocus.feedback.voice.VoiceItemCommand.LogVoiceItem;
import refocus.feedback.voice.VoiceItemCommand.PublishWeCannot;
import refocus.feedback.voice.VoiceItemCommand.PublishWeDid;
import refocus.feedback.voice.VoiceItemCommand.Words;
import refocus.feedback.voice.VoiceItemEvent.Answer;
import refocus.feedback.voice.VoiceItemEvent.VoiceItemAcknowledged;
import refocus.feedback.voice.VoiceItemEvent.VoiceItemLogged;
import refocus.feedback.voice.VoiceItemEvent.WeCannotPublished;
import refocus.feedback.voice.VoiceItemEvent.WeDidPublished;

class VoiceItemTest {

    static final UUID AMINA = UUID.fromString("01930000-0000-7000-8000-000000000001");
    static final UUID ITEM = UUID.fromString("01930000-0000-7000-8000-000000000002");
    static final LocalDate MONDAY = LocalDate.parse("2026-11-02");
    static final LocalDate DUE = LocalDate.parse("2026-12-14");
    static final LocalDate REVIEW = LocalDate.parse("2027-06-01");

    final DeciderSpec<VoiceItemCommand, VoiceItemEvent, VoiceItem> anItem = DeciderSpec.of(VoiceItem.TYPE.decider());

    @Nested
    class When_unlogged {

        @Test
        void it_is_logged_with_the_day_its_answer_is_due() {
            anItem.when(logging()).then(logged());
        }

        @Test
        void there_is_nothing_to_answer() {
            anItem.when(new AcknowledgeVoiceItem(MONDAY)).thenUnknown();
            anItem.when(weDid(MONDAY)).thenUnknown();
            anItem.when(weCannot(REVIEW)).thenUnknown();
        }
    }

    @Nested
    class When_waiting {

        @Test
        void logging_again_is_a_repeat() {
            anItem.given(logged()).when(logging()).thenNothing();
        }

        @Test
        void it_is_acknowledged_once() {
            anItem.given(logged()).when(new AcknowledgeVoiceItem(MONDAY)).then(new VoiceItemAcknowledged(MONDAY));
            anItem.given(logged(), new VoiceItemAcknowledged(MONDAY))
                    .when(new AcknowledgeVoiceItem(DUE))
                    .thenNothing();
            anItem.given(logged())
                    .when(new AcknowledgeVoiceItem(MONDAY.minusDays(1)))
                    .thenImpossible("occurredAt", "before-said");
        }

        @Test
        void what_was_done_is_published_and_whether_in_time() {
            anItem.given(logged()).when(weDid(DUE)).then(new WeDidPublished(answer(), true, DUE));
            anItem.given(logged())
                    .when(weDid(DUE.plusDays(1)))
                    .then(new WeDidPublished(answer(), false, DUE.plusDays(1)));
            anItem.given(logged()).when(weDid(MONDAY.minusDays(1))).thenImpossible("occurredAt", "before-said");
        }

        @Test
        void what_cannot_be_is_published_with_a_day_to_look_again() {
            anItem.given(logged()).when(weCannot(REVIEW)).then(declined(REVIEW));
            anItem.given(logged()).when(weCannot(MONDAY)).thenImpossible("reviewOn", "review-not-later");
        }
    }

    @Nested
    class When_answered {

        @Test
        void a_no_may_become_a_yes_or_be_reviewed_later() {
            anItem.given(logged(), declined(REVIEW)).when(weDid(DUE)).then(new WeDidPublished(answer(), true, DUE));
            anItem.given(logged(), declined(REVIEW))
                    .when(weCannot(REVIEW.plusDays(90)))
                    .then(declined(REVIEW.plusDays(90)));
            anItem.given(logged(), declined(REVIEW)).when(weCannot(REVIEW)).thenNothing();
        }

        @Test
        void a_yes_stays_a_yes() {
            anItem.given(logged(), done()).when(weDid(DUE)).thenNothing();
            anItem.given(logged(), done()).when(weCannot(REVIEW)).thenRefused("voice-item-done");
            anItem.given(logged(), done())
                    .when(new AcknowledgeVoiceItem(MONDAY))
                    .thenNothing();
        }
    }

    private static LogVoiceItem logging() {
        return new LogVoiceItem(AMINA, Optional.of(AMINA), "TEAM_MEETING", "TOOLS", "Too many forms.", MONDAY, DUE);
    }

    private static VoiceItemLogged logged() {
        return new VoiceItemLogged(
                Optional.of(AMINA), "TEAM_MEETING", "TOOLS", about(AMINA, "Too many forms."), MONDAY, DUE);
    }

    private static Words words() {
        return new Words(ITEM, "Too many forms", "Gormod o ffurflenni", "Two are gone", "Mae dwy wedi mynd");
    }

    private static Answer answer() {
        return new Answer(
                about(ITEM, "Too many forms"),
                about(ITEM, "Gormod o ffurflenni"),
                about(ITEM, "Two are gone"),
                about(ITEM, "Mae dwy wedi mynd"));
    }

    private static PublishWeDid weDid(LocalDate on) {
        return new PublishWeDid(words(), on);
    }

    private static WeDidPublished done() {
        return new WeDidPublished(answer(), true, MONDAY);
    }

    private static PublishWeCannot weCannot(LocalDate reviewOn) {
        return new PublishWeCannot(words(), "COST", reviewOn, MONDAY);
    }

    private static WeCannotPublished declined(LocalDate reviewOn) {
        return new WeCannotPublished(answer(), "COST", reviewOn, true, MONDAY);
    }
}
