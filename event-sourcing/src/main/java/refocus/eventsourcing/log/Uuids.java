package refocus.eventsourcing.log;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/// UUIDs of version 7: those made later sort later, so that indexes grow at one end.
public final class Uuids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuids() {}

    public static UUID next() {
        var random = ByteBuffer.allocate(Short.BYTES + Long.BYTES);
        RANDOM.nextBytes(random.array()); // all at once: it is one lock for everybody
        long high = (System.currentTimeMillis() << 16) | 0x7000 | (random.getShort() & 0x0FFF);
        long low = (random.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
