package refocus.recruitment.vacancies;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.recruitment.vacancies.VacancyEntry.Status;
import refocus.recruitment.vacancy.VacancyEvent;
import refocus.recruitment.vacancy.VacancyEvent.CriteriaSet;
import refocus.recruitment.vacancy.VacancyEvent.PanelAppointed;
import refocus.recruitment.vacancy.VacancyEvent.VacancyAdvertised;
import refocus.recruitment.vacancy.VacancyEvent.VacancyApproved;
import refocus.recruitment.vacancy.VacancyEvent.VacancyCancelled;
import refocus.recruitment.vacancy.VacancyEvent.VacancyClosed;
import refocus.recruitment.vacancy.VacancyEvent.VacancyExtended;
import refocus.recruitment.vacancy.VacancyEvent.VacancyFilled;
import refocus.recruitment.vacancy.VacancyEvent.VacancyRaised;

/// Keeps a row for each vacancy, and one more while it is advertised.
@Singleton
public class VacanciesProjection implements Projection<VacancyEvent> {

    public static final Table<VacancyEntry> VACANCIES = Table.of("vacancies", VacancyEntry.class, "vacancy");
    static final Table<ClosingVacancy> CLOSING = Table.of("vacancies_closing", ClosingVacancy.class, "streamId");

    @Override
    public String name() {
        return "vacancies";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<VacancyEvent> feed() {
        return new Feed.OwnLog<>(EventTypes.of(VacancyEvent.class), Set.of("vacancy"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(VACANCIES, CLOSING);
    }

    @Override
    public List<Change> apply(Recorded<VacancyEvent> recorded) {
        StreamId stream = recorded.stream();
        UUID id = stream.id();
        return switch (recorded.event()) {
            case VacancyRaised raised -> List.of(VACANCIES.insert(entry(id, raised)));
            case VacancyApproved _ -> List.of(VACANCIES.update(entry -> entry.now(Status.APPROVED), id));
            case VacancyAdvertised advertised -> openUntil(stream, advertised.closesAt());
            case VacancyExtended(var closesAt) -> openUntil(stream, closesAt);
            case VacancyClosed _ -> over(stream, Status.CLOSED);
            case VacancyCancelled _ -> over(stream, Status.CANCELLED);
            case VacancyFilled filled ->
                List.of(
                        VACANCIES.update(entry -> entry.filledBy(filled.application()), id),
                        CLOSING.delete(stream.toString()));
            // A list shows neither the criteria nor the panel.
            case CriteriaSet _, PanelAppointed _ -> Change.unchanged();
        };
    }

    private static List<Change> openUntil(StreamId stream, Instant closesAt) {
        return List.of(
                VACANCIES.update(entry -> entry.openUntil(closesAt), stream.id()),
                CLOSING.insert(new ClosingVacancy(stream.toString(), closesAt)));
    }

    private static List<Change> over(StreamId stream, Status status) {
        return List.of(VACANCIES.update(entry -> entry.now(status), stream.id()), CLOSING.delete(stream.toString()));
    }

    private static VacancyEntry entry(UUID id, VacancyRaised raised) {
        return new VacancyEntry(
                id,
                raised.post().en(),
                raised.post().cy(),
                raised.role(),
                raised.fte(),
                raised.reason(),
                Status.RAISED,
                raised.raisedOn(),
                Optional.empty(),
                Optional.empty());
    }
}
