package refocus.recruitment.vacancy;

import java.time.Instant;
import java.util.List;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.Unknown;
import refocus.recruitment.vacancy.Vacancy.Advertised;
import refocus.recruitment.vacancy.Vacancy.Approved;
import refocus.recruitment.vacancy.Vacancy.Cancelled;
import refocus.recruitment.vacancy.Vacancy.Closed;
import refocus.recruitment.vacancy.Vacancy.Filled;
import refocus.recruitment.vacancy.Vacancy.Raised;
import refocus.recruitment.vacancy.Vacancy.Unraised;
import refocus.recruitment.vacancy.VacancyCommand.Advertise;
import refocus.recruitment.vacancy.VacancyCommand.CloseVacancy;
import refocus.recruitment.vacancy.VacancyCommand.EndAdvert;
import refocus.recruitment.vacancy.VacancyEvent.VacancyAdvertised;
import refocus.recruitment.vacancy.VacancyEvent.VacancyClosed;
import refocus.recruitment.vacancy.VacancyEvent.VacancyExtended;

/// The rules of an advert: when it may go out, how long it stands, and how it ends.
final class Advertising {

    private Advertising() {}

    static List<VacancyEvent> advertise(Vacancy state, Advertise asked) {
        return switch (state) {
            case Unraised _ -> throw new Unknown("vacancy");
            case Raised _ -> throw new Refused("vacancy-not-approved");
            case Approved(var terms) when terms.criteria().isEmpty() -> throw new Refused("criteria-missing");
            case Approved _ -> List.of(advertised(asked));
            case Advertised(var _, var closesAt) when closesAt.equals(asked.closesAt()) -> List.of();
            case Advertised _, Closed _ -> throw new Refused("vacancy-advertised");
            case Cancelled _ -> throw Vacancy.cancelled();
            case Filled _ -> throw Vacancy.filled();
        };
    }

    private static VacancyAdvertised advertised(Advertise asked) {
        if (!asked.closesAt().isAfter(asked.at())) {
            throw new Impossible("closesAt", "closes-before-advert");
        }
        return new VacancyAdvertised(asked.advert(), asked.closesAt(), asked.advertisedOn());
    }

    static List<VacancyEvent> extend(Vacancy state, Instant closesAt) {
        return switch (state) {
            case Unraised _ -> throw new Unknown("vacancy");
            case Raised _, Approved _ -> throw notAdvertised();
            case Advertised(var _, var before) when closesAt.equals(before) -> List.of();
            case Advertised(var _, var before) -> List.of(extended(before, closesAt));
            case Closed(var _, var before) -> List.of(extended(before, closesAt));
            case Cancelled _ -> throw Vacancy.cancelled();
            case Filled _ -> throw Vacancy.filled();
        };
    }

    private static VacancyExtended extended(Instant before, Instant closesAt) {
        if (!closesAt.isAfter(before)) {
            throw new Impossible("closesAt", "not-an-extension");
        }
        return new VacancyExtended(closesAt);
    }

    static List<VacancyEvent> close(Vacancy state, CloseVacancy asked) {
        return switch (state) {
            case Unraised _ -> throw new Unknown("vacancy");
            case Raised _, Approved _ -> throw notAdvertised();
            case Advertised _ -> List.of(new VacancyClosed(asked.at()));
            case Closed _ -> List.of();
            case Cancelled _ -> throw Vacancy.cancelled();
            case Filled _ -> throw Vacancy.filled();
        };
    }

    static List<VacancyEvent> end(Vacancy state, EndAdvert asked) {
        return switch (state) {
            case Advertised(var _, var closesAt)
            when !closesAt.isAfter(asked.dueAt()) -> List.of(new VacancyClosed(closesAt));
            // It was extended, or has gone on, while the clock was about to say so.
            case Unraised _, Raised _, Approved _, Advertised _, Closed _, Cancelled _, Filled _ -> List.of();
        };
    }

    static Refused notAdvertised() {
        return new Refused("vacancy-not-advertised");
    }
}
