package refocus.cases.workday.http;

import static refocus.cases.Roles.HEAD_OF_SERVICE;
import static refocus.cases.Roles.PERSONAL_ADVISER;
import static refocus.cases.Roles.PRACTITIONER;
import static refocus.cases.Roles.SENIOR_PRACTITIONER;
import static refocus.cases.Roles.SERVICE_MANAGER;
import static refocus.cases.Roles.SUPPORT_WORKER;
import static refocus.cases.Roles.TEAM_MANAGER;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.cases.sessiontime.SessionTimes;
import refocus.cases.workday.WorkDay;
import refocus.cases.workday.WorkDayCommand.LogWorkTime;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desks;

/// How days were spent, a week in one call.
@Path("/v1/work-time")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    PRACTITIONER,
    SENIOR_PRACTITIONER,
    SUPPORT_WORKER,
    PERSONAL_ADVISER,
    TEAM_MANAGER,
    SERVICE_MANAGER,
    HEAD_OF_SERVICE
})
class WorkTimeResource {

    /// @param worker the caller, unless it names another
    record Entry(
            Optional<UUID> worker,
            @NotNull LocalDate date,
            @NotNull String category,
            @NotNull @Min(1) @Max(1440) Integer minutes) {}

    record WorkTime(@NotEmpty @Size(max = 200) List<@NotNull @Valid Entry> entries) {}

    private record Day(UUID worker, LocalDate date) {}

    private final Desks desks;
    private final CodeSets codes;
    private final SessionTimes sessions;

    WorkTimeResource(Desks desks, CodeSets codes, SessionTimes sessions) {
        this.desks = desks;
        this.codes = codes;
        this.sessions = sessions;
    }

    @POST
    public Uni<RestResponse<Replies.Version>> log(@NotNull @Valid WorkTime asked, @BeanParam Caller caller) {
        Asking asking = caller.asks(Optional.empty());
        LocalDate today = Wales.dayOf(asking.occurredAt());
        Map<Day, List<Entry>> days = new LinkedHashMap<>(asked.entries().stream()
                .collect(Collectors.groupingBy(
                        entry -> new Day(worker(entry, caller), entry.date()),
                        LinkedHashMap::new,
                        Collectors.toList())));
        for (int place = 0; place < asked.entries().size(); place++) {
            codes.checked(
                    "work-time-category",
                    "entries[%d].category".formatted(place),
                    asked.entries().get(place).category());
        }
        return Multi.createFrom()
                .iterable(days.entrySet())
                .onItem()
                .transformToUniAndConcatenate(day -> step(day.getKey(), day.getValue(), today))
                .collect()
                .asList()
                .flatMap(steps -> desks.together(List.copyOf(steps), asking))
                .map(Replies::done);
    }

    private Uni<Desks.Step<?, ?, ?>> step(Day day, List<Entry> entries, LocalDate today) {
        return sessions.of(day.worker(), day.date())
                .map(elsewhere -> new Desks.Step<>(
                        WorkDay.TYPE,
                        WorkDay.of(day.worker(), day.date()).id(),
                        new LogWorkTime(
                                day.worker(),
                                day.date(),
                                entries.stream()
                                        .map(entry -> new refocus.cases.workday.WorkDayCommand.Entry(
                                                entry.category(), entry.minutes()))
                                        .toList(),
                                elsewhere,
                                today)));
    }

    private static UUID worker(Entry entry, Caller caller) {
        return entry.worker().or(caller::worker).orElseThrow(() -> new Impossible("entries.worker", "worker-needed"));
    }
}
