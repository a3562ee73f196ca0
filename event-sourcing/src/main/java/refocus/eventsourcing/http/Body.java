package refocus.eventsourcing.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.resteasy.reactive.jackson.runtime.serialisers.ServerJacksonMessageBodyReader;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a request's body must be before it is read: there, and of 1 MiB at most.
///
/// The bytes of one that brings an `Idempotency-Key` are kept: a repeat must be the same to the byte.
@Provider
@Consumes(MediaType.APPLICATION_JSON)
class Body extends ServerJacksonMessageBodyReader {

    static final int MOST = 1 << 20;

    private static final String BYTES = "refocus.body";
    private static final byte[] NOTHING = {};
    private static final int EARLY = 900;
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final RoutingContext routing;

    @Inject
    Body(Instance<ObjectMapper> mapper, RoutingContext routing) {
        super(mapper);
        this.routing = routing;
    }

    /// Lets the caller finish sending and then says so: to break off would look like a fault of the network.
    static void limit(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (length(request) > MOST) {
                        request.request()
                                .endHandler(_ ->
                                        Problem.of(request, 413, "too-large").send(request));
                        request.request().handler(_ -> {});
                        request.request().resume();
                    } else {
                        request.next();
                    }
                },
                EARLY);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        // One more than is said, and than is allowed, so that what is longer shows.
        long said = length(routing);
        byte[] bytes = body.readNBytes((int) Math.min(said == 0 ? MOST : said, MOST) + 1);
        if (bytes.length > MOST) {
            throw new Oversized();
        }
        if (bytes.length == 0) {
            throw new Malformed("body", "body-missing");
        }
        routing.put(BYTES, bytes);
        return super.readFrom(type, genericType, annotations, mediaType, headers, new ByteArrayInputStream(bytes));
    }

    static byte[] of(RoutingContext routing) {
        return Optional.<byte[]>ofNullable(routing.get(BYTES)).orElse(NOTHING);
    }

    /// Zero where the caller does not say; then the bytes are counted as they are read.
    private static long length(RoutingContext request) {
        return Optional.ofNullable(request.request().getHeader(HttpHeaders.CONTENT_LENGTH))
                .filter(length -> LENGTH.matcher(length).matches())
                .map(Long::parseLong)
                .orElse(0L);
    }

    /// Sent in pieces, and more of them than we read.
    static final class Oversized extends RuntimeException {}
}
