package refocus.cases.sessiontime;

import static refocus.cases.sessiontime.SessionTimeProjection.SESSION_TIME;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Views;

/// What is known of a worker's day from sessions and notes.
@Singleton
public class SessionTimes {

    private final Views views;

    SessionTimes(Views views) {
        this.views = views;
    }

    /// The minutes, as far as they have been projected.
    public Uni<Integer> of(UUID worker, LocalDate day) {
        return views.list(SESSION_TIME, "where t.worker = $1 and t.day = $2", worker, day)
                .map(rows -> rows.stream().mapToInt(SessionTime::minutes).sum());
    }
}
