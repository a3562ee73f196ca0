package refocus.recruitment.candidate;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.eventsourcing.StreamId;
import refocus.recruitment.candidate.CandidateCommand.EraseCandidate;
import refocus.recruitment.candidate.CandidateCommand.ExplainGap;
import refocus.recruitment.candidate.CandidateCommand.LiftHold;
import refocus.recruitment.candidate.CandidateCommand.PlaceHold;
import refocus.recruitment.candidate.CandidateCommand.RecordErased;
import refocus.recruitment.candidate.CandidateCommand.RegisterCandidate;
import refocus.recruitment.candidate.CandidateCommand.Spell;
import refocus.recruitment.candidate.CandidateCommand.Standing;
import refocus.recruitment.candidate.CandidateEvent.CandidateErased;
import refocus.recruitment.candidate.CandidateEvent.CandidateErasureOrdered;
import refocus.recruitment.candidate.CandidateEvent.CandidateHoldLifted;
import refocus.recruitment.candidate.CandidateEvent.CandidateHoldPlaced;
import refocus.recruitment.candidate.CandidateEvent.CandidateRegistered;
import refocus.recruitment.candidate.CandidateEvent.EmploymentGapFound;
import refocus.recruitment.candidate.CandidateEvent.GapExplained;
import refocus.recruitment.candidate.CandidateEvent.Looked;
import refocus.recruitment.candidate.CandidateEvent.Occupation;

class CandidateTest {

    static final UUID MARI = UUID.fromString("01930000-0000-7000-8000-000000000001");
    static final LocalDate TODAY = LocalDate.parse("2026-09-10");
    static final LocalDate LEFT = LocalDate.parse("2025-03-01");
    static final UUID THE_GAP = StreamId.of("gap", MARI, LEFT).id();

    static final Standing FREE = new Standing(false, false, false, TODAY);
    static final UUID ERASURE = new UUID(3, 3);
    static final UUID REFEREE = new UUID(6, 6);
    static final Instant SOON = Instant.parse("2026-09-10T12:06:00Z");

    final DeciderSpec<CandidateCommand, CandidateEvent, Candidate> aCandidate =
            DeciderSpec.of(Candidate.TYPE.decider());

    @Nested
    class When_nothing_keeps_them {

        @Test
        void they_are_erased_in_two_steps_and_once() {
            aCandidate.given(registered()).when(erase(FREE)).then(ordered());
            aCandidate.given(registered(), ordered()).when(erase(FREE)).thenNothing();
            aCandidate.given(registered(), ordered()).when(done()).then(erased());
            aCandidate.given(registered(), ordered(), erased()).when(done()).thenNothing();
            aCandidate.given(registered()).when(done()).then(erased());
            aCandidate.when(erase(FREE)).thenUnknown();
        }

        @Test
        void not_while_an_application_runs_nor_one_who_was_hired_nor_before_the_six_months_are_over() {
            aCandidate
                    .given(registered())
                    .when(erase(new Standing(false, true, false, TODAY)))
                    .thenRefused("application-running");
            aCandidate
                    .given(registered())
                    .when(erase(new Standing(false, false, true, TODAY)))
                    .thenRefused("candidate-hired");
            aCandidate
                    .given(registered())
                    .when(erase(new Standing(false, false, false, TODAY.plusDays(1))))
                    .thenRefused("candidate-kept");
        }

        @Test
        void nothing_more_is_said_of_one_who_is_being_erased() {
            aCandidate
                    .given(registered(), ordered())
                    .when(new ExplainGap(MARI, THE_GAP, "Travelled"))
                    .thenRefused("erased");
        }
    }

    @Nested
    class When_a_hold_is_on_them {

        @Test
        void it_is_placed_once_and_lifted_once() {
            aCandidate.given(registered()).when(place(HOLD)).then(held());
            aCandidate.given(registered(), held()).when(place(HOLD)).thenNothing();
            aCandidate.given(registered(), held()).when(lift(TODAY)).then(lifted());
            aCandidate.given(registered(), held(), lifted()).when(lift(TODAY)).thenNothing();
            aCandidate
                    .given(registered(), held())
                    .when(lift(TODAY.minusDays(1)))
                    .thenImpossible("occurredAt", "before-hold");
            aCandidate.given(registered()).when(lift(TODAY)).thenUnknown();
            aCandidate.when(place(HOLD)).thenUnknown();
        }

        @Test
        void nothing_of_them_is_erased_while_it_lasts() {
            aCandidate.given(registered(), held()).when(erase(FREE)).thenRefused("legal-hold");
            aCandidate.given(registered(), held(), lifted()).when(erase(FREE)).then(ordered());
        }

        @Test
        void nothing_of_anybody_is_erased_while_one_on_all_lasts() {
            aCandidate
                    .given(registered())
                    .when(erase(new Standing(true, false, false, TODAY)))
                    .thenRefused("service-hold");
        }

        @Test
        void it_comes_too_late_for_one_who_is_being_erased() {
            aCandidate.given(registered(), ordered()).when(place(HOLD)).thenRefused("erasure-under-way");
            aCandidate.given(registered(), ordered()).when(lift(TODAY)).thenRefused("erasure-under-way");
            aCandidate
                    .given(registered(), ordered(), erased())
                    .when(place(HOLD))
                    .thenRefused("erased");
        }

