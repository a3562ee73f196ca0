package refocus.cases.recordkeeping.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import refocus.cases.child.Child;
import refocus.cases.child.ChildEvent.Precision;
import refocus.cases.child.Details;
import refocus.cases.recordkeeping.RecordKeepingCommand.KeptBy;
import refocus.cases.retention.Life;
import refocus.cases.retention.RetentionFacts;
import refocus.cases.retention.RetentionProjection;
import refocus.cases.retention.RetentionRules;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.NotNow;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.eventsourcing.projection.Views;

/// Which rules of retention keep a child's record today.
@Singleton
class Keeping {

    private final RetentionRules rules;
    private final RetentionProjection retention;
    private final Views views;
    private final Freshness freshness;
    private final SubjectKeys keys;

    Keeping(RetentionRules rules, RetentionProjection retention, Views views, Freshness freshness, SubjectKeys keys) {
        this.rules = rules;
        this.retention = retention;
        this.views = views;
        this.freshness = freshness;
        this.keys = keys;
    }

    /// Before an erasure, which cannot be taken back: by all that is recorded up to now, whoever recorded it.
    Uni<List<KeptBy>> ofNow(Current<Child> child, Caller caller) {
        return views.caughtUp(retention.name()).chain(() -> of(child, caller));
    }

    Uni<List<KeptBy>> of(Current<Child> child, Caller caller) {
        UUID id = child.stream().id();
        return freshness
                .of(retention, caller)
                // What the rules go by must be as new as the record itself.
                .chain(() -> views.caughtUp(retention.name(), child.stream(), child.version()))
                .chain(() -> views.list(RetentionProjection.FACTS, "where t.child = $1", id))
                .chain(facts -> keys.opener(Set.of(id)).map(opener -> keeping(facts, child.state(), opener)));
    }

    private List<KeptBy> keeping(List<RetentionFacts> facts, Child child, Opener opener) {
        RetentionFacts known = facts.stream()
                .findFirst()
                .orElseThrow(() -> new NotNow("view-behind", java.time.Duration.ofSeconds(1)));
        return rules.keeping(known, life(child, opener), Wales.today());
    }

    private static Life life(Child child, Opener opener) {
        return switch (child) {
            case Child.Unrecorded _ -> throw new Unknown("child");
            case Child.OnRecord(Details details) ->
                new Life(
                        born(details, opener),
                        opener.text(details.sealed("diedOn")).map(LocalDate::parse));
        };
    }

    private static LocalDate born(Details details, Opener opener) {
        return opener.text(details.sealed("dateOfBirth"))
                .or(() -> opener.text(details.sealed("expectedDate")))
                .map(LocalDate::parse)
                .map(day -> latest(day, details.precision()))
                // Erased: only the year is left, where there is one.
                .orElse(LocalDate.of(details.birthYear().orElse(Wales.today().getYear()), Month.DECEMBER, 31));
    }

    private static LocalDate latest(LocalDate day, Precision precision) {
        return switch (precision) {
            case DAY -> day;
            case MONTH -> day.plusMonths(1).minusDays(1);
            case YEAR -> day.plusYears(1).minusDays(1);
        };
    }
}
