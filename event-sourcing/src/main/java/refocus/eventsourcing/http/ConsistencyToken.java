package refocus.eventsourcing.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.log.Done;

/// What a reader wants to see at least: its own change, in whichever view it asks next.
///
/// Travels as opaque text in the header `Consistency-Token`, out with every change and in with a read.
///
/// @param service the service whose stream it is, as in `case`
public record ConsistencyToken(String service, StreamId stream, long version) {

    public static final String HEADER = "Consistency-Token";

    public static ConsistencyToken of(String service, Done done) {
        return new ConsistencyToken(service, done.stream(), done.version());
    }

    public static ConsistencyToken fromString(String header) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(header.strip()), StandardCharsets.UTF_8).split(";", -1);
            if (parts.length == 3) {
                return new ConsistencyToken(parts[0], StreamId.fromString(parts[1]), Long.parseLong(parts[2]));
            }
        } catch (IllegalArgumentException _) {
            // told below, without the value
        }
        throw new Malformed(HEADER, "malformed-consistency-token");
    }

    @Override
    public String toString() {
        String parts = service + ";" + stream + ";" + version;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }
}
