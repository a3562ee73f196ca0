package refocus.cases.childindex;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import refocus.cases.child.ChildEvent;
import refocus.cases.child.ChildEvent.ChildDetailsCorrected;
import refocus.cases.child.ChildEvent.ChildDied;
import refocus.cases.child.ChildEvent.ChildRecordCreated;
import refocus.cases.recordkeeping.RecordKeepingEvent;
import refocus.cases.recordkeeping.RecordKeepingEvent.ErasureOrdered;
import refocus.cases.recordkeeping.RecordKeepingEvent.ErasureRefused;
import refocus.cases.recordkeeping.RecordKeepingEvent.LegalHoldLifted;
import refocus.cases.recordkeeping.RecordKeepingEvent.LegalHoldPlaced;
import refocus.cases.recordkeeping.RecordKeepingEvent.PersonalDataErased;
import refocus.cases.recordkeeping.RecordKeepingEvent.SharedTextsKept;
import refocus.cases.recordkeeping.RecordKeepingEvent.SubjectAccessAnswered;
import refocus.cases.recordkeeping.RecordKeepingEvent.SubjectAccessRequested;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.personal.Opened;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;

/// Opens a child's details only to hash them again; of a child whose key was destroyed, nothing can be found.
@Singleton
public class ChildIndexProjection implements Projection<Object> {

    public static final Table<IndexedChild> CHILD_INDEX = Table.of("child_index", IndexedChild.class, "child");

    private final SubjectKeys keys;
    private final Hashes hashes;

    ChildIndexProjection(SubjectKeys keys, Hashes hashes) {
        this.keys = keys;
        this.hashes = hashes;
    }

    @Override
    public String name() {
        return "child_index";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Feed<Object> feed() {
        return new Feed.OwnLog<>(
                EventTypes.together(List.of(ChildEvent.class, RecordKeepingEvent.class)),
                Set.of("child", "record-keeping"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(CHILD_INDEX);
    }

    @Override
    public List<Change> apply(Recorded<Object> recorded) {
        UUID child = recorded.stream().id();
        return switch (recorded.event()) {
            case ChildEvent event -> ofChild(child, event);
            case RecordKeepingEvent event -> ofRecordKeeping(child, event);
            default -> throw new IllegalStateException("not of these streams: " + recorded.event());
        };
    }

    private static List<Change> ofRecordKeeping(UUID child, RecordKeepingEvent event) {
        return switch (event) {
            case ErasureOrdered _, PersonalDataErased _ -> List.of(CHILD_INDEX.delete(child));
            case LegalHoldPlaced _,
                    LegalHoldLifted _,
                    ErasureRefused _,
                    SharedTextsKept _,
                    SubjectAccessRequested _,
                    SubjectAccessAnswered _ -> Change.unchanged();
        };
    }

    private List<Change> ofChild(UUID child, ChildEvent event) {
        Opener opener = keys.openerNow(Set.of(child));
        return switch (event) {
            case ChildRecordCreated created
            when opener.open(created.familyName()) instanceof Opened.Erased -> List.of(CHILD_INDEX.delete(child));
            case ChildRecordCreated created -> List.of(CHILD_INDEX.insert(indexed(child, created, opener)));
            case ChildDetailsCorrected corrected ->
                List.of(CHILD_INDEX.update(row -> change(corrected, opener).apply(row), child));
            case ChildDied _ -> Change.unchanged(); // one looks for a child who died, too
        };
    }

    private IndexedChild indexed(UUID child, ChildRecordCreated created, Opener opener) {
        IndexedName given = hashes.name(opener.text(created.givenName()));
        IndexedName family = hashes.name(opener.open(created.familyName()).text());
        return new IndexedChild(
                child,
                given.grams(),
                given.sound(),
                family.grams(),
                family.sound(),
                opener.text(created.dateOfBirth()).map(hashes::born),
                created.birthYear(),
                opener.text(created.nhsNumber()).map(hashes::nhsNumber),
                opener.text(created.upn()).map(hashes::upn));
    }

    private UnaryOperator<IndexedChild> change(ChildDetailsCorrected corrected, Opener opener) {
        Optional<String> to = opener.text(corrected.to());
        return switch (corrected.field()) {
            case "givenName" -> row -> row.givenName(hashes.name(to));
            case "familyName" -> row -> row.familyName(hashes.name(to));
            case "dateOfBirth" -> row -> row.born(to.map(hashes::born), corrected.birthYear());
            case "nhsNumber" -> row -> row.nhsNumber(to.map(hashes::nhsNumber));
            case "upn" -> row -> row.upn(to.map(hashes::upn));
            // Nobody is searched for by the other details.
            default -> row -> row;
        };
    }
}
