package refocus.recruitment;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import refocus.eventsourcing.Streams;
import refocus.recruitment.application.Application;
import refocus.recruitment.candidate.Candidate;
import refocus.recruitment.hold.ServiceHolds;
import refocus.recruitment.vacancy.Vacancy;

/// What this service's log may hold.
public final class RecruitmentStreams {

    public static final Streams ALL =
            Streams.of("recruitment", Vacancy.TYPE, Candidate.TYPE, Application.TYPE, ServiceHolds.TYPE);

    private RecruitmentStreams() {}

    @Produces
    @Singleton
    static Streams streams() {
        return ALL;
    }
}
