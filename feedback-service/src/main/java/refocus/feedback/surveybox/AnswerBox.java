package refocus.feedback.surveybox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.personal.KeyedHash;
import refocus.feedback.survey.Sheet;
import refocus.feedback.surveybox.SurveySecrets.Secret;

/// The answers of each survey, sealed and shuffled, each as long as the longest may be: else the length of what is
/// sealed would grow with what the latest one says.
@Singleton
public class AnswerBox {

    /// A sheet under an id that only its sender can make again, so that sending it twice puts it in once.
    record Kept(String id, Sheet sheet) {}

    private static final String PLACE = "sheets";
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Pool database;
    private final SurveySecrets secrets;
    private final KeyedHash hash;

    AnswerBox(Pool database, SurveySecrets secrets, KeyedHash hash) {
        this.database = database;
        this.secrets = secrets;
        this.hash = hash;
    }

    /// Makes an empty box; one that is there stays.
    Uni<Void> make(UUID survey) {
        return secrets.of(survey)
                .chain(secret -> database.preparedQuery(
                                "insert into survey_box (survey, sheets) values ($1, $2) on conflict do nothing")
                        .execute(Tuple.of(survey, secret.seal("[]", PLACE))))
                .replaceWithVoid();
    }

    /// Puts a sheet in; refused once the survey is closed.
    ///
    /// @param longest the longest sheet there may be of this survey
    public Uni<Void> put(UUID survey, String token, UUID submission, Sheet sheet, Sheet longest) {
        var kept = new Kept(hash.of("survey-sheet", token + ":" + submission), sheet);
        int room = written(new Kept(kept.id(), longest)).length();
        return secrets.of(survey)
                .chain(secret ->
                        put(secret, kept, room).onFailure(Busy::is).retry().atMost(Busy.tries()));
    }

    /// Closes the box and takes out what is in it; again, the same.
    Uni<List<Sheet>> close(UUID survey) {
        return secrets.of(survey)
                .chain(secret -> database.preparedQuery(
                                "update survey_box set closed = true where survey = $1 returning sheets")
                        .execute(Tuple.of(survey))
                        .map(rows -> sheets(secret, rows)));
    }

    Uni<Void> delete(UUID survey) {
        return database.preparedQuery("delete from survey_box where survey = $1")
                .execute(Tuple.of(survey))
                .replaceWithVoid();
    }

    private Uni<Void> put(Secret secret, Kept kept, int room) {
        return database.preparedQuery("select sheets from survey_box where survey = $1 and not closed")
                .execute(Tuple.of(secret.survey()))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        throw new Refused("survey-closed");
                    }
                    return add(secret, rows.iterator().next().getString(0), kept, room);
                });
    }

    private Uni<Void> add(Secret secret, String before, Kept kept, int room) {
        List<Kept> all = read(secret.open(before));
        if (all.stream().anyMatch(one -> one.id().equals(kept.id()))) {
            return Uni.createFrom().voidItem();
        }
        all.add(kept);
        Collections.shuffle(all, RANDOM);
        return database.preparedQuery(
                        "update survey_box set sheets = $3 where survey = $1 and sheets = $2 and not closed")
                .execute(Tuple.of(secret.survey(), before, secret.seal(written(all, room), PLACE)))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new Busy();
                    }
                })
                .replaceWithVoid();
    }

    private static List<Sheet> sheets(Secret secret, RowSet<Row> rows) {
        return rows.size() == 0
                ? List.of()
                : read(secret.open(rows.iterator().next().getString(0))).stream()
                        .map(Kept::sheet)
                        .toList();
    }

    private static String written(List<Kept> sheets, int room) {
        return sheets.stream()
                .map(AnswerBox::written)
                .map(sheet -> sheet + " ".repeat(Math.max(0, room - sheet.length())))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String written(Kept sheet) {
        try {
            return JSON.writeValueAsString(sheet);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Kept> read(String sheets) {
        try {
            return JSON.readValue(sheets, new TypeReference<ArrayList<Kept>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
