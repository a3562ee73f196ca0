package refocus.recruitment.vacancies;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.recruitment.vacancies.VacanciesProjection.CLOSING;
import static refocus.recruitment.vacancies.VacanciesProjection.VACANCIES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.projection.Rows;
import refocus.recruitment.application.Facts;
import refocus.recruitment.vacancies.VacancyEntry.Status;
import refocus.recruitment.vacancy.Bilingual;
import refocus.recruitment.vacancy.VacancyEvent;
import refocus.recruitment.vacancy.VacancyEvent.VacancyAdvertised;
import refocus.recruitment.vacancy.VacancyEvent.VacancyApproved;
import refocus.recruitment.vacancy.VacancyEvent.VacancyClosed;
import refocus.recruitment.vacancy.VacancyEvent.VacancyExtended;
import refocus.recruitment.vacancy.VacancyEvent.VacancyFilled;

class VacanciesProjectionTest {

    static final StreamId VACANCY = new StreamId("vacancy", new UUID(5, 5));
    static final LocalDate DAY = LocalDate.parse("2026-09-10");
    static final Instant END = Instant.parse("2026-09-22T22:59:00Z");
    static final Instant LATER = END.plusSeconds(86_400);

    final Rows<VacancyEvent> rows = new Rows<>(new VacanciesProjection());

    @Test
    void an_advertised_vacancy_waits_for_the_clock_until_its_latest_closing_time() {
        advertised().after(VACANCY, new VacancyExtended(LATER));
        assertThat(rows.of(VACANCIES)).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo(Status.ADVERTISED);
            assertThat(row.closesAt()).contains(LATER);
        });
        assertThat(rows.of(CLOSING)).containsExactly(new ClosingVacancy(VACANCY.toString(), LATER));
    }

    @Test
    void a_closed_or_filled_one_no_longer_waits() {
        advertised().after(VACANCY, new VacancyClosed(END));
        assertThat(rows.of(CLOSING)).isEmpty();
        rows.after(VACANCY, new VacancyFilled(Facts.MARI, DAY));
        assertThat(rows.of(VACANCIES)).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo(Status.FILLED);
            assertThat(row.filledBy()).contains(Facts.MARI);
        });
    }

    private Rows<VacancyEvent> advertised() {
        return rows.after(VACANCY, Facts.TERMS.post())
                .after(VACANCY, new VacancyApproved(Facts.SIAN, DAY))
                .after(VACANCY, new VacancyAdvertised(new Bilingual("Come", "Dewch"), END, DAY));
    }
}
