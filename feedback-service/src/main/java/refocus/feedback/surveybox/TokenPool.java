package refocus.feedback.surveybox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.http.NotNow;
import refocus.eventsourcing.personal.KeyedHash;
import refocus.feedback.surveybox.SurveySecrets.Secret;

/// The single-use tokens of each survey: minted together, drawn at random, used once.
@Singleton
public class TokenPool {

    /// The pool that belongs to no survey: with its tokens a barrier is raised by someone who is not to be known.
    public static final UUID BARRIERS = StreamId.of("survey-box", "barriers").id();

    /// So many tokens lie ready for whoever comes: who is given one of few is easily found.
    private static final int MANY = 200;

    private static final String PLACE = "undrawn";
    private static final int TOKEN_BYTES = 32;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Pool database;
    private final SurveySecrets secrets;
    private final KeyedHash hash;

    TokenPool(Pool database, SurveySecrets secrets, KeyedHash hash) {
        this.database = database;
        this.secrets = secrets;
        this.hash = hash;
    }

    /// Mints a token for each of so many people and some to spare; what is there already stays.
    Uni<Void> mint(UUID survey, int people) {
        // A token that a crash loses is not missed.
        int spare = 10 + people / 4;
        List<String> tokens = tokens(people + spare);
        return secrets.of(survey)
                .chain(secret -> database.preparedQuery(
                                "insert into survey_pool (survey, undrawn, tokens) values ($1, $2, $3) on conflict do nothing")
                        .execute(Tuple.of(survey, secret.seal(written(tokens), PLACE), hashes(survey, tokens))))
                .replaceWithVoid();
    }

    /// Takes a token out, any one.
    public Uni<String> draw(UUID survey) {
        return secrets.of(survey)
                .chain(secret -> drawn(secret).onFailure(Busy::is).retry().atMost(Busy.tries()));
    }

    /// Takes a token out of a pool that never runs dry.
    public Uni<String> drawOfMany(UUID pool) {
        return mint(pool, MANY)
                .chain(() -> secrets.of(pool))
                .chain(secret -> topped(secret)
                        .chain(() -> drawn(secret))
                        .onFailure(Busy::is)
                        .retry()
                        .atMost(Busy.tries()));
    }

    /// Puts back a token that nobody was given.
    public Uni<Void> putBack(UUID survey, String token) {
        return secrets.of(survey)
                .chain(secret -> undrawn(secret)
                        .chain(before -> replace(secret, before, with(secret, before, token)))
                        .onFailure(Busy::is)
                        .retry()
                        .atMost(Busy.tries()));
    }

    /// Uses a token up for one submission; the same submission again is the same use.
    public Uni<Void> use(UUID survey, String token, UUID submission) {
        String key = hashed(survey, token);
        String use = hash.of("survey-use", token + ":" + submission);
        return database.preparedQuery("""
                        update survey_pool set tokens = jsonb_set(tokens, array[$2::text], to_jsonb($3::text))
                        where survey = $1 and tokens ->> $2::text in ('', $3::text)""")
                .execute(Tuple.of(survey, key, use))
                .chain(rows -> rows.rowCount() == 1 ? Uni.createFrom().voidItem() : refuse(survey, key));
    }

    private Uni<Void> refuse(UUID survey, String key) {
        return database.preparedQuery("select 1 from survey_pool where survey = $1 and jsonb_exists(tokens, $2)")
                .execute(Tuple.of(survey, key))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw new UnauthorizedException();
                    }
                    throw new Refused("token-used");
                })
                .replaceWithVoid();
    }

    Uni<Void> delete(UUID survey) {
        return database.preparedQuery("delete from survey_pool where survey = $1")
                .execute(Tuple.of(survey))
                .replaceWithVoid();
    }

    private Uni<String> drawn(Secret secret) {
        return undrawn(secret).chain(before -> {
            List<String> tokens = read(secret.open(before));
            String token = tokens.remove(RANDOM.nextInt(tokens.size()));
            return replace(secret, before, tokens).replaceWith(token);
        });
    }

    /// Mints as many again when half are gone.
    private Uni<Void> topped(Secret secret) {
        return undrawn(secret).chain(before -> {
            List<String> left = read(secret.open(before));
            return left.size() > MANY / 2 ? Uni.createFrom().voidItem() : add(secret, before, left);
        });
    }

    private Uni<Void> add(Secret secret, String before, List<String> left) {
        List<String> more = tokens(MANY);
        String all = written(Stream.concat(left.stream(), more.stream()).toList());
        return database.preparedQuery("""
                        update survey_pool set undrawn = $3, tokens = tokens || $4
                        where survey = $1 and undrawn = $2""")
                .execute(Tuple.of(secret.survey(), before, secret.seal(all, PLACE), hashes(secret.survey(), more)))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new Busy();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<String> undrawn(Secret secret) {
        return database.preparedQuery("select undrawn from survey_pool where survey = $1")
                .execute(Tuple.of(secret.survey()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new NotNow("survey-preparing", SOON);
                    }
                    return rows.iterator().next().getString(0);
                });
    }

    private Uni<Void> replace(Secret secret, String before, List<String> tokens) {
        return database.preparedQuery("update survey_pool set undrawn = $3 where survey = $1 and undrawn = $2")
                .execute(Tuple.of(secret.survey(), before, secret.seal(written(tokens), PLACE)))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new Busy();
                    }
                })
                .replaceWithVoid();
    }

    private static List<String> with(Secret secret, String before, String token) {
        List<String> tokens = read(secret.open(before));
        tokens.add(RANDOM.nextInt(tokens.size() + 1), token);
        return tokens;
    }

    private String hashed(UUID survey, String token) {
        return hash.of("survey-token", survey + ":" + token);
    }

    private JsonObject hashes(UUID survey, List<String> tokens) {
        var hashes = new JsonObject();
        tokens.forEach(token -> hashes.put(hashed(survey, token), ""));
        return hashes;
    }

    private static List<String> tokens(int count) {
        return Stream.generate(TokenPool::token).limit(count).toList();
    }

    private static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String written(List<String> tokens) {
        try {
            return JSON.writeValueAsString(tokens);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> read(String tokens) {
        try {
            return JSON.readValue(tokens, new TypeReference<ArrayList<String>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
