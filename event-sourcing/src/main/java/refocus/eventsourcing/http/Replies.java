package refocus.eventsourcing.http;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.Streams;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Done;

/// Replies that carry the version: in the body, in `ETag` and in `Consistency-Token`.
public final class Replies {

    /// What every command answers: the version of the stream it went to.
    public record Version(long version) {}

    /// What a command answers that made something one can address.
    public record Created(UUID id, long version) {}

    private Replies() {}

    public static RestResponse<Version> done(Done done) {
        return versioned(Status.OK, new Version(done.version()), done.stream(), done.version())
                .build();
    }

    /// The reply to a command that made something.
    ///
    /// @param at the path of the collection, as in `/v1/children/`
    public static RestResponse<Created> created(Done done, String at) {
        return created(done, at, done.stream().id());
    }

    /// The reply to a command that made something within a stream.
    public static RestResponse<Created> created(Done done, String at, UUID id) {
        return versioned(Status.CREATED, new Created(id, done.version()), done.stream(), done.version())
                .header(HttpHeaders.LOCATION, at + id)
                .build();
    }

    /// The reply to a command that made something, with more to say than its id and version.
    ///
    /// @param location of what was made
    public static <T> RestResponse<T> createdSaying(Done done, String location, T body) {
        return versioned(Status.CREATED, body, done.stream(), done.version())
                .header(HttpHeaders.LOCATION, location)
                .build();
    }

    /// One stream's state, as a reader sees it.
    public static <T> RestResponse<T> state(Current<?> current, T body) {
        return versioned(Status.OK, body, current.stream(), current.version()).build();
    }

    private static <T> ResponseBuilder<T> versioned(Status status, T body, StreamId stream, long version) {
        return ResponseBuilder.create(status, body)
                .header(HttpHeaders.ETAG, "\"" + version + "\"")
                .header(ConsistencyToken.HEADER, new ConsistencyToken(service(), stream, version));
    }

    static String service() {
        return Service.NAME;
    }

    /// Found out once, when the first reply is made.
    private static final class Service {
        static final String NAME = CDI.current().select(Streams.class).get().service();
    }
}
