package refocus.recruitment.vacancy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.recruitment.vacancy.VacancyCommand.Advertise;
import refocus.recruitment.vacancy.VacancyCommand.AppointPanel;
import refocus.recruitment.vacancy.VacancyCommand.ApproveVacancy;
import refocus.recruitment.vacancy.VacancyCommand.CancelVacancy;
import refocus.recruitment.vacancy.VacancyCommand.CloseVacancy;
import refocus.recruitment.vacancy.VacancyCommand.EndAdvert;
import refocus.recruitment.vacancy.VacancyCommand.Extend;
import refocus.recruitment.vacancy.VacancyCommand.FillVacancy;
import refocus.recruitment.vacancy.VacancyCommand.RaiseVacancy;
import refocus.recruitment.vacancy.VacancyCommand.SetCriteria;
import refocus.recruitment.vacancy.VacancyEvent.CriteriaSet;
import refocus.recruitment.vacancy.VacancyEvent.PanelAppointed;
import refocus.recruitment.vacancy.VacancyEvent.VacancyAdvertised;
import refocus.recruitment.vacancy.VacancyEvent.VacancyApproved;
import refocus.recruitment.vacancy.VacancyEvent.VacancyCancelled;
import refocus.recruitment.vacancy.VacancyEvent.VacancyClosed;
import refocus.recruitment.vacancy.VacancyEvent.VacancyExtended;
import refocus.recruitment.vacancy.VacancyEvent.VacancyFilled;
import refocus.recruitment.vacancy.VacancyEvent.VacancyRaised;

class VacancyTest {

    static final UUID SIAN = UUID.fromString("01930000-0000-7000-8000-000000000001");
    static final UUID OWEN = UUID.fromString("01930000-0000-7000-8000-000000000002");
    static final UUID HIRED = UUID.fromString("01930000-0000-7000-8000-000000000003");
    static final LocalDate DAY = LocalDate.parse("2026-09-01");
    static final Instant NOW = Instant.parse("2026-09-01T09:00:00Z");
    static final Instant CLOSING = Instant.parse("2026-09-22T22:59:00Z");
    static final Instant LATER = Instant.parse("2026-10-06T22:59:00Z");
    static final Bilingual ADVERT = new Bilingual("Come and work with children.", "Dewch i weithio gyda phlant.");
    static final List<Criterion> CRITERIA = List.of(criterion("direct-work", List.of()));
    static final List<PanelMember> PANEL =
            List.of(new PanelMember(SIAN, true, false), new PanelMember(OWEN, false, false));

    final DeciderSpec<VacancyCommand, VacancyEvent, Vacancy> aVacancy = DeciderSpec.of(Vacancy.TYPE.decider());

    @Nested
    class When_unraised {

        @Test
        void it_is_raised() {
            aVacancy.when(raising()).then(raised());
        }

        @Test
        void there_is_nothing_else_to_do_with_it() {
            aVacancy.when(approving(OWEN)).thenUnknown();
            aVacancy.when(new SetCriteria(CRITERIA)).thenUnknown();
            aVacancy.when(new AppointPanel(PANEL)).thenUnknown();
            aVacancy.when(advertising()).thenUnknown();
            aVacancy.when(new Extend(LATER)).thenUnknown();
            aVacancy.when(new CloseVacancy(NOW)).thenUnknown();
            aVacancy.when(cancelling()).thenUnknown();
            aVacancy.when(new FillVacancy(HIRED, DAY)).thenUnknown();
        }
    }

    @Nested
    class When_raised {

        @Test
        void raising_again_is_a_repeat() {
            aVacancy.given(raised()).when(raising()).thenNothing();
        }

        @Test
        void another_approves_it_and_not_its_raiser() {
            aVacancy.given(raised()).when(approving(OWEN)).then(approved());
            aVacancy.given(raised()).when(approving(SIAN)).thenNotAllowed("approver-is-raiser");
            aVacancy.given(raised(), approved()).when(approving(OWEN)).thenNothing();
        }

        @Test
        void its_criteria_are_set_and_set_again() {
            aVacancy.given(raised()).when(new SetCriteria(CRITERIA)).then(new CriteriaSet(CRITERIA));
            aVacancy.given(raised(), new CriteriaSet(CRITERIA))
                    .when(new SetCriteria(CRITERIA))
                    .thenNothing();
        }

