package refocus.recruitment.application;

import static refocus.eventsourcing.personal.Sealed.about;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.recruitment.application.ApplicationEvent.ApplicationStarted;
import refocus.recruitment.application.ApplicationEvent.ApplicationSubmitted;
import refocus.recruitment.application.ApplicationEvent.ApplicationWithdrawn;
import refocus.recruitment.application.CheckEvent.CheckVerified;
import refocus.recruitment.application.OfferEvent.OfferAccepted;
import refocus.recruitment.application.OfferEvent.OfferMade;
import refocus.recruitment.application.ScoreEvent.CriterionScored;
import refocus.recruitment.application.ScoreEvent.ScoresRevealed;
import refocus.recruitment.application.SelectionEvent.InterviewHeld;
import refocus.recruitment.application.SelectionEvent.Shortlisted;
import refocus.recruitment.vacancy.Bilingual;
import refocus.recruitment.vacancy.Criterion;
import refocus.recruitment.vacancy.PanelMember;
import refocus.recruitment.vacancy.Stage;
import refocus.recruitment.vacancy.Terms;
import refocus.recruitment.vacancy.Vacancy;
import refocus.recruitment.vacancy.VacancyEvent.VacancyRaised;

/// One application's story in named facts.
public final class Facts {

    public static final UUID VACANCY = UUID.fromString("01930000-0000-7000-8000-00000000000a");
    public static final UUID MARI = UUID.fromString("01930000-0000-7000-8000-000000000001");
    public static final UUID SIAN = UUID.fromString("01930000-0000-7000-8000-000000000002");
    public static final UUID OWEN = UUID.fromString("01930000-0000-7000-8000-000000000003");
    public static final UUID HEAD = UUID.fromString("01930000-0000-7000-8000-000000000004");
    static final LocalDate DAY = LocalDate.parse("2026-09-10");
    static final LocalDate START = LocalDate.parse("2026-11-02");
    static final Instant NOW = Instant.parse("2026-09-10T09:00:00Z");
    static final Instant CLOSING = Instant.parse("2026-09-22T22:59:00Z");

    static final Criterion DIRECT_WORK = criterion("direct-work", true, 3, Stage.SIFT);
    static final Criterion WELSH = criterion("welsh", false, 1, Stage.SIFT);
    static final Criterion LISTENING = criterion("listening", true, 2, Stage.INTERVIEW);

    public static final Terms TERMS = new Terms(
            new VacancyRaised(
                    new Bilingual("Practitioner", "Ymarferydd"),
                    "practitioner",
                    BigDecimal.ONE,
                    "NEW",
                    "DESIRABLE",
                    List.of("IDENTITY", "DBS_ENHANCED"),
                    Optional.empty(),
                    Optional.empty(),
                    HEAD,
                    DAY),
            List.of(DIRECT_WORK, WELSH, LISTENING),
            List.of(new PanelMember(SIAN, true, false), new PanelMember(OWEN, false, false)));

    static final Vacancy OPEN = new Vacancy.Advertised(TERMS, CLOSING);

    private Facts() {}

    static Criterion criterion(String id, boolean essential, int weight, Stage stage) {
        return new Criterion(id, new Bilingual(id, id), essential, weight, stage, Optional.empty(), List.of());
    }

    public static ApplicationStarted started() {
        return new ApplicationStarted(VACANCY, MARI, DAY);
    }

    public static ApplicationSubmitted submitted() {
        return new ApplicationSubmitted(VACANCY, Optional.of(about(MARI, "I listen.")), Optional.empty(), DAY);
    }

    public static CriterionScored scored(UUID assessor, Criterion criterion, int score) {
        return new CriterionScored(
                assessor, criterion.id(), criterion.stage(), score, about(MARI, "Seen in the statement."));
    }

    /// Both assessors have scored the whole sift.
    static List<ApplicationEvent> sifted(int directWork) {
        return List.of(
                started(),
                submitted(),
                scored(SIAN, DIRECT_WORK, directWork),
                scored(SIAN, WELSH, 2),
                scored(OWEN, DIRECT_WORK, directWork),
                scored(OWEN, WELSH, 3),
                new ScoresRevealed(Stage.SIFT));
    }

    static List<ApplicationEvent> shortlistedOne() {
        return and(sifted(4), new Shortlisted(VACANCY, List.of(), DAY));
    }

    static List<ApplicationEvent> interviewed(int listening) {
        return and(
                shortlistedOne(),
                new InterviewHeld(VACANCY, DAY),
                scored(SIAN, LISTENING, listening),
                scored(OWEN, LISTENING, listening),
                new ScoresRevealed(Stage.INTERVIEW));
    }

    static List<ApplicationEvent> offered() {
        return and(interviewed(4), offer());
    }

    static OfferMade offer() {
        return new OfferMade(VACANCY, List.of("IDENTITY", "DBS_ENHANCED"), Optional.of(START), DAY);
    }

    static List<ApplicationEvent> accepted() {
        return and(offered(), new OfferAccepted(VACANCY, DAY));
    }

    static CheckVerified verified(String kind, Optional<LocalDate> validUntil) {
        return new CheckVerified(kind, DAY, HEAD, validUntil, about(MARI, "Certificate 0017"));
    }

    static List<ApplicationEvent> cleared() {
        return and(
                accepted(),
                verified("IDENTITY", Optional.empty()),
                verified("DBS_ENHANCED", Optional.of(START.plusYears(3))));
    }

    static ApplicationWithdrawn withdrawn() {
        return new ApplicationWithdrawn(VACANCY, Optional.of("PAY"), DAY);
    }

    static List<ApplicationEvent> and(List<ApplicationEvent> before, ApplicationEvent... more) {
        return Stream.concat(before.stream(), Stream.of(more)).toList();
    }

    static ApplicationEvent[] events(List<ApplicationEvent> history) {
        return history.toArray(ApplicationEvent[]::new);
    }
}