        private static final UUID HOLD = new UUID(4, 4);

        private PlaceHold place(UUID hold) {
            return new PlaceHold(hold, MARI, "TRIBUNAL", Optional.of("Claim 17"), TODAY);
        }

        private LiftHold lift(LocalDate on) {
            return new LiftHold(HOLD, "ENDED", on);
        }

        private CandidateHoldPlaced held() {
            return new CandidateHoldPlaced(HOLD, "TRIBUNAL", Optional.of(about(MARI, "Claim 17")), TODAY);
        }

        private CandidateHoldLifted lifted() {
            return new CandidateHoldLifted(HOLD, "ENDED", TODAY);
        }
    }

    @Nested
    class When_unregistered {

        @Test
        void one_without_gaps_is_registered() {
            var work = new Spell("School", LocalDate.parse("2019-09-01"), Optional.empty());
            aCandidate.when(registering(work)).then(registered(work));
        }

        @Test
        void gaps_of_more_than_28_days_are_found_and_shorter_ones_pass() {
            var first = new Spell("Nursery", LocalDate.parse("2019-09-01"), Optional.of(LEFT));
            var onTheDay = new Spell("School", LEFT.plusDays(28), Optional.empty());
            var aDayLater = new Spell("School", LEFT.plusDays(29), Optional.empty());
            aCandidate.when(registering(first, onTheDay)).then(registered(first, onTheDay));
            aCandidate
                    .when(registering(first, aDayLater))
                    .then(registered(first, aDayLater), new EmploymentGapFound(THE_GAP, LEFT, LEFT.plusDays(29)));
        }

        @Test
        void overlapping_work_in_any_order_leaves_no_gap_and_the_time_since_may() {
            var first = new Spell("Nursery", LocalDate.parse("2019-09-01"), Optional.of(LEFT));
            var within =
                    new Spell("Weekends", LocalDate.parse("2020-01-01"), Optional.of(LocalDate.parse("2020-06-01")));
            aCandidate
                    .when(registering(within, first))
                    .then(registered(within, first), new EmploymentGapFound(THE_GAP, LEFT, TODAY));
        }

        @Test
        void nothing_ends_before_it_begins_or_begins_tomorrow() {
            aCandidate
                    .when(registering(new Spell("School", LEFT, Optional.of(LEFT))))
                    .thenImpossible("history[0].to", "ends-before-it-begins");
            aCandidate
                    .when(registering(new Spell("School", TODAY.plusDays(1), Optional.empty())))
                    .thenImpossible("history[0].from", "in-the-future");
        }

        @Test
        void there_is_no_gap_to_explain() {
            aCandidate.when(explaining()).thenUnknown();
        }
    }

    @Nested
    class When_registered {

        final Spell work = new Spell("Nursery", LocalDate.parse("2019-09-01"), Optional.of(LEFT));

        @Test
        void registering_again_is_a_repeat() {
            aCandidate.given(registered(work), gap()).when(registering(work)).thenNothing();
        }

        @Test
        void a_gap_is_explained_once() {
            aCandidate.given(registered(work), gap()).when(explaining()).then(explained());
            aCandidate
                    .given(registered(work), gap(), explained())
                    .when(explaining())
                    .thenRefused("gap-explained");
        }

        @Test
        void a_gap_that_is_not_theirs_is_unknown() {
            aCandidate.given(registered(work)).when(explaining()).thenUnknown();
        }
    }

    private static RegisterCandidate registering(Spell... history) {
        return new RegisterCandidate(MARI, "Mari Huws", "mari@example.org", Optional.of("cy"), List.of(history), TODAY);
    }

    private static CandidateRegistered registered(Spell... history) {
        return new CandidateRegistered(
                about(MARI, "Mari Huws"),
                about(MARI, "mari@example.org"),
                Optional.of("cy"),
                List.of(history).stream()
                        .map(spell -> new Occupation(about(MARI, spell.what()), spell.from(), spell.to()))
                        .toList(),
                TODAY);
    }

    private static EmploymentGapFound gap() {
        return new EmploymentGapFound(THE_GAP, LEFT, TODAY);
    }

    private static ExplainGap explaining() {
        return new ExplainGap(MARI, THE_GAP, "I looked after my father.");
    }

    private static GapExplained explained() {
        return new GapExplained(THE_GAP, about(MARI, "I looked after my father."));
    }

    private static EraseCandidate erase(Standing standing) {
        return new EraseCandidate(ERASURE, "RETENTION_ENDED", standing, TODAY, SOON);
    }

    private static CandidateErasureOrdered ordered() {
        return new CandidateErasureOrdered(ERASURE, "RETENTION_ENDED", TODAY, SOON);
    }

    private static RecordErased done() {
        return new RecordErased(ERASURE, List.of(new Looked("LOG", 4)), List.of(REFEREE), TODAY);
    }

    private static CandidateErased erased() {
        return new CandidateErased(ERASURE, List.of(new Looked("LOG", 4)), List.of(REFEREE), TODAY);
    }
}
