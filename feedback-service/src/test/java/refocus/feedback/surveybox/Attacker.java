package refocus.feedback.surveybox;

import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.personal.KeyedHash;

/// One who holds every key of the service while a survey is open.
@Singleton
public class Attacker {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    private final SurveySecrets secrets;
    private final KeyedHash hash;
    private final DataSource database;

    Attacker(SurveySecrets secrets, KeyedHash hash, DataSource database) {
        this.secrets = secrets;
        this.hash = hash;
        this.database = database;
    }

    /// The answers in the order they lie in the opened box.
    public List<Map<String, Integer>> sheets(UUID survey) throws SQLException {
        String sealed =
                texts("select sheets from survey_box where survey = ?", survey).getFirst();
        String opened = secrets.of(survey).await().atMost(PATIENCE).open(sealed);
        try {
            return JSON.readValue(opened, new TypeReference<List<AnswerBox.Kept>>() {}).stream()
                    .map(kept -> kept.sheet().answers())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The hashes of a survey's tokens in the order they lie.
    public List<String> hashes(UUID survey) throws SQLException {
        return texts("select jsonb_object_keys(tokens) from survey_pool where survey = ?", survey);
    }

    public String hash(UUID survey, String token) {
        return hash.of("survey-token", survey + ":" + token);
    }

    public boolean keyIsDestroyed(UUID survey) {
        return catchThrowable(() -> secrets.of(survey).await().atMost(PATIENCE).seal("x", "anywhere"))
                instanceof Refused;
    }

    private List<String> texts(String sql, UUID survey) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, survey);
            var texts = new ArrayList<String>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
            return texts;
        }
    }
}
