package refocus.eventsourcing.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import refocus.eventsourcing.personal.KeyedHash;

/// The end of one writer's chain.
///
/// @param seq of the last row; 0 before the first
/// @param mac of the last row; blank before the first
record Chain(UUID writer, long seq, String mac) {

    /// The use of the key. A change of what is hashed takes a new number.
    static final String PURPOSE = "refocus access chain 1";

    /// A row in its place.
    record Link(UUID writer, long seq, Access access, String mac) {}

    static Chain of(UUID writer) {
        return new Chain(writer, 0, "");
    }

    Link next(Access access, KeyedHash hash) {
        return new Link(writer, seq + 1, access, mac(access, hash));
    }

    Chain after(Link link) {
        return new Chain(writer, link.seq(), link.mac());
    }

    /// The keyed hash of the next row: over the one before and everything the row says.
    String mac(Access access, KeyedHash hash) {
        return hash.of(
                PURPOSE,
                bytes(mac),
                bytes(writer),
                bytes(seq + 1),
                bytes(access.id()),
                bytes(access.subject()),
                bytes(access.what()),
                bytes(access.basis()),
                bytes(access.reason().map("="::concat).orElse("")),
                bytes(access.results()),
                bytes(access.actor()),
                bytes(access.account()),
                bytes(access.client()),
                bytes(access.roles()),
                bytes(access.correlation()),
                bytes(access.occurredAt()));
    }

    private static byte[] bytes(Object part) {
        return part.toString().getBytes(UTF_8);
    }
}