        @Test
        void a_criterion_stands_once_and_its_anchors_are_complete() {
            var twice = List.of(CRITERIA.getFirst(), CRITERIA.getFirst());
            aVacancy.given(raised()).when(new SetCriteria(twice)).thenImpossible("criteria", "criterion-twice");
            var anchors = IntStream.rangeClosed(0, 5)
                    .mapToObj(score -> new Criterion.Anchor(score, ADVERT))
                    .toList();
            aVacancy.given(raised())
                    .when(new SetCriteria(List.of(criterion("x", anchors.subList(1, 6)))))
                    .thenImpossible("criteria[0].anchors", "anchors-incomplete");
            var complete = List.of(criterion("x", anchors));
            aVacancy.given(raised()).when(new SetCriteria(complete)).then(new CriteriaSet(complete));
        }

        @Test
        void its_panel_has_one_trained_in_safer_recruitment() {
            aVacancy.given(raised()).when(new AppointPanel(PANEL)).then(new PanelAppointed(PANEL));
            aVacancy.given(raised(), new PanelAppointed(PANEL))
                    .when(new AppointPanel(PANEL))
                    .thenNothing();
            aVacancy.given(raised())
                    .when(new AppointPanel(List.of(new PanelMember(OWEN, false, false))))
                    .thenRefused("panel-untrained");
            aVacancy.given(raised())
                    .when(new AppointPanel(List.of(PANEL.getFirst(), PANEL.getFirst())))
                    .thenImpossible("members", "assessor-twice");
        }

        @Test
        void it_is_not_advertised_before_it_is_approved() {
            aVacancy.given(raised()).when(advertising()).thenRefused("vacancy-not-approved");
            aVacancy.given(raised()).when(new Extend(LATER)).thenRefused("vacancy-not-advertised");
            aVacancy.given(raised()).when(new CloseVacancy(NOW)).thenRefused("vacancy-not-advertised");
            aVacancy.given(raised()).when(new FillVacancy(HIRED, DAY)).thenRefused("vacancy-not-advertised");
        }
    }

    @Nested
    class When_approved {

        @Test
        void it_is_advertised_with_criteria_and_time_to_apply() {
            aVacancy.given(raised(), approved()).when(advertising()).thenRefused("criteria-missing");
            aVacancy.given(raised(), approved(), new CriteriaSet(CRITERIA))
                    .when(advertising())
                    .then(advertised());
            aVacancy.given(raised(), approved(), new CriteriaSet(CRITERIA))
                    .when(new Advertise(ADVERT, NOW, NOW, DAY))
                    .thenImpossible("closesAt", "closes-before-advert");
        }
    }

    @Nested
    class When_advertised {

        @Test
        void the_same_advert_is_a_repeat_and_another_is_refused() {
            open().when(advertising()).thenNothing();
            open().when(new Advertise(ADVERT, LATER, NOW, DAY)).thenRefused("vacancy-advertised");
        }

        @Test
        void its_criteria_are_frozen() {
            open().when(new SetCriteria(CRITERIA)).thenNothing();
            open().when(new SetCriteria(List.of(criterion("another", List.of()))))
                    .thenRefused("criteria-frozen");
        }

        @Test
        void its_panel_grows_and_loses_nobody() {
            var grown = List.of(PANEL.getFirst(), PANEL.getLast(), new PanelMember(HIRED, false, true));
            open().when(new AppointPanel(grown)).then(new PanelAppointed(grown));
            open().when(new AppointPanel(PANEL.subList(0, 1))).thenRefused("panel-member-dropped");
        }

        @Test
        void it_is_extended_to_a_later_time() {
            open().when(new Extend(LATER)).then(new VacancyExtended(LATER));
            open().when(new Extend(CLOSING)).thenNothing();
            open().when(new Extend(NOW)).thenImpossible("closesAt", "not-an-extension");
        }

        @Test
        void it_closes_by_hand_or_by_the_clock_and_not_after_an_extension() {
            open().when(new CloseVacancy(NOW)).then(new VacancyClosed(NOW));
            open().when(new EndAdvert(CLOSING)).then(new VacancyClosed(CLOSING));
            aVacancy.given(raised(), approved(), new CriteriaSet(CRITERIA), advertised(), new VacancyExtended(LATER))
                    .when(new EndAdvert(CLOSING))
                    .thenNothing();
        }
    }

