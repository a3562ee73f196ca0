package refocus.reporting.staffing;

import static refocus.reporting.staffing.AbsenceFact.ABSENCES;
import static refocus.reporting.staffing.ContractFact.CONTRACTS;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.reporting.period.Period;
import refocus.reporting.staffing.StaffMessage.AbsenceRecorded;
import refocus.reporting.staffing.StaffMessage.CapacityChanged;
import refocus.reporting.staffing.StaffMessage.WorkerJoined;
import refocus.reporting.staffing.StaffMessage.WorkerLeft;

/// Who is contracted for how much, and away when: what coverage is measured against.
@Singleton
class ContractsProjection implements Projection<StaffMessage> {

    @Override
    public String name() {
        return "contracts";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<StaffMessage> feed() {
        return StaffMessage.feed();
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(CONTRACTS, ABSENCES);
    }

    @Override
    public List<Change> apply(Recorded<StaffMessage> recorded) {
        return switch (recorded.event()) {
            case WorkerJoined(var fte, var startsOn) -> contract(recorded, startsOn.orElse(day(recorded)), fte);
            case CapacityChanged(var fte, var from) -> contract(recorded, from.orElse(day(recorded)), fte);
            case WorkerLeft(var lastDay) ->
                contract(recorded, lastDay.orElse(day(recorded)).plusDays(1), BigDecimal.ZERO);
            case AbsenceRecorded(var from, var to) ->
                List.of(ABSENCES.insert(
                        new AbsenceFact(recorded.id(), recorded.stream().id(), from, to, recorded.recordedAt())));
        };
    }

    private static List<Change> contract(Recorded<StaffMessage> recorded, LocalDate from, BigDecimal fte) {
        return List.of(CONTRACTS.insert(new ContractFact(
                recorded.id(), recorded.stream().id(), recorded.version(), from, fte, recorded.recordedAt())));
    }

    private static LocalDate day(Recorded<StaffMessage> recorded) {
        return Period.day(recorded.occurredAt());
    }
}
