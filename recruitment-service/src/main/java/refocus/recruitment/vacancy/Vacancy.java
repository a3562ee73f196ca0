package refocus.recruitment.vacancy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
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

/// One post to be filled, and every rule about how it comes to be.
public sealed interface Vacancy {

    record Unraised() implements Vacancy {}

    record Raised(Terms terms) implements Vacancy {}

    record Approved(Terms terms) implements Vacancy {}

    record Advertised(Terms terms, Instant closesAt) implements Vacancy {}

    /// No longer takes applications.
    ///
    /// @param closedAt applications of that moment and later are late
    record Closed(Terms terms, Instant closedAt) implements Vacancy {}

    record Cancelled(Terms terms) implements Vacancy {}

    record Filled(Terms terms, UUID application) implements Vacancy {}

    StreamType<VacancyCommand, VacancyEvent, Vacancy> TYPE = StreamType.of(
            "vacancy",
            new Decider<>(new Unraised(), Vacancy::decide, Vacancy::evolve),
            VacancyEvent.class,
            Vacancy.class);

    static List<VacancyEvent> decide(Vacancy state, VacancyCommand command) {
        return switch (command) {
            case RaiseVacancy raising -> raise(state, raising);
            case ApproveVacancy approving -> approve(state, approving);
            case SetCriteria(var criteria) -> Judging.setCriteria(state, criteria);
            case AppointPanel(var members) -> Judging.appoint(state, members);
            case Advertise advertising -> Advertising.advertise(state, advertising);
            case Extend(var closesAt) -> Advertising.extend(state, closesAt);
            case CloseVacancy closing -> Advertising.close(state, closing);
            case EndAdvert ending -> Advertising.end(state, ending);
            case CancelVacancy cancelling -> cancel(state, cancelling);
            case FillVacancy filling -> fill(state, filling);
        };
    }

    static Vacancy evolve(Vacancy state, VacancyEvent event) {
        return switch (event) {
            case VacancyRaised raised -> new Raised(new Terms(raised, List.of(), List.of()));
            case VacancyApproved _ -> new Approved(known(state));
            case CriteriaSet(var criteria) -> with(state, known(state).judgedBy(criteria));
            case PanelAppointed(var members) -> with(state, known(state).scoredBy(members));
            case VacancyAdvertised advertised -> new Advertised(known(state), advertised.closesAt());
            case VacancyExtended(var closesAt) -> new Advertised(known(state), closesAt);
            case VacancyClosed(var closedAt) -> new Closed(known(state), closedAt);
            case VacancyCancelled _ -> new Cancelled(known(state));
            case VacancyFilled filled -> new Filled(known(state), filled.application());
        };
    }

    /// The terms, whatever has become of it.
    static Terms terms(Vacancy state) {
        return switch (state) {
            case Unraised _ -> throw new Unknown("vacancy");
            case Raised(var terms) -> terms;
            case Approved(var terms) -> terms;
            case Advertised(var terms, var _) -> terms;
            case Closed(var terms, var _) -> terms;
            case Cancelled(var terms) -> terms;
            case Filled(var terms, var _) -> terms;
        };
    }

    private static List<VacancyEvent> raise(Vacancy state, RaiseVacancy asked) {
        return switch (state) {
            case Unraised _ -> List.of(raised(asked));
            // The id derives from the command, so this is the same command again.
            case Raised _, Approved _, Advertised _, Closed _, Cancelled _, Filled _ -> List.of();
        };
    }

    private static VacancyRaised raised(RaiseVacancy asked) {
        return new VacancyRaised(
                asked.post(),
                asked.role(),
                asked.fte(),
                asked.reason(),
                asked.welshLevel(),
                asked.checks(),
                asked.team(),
                asked.base(),
                asked.raisedBy(),
                asked.raisedOn());
    }

    private static List<VacancyEvent> approve(Vacancy state, ApproveVacancy asked) {
        return switch (state) {
            case Unraised _ -> throw new Unknown("vacancy");
            case Raised(var terms)
            when terms.post().raisedBy().equals(asked.approver()) ->
                throw new Refused("approver-is-raiser").notAllowed();
            case Raised _ -> List.of(new VacancyApproved(asked.approver(), asked.approvedOn()));
            case Approved _, Advertised _, Closed _ -> List.of();
            case Cancelled _ -> throw cancelled();
            case Filled _ -> throw filled();
        };
    }

    private static List<VacancyEvent> cancel(Vacancy state, CancelVacancy asked) {
        return switch (state) {
            case Unraised _ -> throw new Unknown("vacancy");
            case Raised _, Approved _, Advertised _, Closed _ ->
                List.of(new VacancyCancelled(asked.reason(), asked.cancelledOn()));
            case Cancelled _ -> List.of();
            case Filled _ -> throw filled();
        };
    }

    private static List<VacancyEvent> fill(Vacancy state, FillVacancy asked) {
        return switch (state) {
            case Unraised _ -> throw new Unknown("vacancy");
            case Raised _, Approved _ -> throw Advertising.notAdvertised();
            case Advertised _, Closed _ -> List.of(new VacancyFilled(asked.application(), asked.filledOn()));
            case Cancelled _ -> throw cancelled();
            case Filled(var _, var application) when application.equals(asked.application()) -> List.of();
            case Filled _ -> throw filled();
        };
    }

    static Refused cancelled() {
        return new Refused("vacancy-cancelled");
    }

    static Refused filled() {
        return new Refused("vacancy-filled");
    }

    private static Terms known(Vacancy state) {
        if (state instanceof Unraised) {
            throw misplaced(state);
        }
        return terms(state);
    }

    private static Vacancy with(Vacancy state, Terms terms) {
        return switch (state) {
            case Raised _ -> new Raised(terms);
            case Approved _ -> new Approved(terms);
            case Advertised(var _, var closesAt) -> new Advertised(terms, closesAt);
            case Closed(var _, var closedAt) -> new Closed(terms, closedAt);
            case Unraised _, Cancelled _, Filled _ -> throw misplaced(state);
        };
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static IllegalStateException misplaced(Vacancy state) {
        return new IllegalStateException("that cannot follow " + state);
    }
}
