package refocus.reporting.staffing;

import static refocus.reporting.staffing.AbsenceFact.ABSENCES;
import static refocus.reporting.staffing.ContractFact.CONTRACTS;
import static refocus.reporting.staffing.EstablishmentFact.ESTABLISHMENT;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.reporting.period.Period;
import refocus.reporting.staffing.StaffMessage.AbsenceRecorded;
import refocus.reporting.staffing.StaffMessage.CapacityChanged;
import refocus.reporting.staffing.StaffMessage.EstablishmentSet;
import refocus.reporting.staffing.StaffMessage.WorkerJoined;
import refocus.reporting.staffing.StaffMessage.WorkerLeft;

/// Who is contracted for how much and away when, and how many posts there are: what coverage, caseload and workforce
/// are measured against.
@Singleton
class ContractsProjection implements Projection<StaffMessage> {

    @Override
    public String name() {
        return "contracts";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Feed<StaffMessage> feed() {
        return StaffMessage.feed();
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(CONTRACTS, ABSENCES, ESTABLISHMENT);
    }

    @Override
    public List<Change> apply(Recorded<StaffMessage> recorded) {
        return switch (recorded.event()) {
            case WorkerJoined joined -> List.of(CONTRACTS.insert(joined(recorded, joined)));
            case CapacityChanged(var fte, var from) -> contract(recorded, from.orElse(day(recorded)), fte);
            case WorkerLeft(var lastDay) ->
                contract(recorded, lastDay.orElse(day(recorded)).plusDays(1), BigDecimal.ZERO);
            case AbsenceRecorded(var from, var to) ->
                List.of(ABSENCES.insert(
                        new AbsenceFact(recorded.id(), recorded.stream().id(), from, to, recorded.recordedAt())));
            case EstablishmentSet set -> List.of(ESTABLISHMENT.insert(posts(recorded, set)));
        };
    }

    private static ContractFact joined(Recorded<StaffMessage> recorded, WorkerJoined joined) {
        return fact(
                recorded,
                joined.startsOn().orElse(day(recorded)),
                joined.fte(),
                Optional.of(joined.agency().orElse(false)),
                Optional.of(joined.isPlacement()),
                joined.application());
    }

    private static List<Change> contract(Recorded<StaffMessage> recorded, LocalDate from, BigDecimal fte) {
        return List.of(
                CONTRACTS.insert(fact(recorded, from, fte, Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private static ContractFact fact(
            Recorded<StaffMessage> recorded,
            LocalDate from,
            BigDecimal fte,
            Optional<Boolean> agency,
            Optional<Boolean> placement,
            Optional<UUID> application) {
        return new ContractFact(
                recorded.id(),
                recorded.stream().id(),
                type(recorded),
                recorded.stream().toString(),
                recorded.version(),
                from,
                fte,
                agency,
                placement,
                application,
                recorded.occurredAt(),
                recorded.recordedAt());
    }

    private static EstablishmentFact posts(Recorded<StaffMessage> recorded, EstablishmentSet set) {
        return new EstablishmentFact(
                recorded.id(),
                recorded.stream().id(),
                type(recorded),
                recorded.stream().toString(),
                recorded.version(),
                set.from(),
                set.fte(),
                recorded.occurredAt(),
                recorded.recordedAt());
    }

    private static LocalDate day(Recorded<StaffMessage> recorded) {
        return Period.day(recorded.occurredAt());
    }

    private static String type(Recorded<StaffMessage> recorded) {
        return StaffMessage.TYPES.of(recorded.event()).name();
    }
}
