package refocus.reporting.catalogue.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Cursor;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.reporting.catalogue.Completeness;
import refocus.reporting.catalogue.OwnWrites;
import refocus.reporting.figures.CountedEvent;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Report;
import refocus.reporting.figures.Suppression;
import refocus.reporting.withheld.Withheld;

/// Asks a report for a reader, and holds back what the reader may not see. Every door to figures goes through here.
@Singleton
public class Answers {

    private final OwnWrites ownWrites;
    private final Completeness completeness;
    private final Withheld withheld;

    Answers(OwnWrites ownWrites, Completeness completeness, Withheld withheld) {
        this.ownWrites = ownWrites;
        this.completeness = completeness;
        this.withheld = withheld;
    }

    public Uni<Answer> to(Report report, Question question, Caller caller) {
        return ownWrites
                .in(report, caller)
                .chain(() -> completeness.covering(report, question.asOf()))
                .chain(through -> report.answer(question)
                        .map(figures -> new Answer(report, question, through, shown(report, figures, caller))));
    }

    /// The events that the figure for the whole period counts, oldest first, without those of restricted children.
    public Uni<Behind> behind(Report report, Question question, PageRequest page, Caller caller) {
        return ownWrites
                .in(report, caller)
                .chain(() -> completeness.covering(report, question.asOf()))
                .chain(() -> report.events(question, page.after().map(Answers::place), page.rows()))
                .map(events -> Page.of(events, page, event -> List.of(event.occurredAt(), event.event())))
                .flatMap(found -> withheld.outOf(found.items()).map(shown -> Behind.of(found, shown)));
    }

    private static CountedEvent.Place place(Cursor cursor) {
        return new CountedEvent.Place(cursor.instant(0), cursor.uuid(1));
    }

    private static Figures shown(Report report, Figures figures, Caller caller) {
        return Readers.isOutside(caller, report)
                ? Suppression.of(report.columns(), figures)
                : Suppression.ofVoices(report.columns(), figures);
    }
}