    @Nested
    class When_closed {

        @Test
        void closing_again_is_a_repeat_and_an_extension_opens_it_again() {
            closed().when(new CloseVacancy(NOW)).thenNothing();
            closed().when(new Extend(LATER))
                    .then(new VacancyExtended(LATER))
                    .thenState(state -> state instanceof Vacancy.Advertised);
        }

        @Test
        void it_is_filled_once() {
            closed().when(new FillVacancy(HIRED, DAY)).then(filled());
            filledOne().when(new FillVacancy(HIRED, DAY)).thenNothing();
            filledOne().when(new FillVacancy(OWEN, DAY)).thenRefused("vacancy-filled");
            filledOne().when(cancelling()).thenRefused("vacancy-filled");
        }
    }

    @Nested
    class When_cancelled {

        @Test
        void it_stays_so() {
            cancelledOne().when(cancelling()).thenNothing();
            cancelledOne().when(approving(OWEN)).thenRefused("vacancy-cancelled");
            cancelledOne().when(new SetCriteria(CRITERIA)).thenRefused("vacancy-cancelled");
            cancelledOne().when(new AppointPanel(PANEL)).thenRefused("vacancy-cancelled");
            cancelledOne().when(advertising()).thenRefused("vacancy-cancelled");
            cancelledOne().when(new Extend(LATER)).thenRefused("vacancy-cancelled");
            cancelledOne().when(new CloseVacancy(NOW)).thenRefused("vacancy-cancelled");
            cancelledOne().when(new FillVacancy(HIRED, DAY)).thenRefused("vacancy-cancelled");
        }

        @Test
        void any_vacancy_without_a_hire_is_cancelled() {
            open().when(cancelling()).then(new VacancyCancelled("NO_FUNDING", DAY));
        }
    }

    private DeciderSpec<VacancyCommand, VacancyEvent, Vacancy>.Given open() {
        return aVacancy.given(raised(), approved(), new CriteriaSet(CRITERIA), new PanelAppointed(PANEL), advertised());
    }

    private DeciderSpec<VacancyCommand, VacancyEvent, Vacancy>.Given closed() {
        return aVacancy.given(raised(), approved(), new CriteriaSet(CRITERIA), advertised(), new VacancyClosed(NOW));
    }

    private DeciderSpec<VacancyCommand, VacancyEvent, Vacancy>.Given filledOne() {
        return aVacancy.given(
                raised(), approved(), new CriteriaSet(CRITERIA), advertised(), new VacancyClosed(NOW), filled());
    }

    private DeciderSpec<VacancyCommand, VacancyEvent, Vacancy>.Given cancelledOne() {
        return aVacancy.given(raised(), new VacancyCancelled("NO_FUNDING", DAY));
    }

    static Criterion criterion(String id, List<Criterion.Anchor> anchors) {
        return new Criterion(
                id,
                new Bilingual("Direct work", "Gwaith uniongyrchol"),
                true,
                3,
                Stage.SIFT,
                Optional.empty(),
                anchors);
    }

    private static RaiseVacancy raising() {
        return new RaiseVacancy(
                ADVERT,
                "practitioner",
                BigDecimal.ONE,
                "REPLACEMENT",
                "DESIRABLE",
                List.of("IDENTITY"),
                Optional.empty(),
                Optional.empty(),
                SIAN,
                DAY);
    }

    public static VacancyRaised raised() {
        return new VacancyRaised(
                ADVERT,
                "practitioner",
                BigDecimal.ONE,
                "REPLACEMENT",
                "DESIRABLE",
                List.of("IDENTITY"),
                Optional.empty(),
                Optional.empty(),
                SIAN,
                DAY);
    }

    private static ApproveVacancy approving(UUID by) {
        return new ApproveVacancy(by, DAY);
    }

    private static VacancyApproved approved() {
        return new VacancyApproved(OWEN, DAY);
    }

    private static Advertise advertising() {
        return new Advertise(ADVERT, CLOSING, NOW, DAY);
    }

    private static VacancyAdvertised advertised() {
        return new VacancyAdvertised(ADVERT, CLOSING, DAY);
    }

    private static CancelVacancy cancelling() {
        return new CancelVacancy("NO_FUNDING", DAY);
    }

    private static VacancyFilled filled() {
        return new VacancyFilled(HIRED, DAY);
    }
}
