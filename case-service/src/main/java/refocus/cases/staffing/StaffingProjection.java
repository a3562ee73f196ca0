package refocus.cases.staffing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.cases.staffing.StaffMessage.CapacityChanged;
import refocus.cases.staffing.StaffMessage.RegistrationLapsed;
import refocus.cases.staffing.StaffMessage.RegistrationRecorded;
import refocus.cases.staffing.StaffMessage.TeamsMerged;
import refocus.cases.staffing.StaffMessage.WorkerJoined;
import refocus.cases.staffing.StaffMessage.WorkerLeft;
import refocus.cases.staffing.StaffMessage.WorkerMoved;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;

/// Keeps a row for each worker, and for each change of their team and of the room they have.
@Singleton
public class StaffingProjection implements Projection<StaffMessage> {

    static final Table<StaffMember> MEMBERS = Table.of("staffing", StaffMember.class, "worker");
    static final Table<StaffCapacity> CAPACITY =
            Table.of("staffing_capacity", StaffCapacity.class, "worker", "startsOn");
    static final Table<StaffPlace> PLACES = Table.of("staffing_place", StaffPlace.class, "worker", "startsOn");
    static final Table<MergedTeam> MERGED = Table.of("staffing_merged", MergedTeam.class, "team");

    @Override
    public String name() {
        return "staffing";
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
        return List.of(MEMBERS, CAPACITY, PLACES, MERGED);
    }

    @Override
    public List<Change> apply(Recorded<StaffMessage> recorded) {
        UUID id = recorded.stream().id();
        return switch (recorded.event()) {
            case WorkerJoined joined ->
                Stream.concat(
                                Stream.of(MEMBERS.insert(
                                        new StaffMember(id, joined.startsOn(), Optional.empty(), Optional.empty()))),
                                joined.team().stream()
                                        .map(team -> PLACES.insert(new StaffPlace(id, joined.startsOn(), team))))
                        .toList();
            case WorkerMoved(var team, var from) ->
                team.stream()
                        .map(into -> PLACES.insert(new StaffPlace(id, from, into)))
                        .toList();
            case CapacityChanged(var from, var points) -> List.of(CAPACITY.insert(new StaffCapacity(id, from, points)));
            case RegistrationRecorded _ -> List.of(MEMBERS.update(StaffMember::registered, id));
            case RegistrationLapsed(var renewalOn) -> List.of(MEMBERS.update(member -> member.lapsed(renewalOn), id));
            case WorkerLeft(var lastDay) -> List.of(MEMBERS.update(member -> member.leaving(lastDay), id));
            case TeamsMerged(var from, var into, var effectiveOn) ->
                from.stream()
                        .map(team -> MERGED.insert(new MergedTeam(team, into, effectiveOn)))
                        .toList();
        };
    }
}
