package refocus.eventsourcing.http;

import io.quarkus.arc.Unremovable;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Uuids;
import refocus.eventsourcing.personal.KeyedHash;

/// Who asks, in which language, under which key. For `@BeanParam`.
@Dependent
@Unremovable
public class Caller {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    /// The other headers are read from the request; this one stands here for the description of the API too.
    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    Optional<String> languages = Optional.empty();

    private final SecurityIdentity identity;
    private final RoutingContext routing;
    private final KeyedHash hash;
    private @Nullable UUID command;

    @Inject
    Caller(SecurityIdentity identity, RoutingContext routing, KeyedHash hash) {
        this.identity = identity;
        this.routing = routing;
        this.hash = hash;
    }

    /// The worker, where a worker asks; the client, where a system does.
    public String actor() {
        return bearer().worker().orElseGet(this::client);
    }

    /// The worker who asks; empty for a system.
    public Optional<UUID> worker() {
        return bearer().worker().flatMap(Caller::uuid);
    }

    /// The account the issuer knows the caller by: an opaque id, not a name.
    public String account() {
        return bearer().account().orElseGet(this::client);
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    public boolean is(String role) {
        return identity.hasRole(role);
    }

    public Language language() {
        return languages.map(Language::preferredBy).orElse(Language.EN);
    }

    /// The language the caller asks for; empty where they ask for none.
    public Optional<Language> asksFor() {
        return languages.map(Language::preferredBy);
    }

    public UUID correlation() {
        return Correlation.of(routing);
    }

    /// The version the caller names in `If-Match`, where it does.
    public Optional<Seen> seen() {
        return header(Seen.HEADER).map(Seen::fromString);
    }

    /// What a read must have seen, where the caller brings a token.
    public Optional<ConsistencyToken> wants() {
        return header(ConsistencyToken.HEADER).map(ConsistencyToken::fromString);
    }

    /// The envelope of the caller's command; an `If-Match` is honoured where there is one.
    ///
    /// @param occurredAt when it happened; now, where the caller does not say
    public Asking asks(Optional<Instant> occurredAt) {
        return new Asking(
                command(),
                header(IDEMPOTENCY_KEY).map(_ -> fingerprint()),
                seen().map(Seen::version),
                happened(occurredAt),
                new Metadata(actor(), correlation(), Optional.empty(), traceparent()));
    }

    /// The same for a change that must name the version it was decided on; 428 where it does not.
    public Asking asksHavingSeen(Optional<Instant> occurredAt) {
        if (seen().isEmpty()) {
            throw new IfMatchNeeded();
        }
        return asks(occurredAt);
    }

    /// The id of what this command creates; the same for a repeat under the same key.
    ///
    /// @param what keeps several new ids of one command apart, as in `child`
    public UUID newId(String what) {
        return CommandId.derived(command(), what);
    }

    private UUID command() {
        if (command == null) {
            command = header(IDEMPOTENCY_KEY).map(this::fromKey).orElseGet(Uuids::next);
        }
        return command;
    }

    private UUID fromKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new Malformed(IDEMPOTENCY_KEY, "malformed-idempotency-key");
        }
        return CommandId.ofKey(client() + "|" + identity.getPrincipal().getName() + "|" + actor(), key);
    }

    private String fingerprint() {
        HttpServerRequest request = routing.request();
        return hash.of(
                "request",
                request.method().name().getBytes(StandardCharsets.UTF_8),
                request.uri().getBytes(StandardCharsets.UTF_8),
                Body.of(routing));
    }

    private static Instant happened(Optional<Instant> occurredAt) {
        Instant now = Instant.now();
        if (occurredAt.filter(now.plus(CLOCK_SKEW)::isBefore).isPresent()) {
            throw new Impossible("occurredAt", "in-the-future");
        }
        return occurredAt.orElse(now);
    }

    private Optional<String> traceparent() {
        return header("traceparent").filter(TRACEPARENT.asMatchPredicate());
    }

    /// The client the caller's token was given to.
    public String client() {
        return bearer().client().orElseGet(() -> identity.getPrincipal().getName());
    }

    private Bearer bearer() {
        return Bearer.of(identity);
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(routing.request().getHeader(name));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
