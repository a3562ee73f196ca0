package refocus.eventsourcing.log;

import java.security.SecureRandom;
import java.util.UUID;

/// UUIDs of version 7: those made later sort later, so that indexes grow at one end.
public final class Uuids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuids() {}

    public static UUID next() {
        long high = (System.currentTimeMillis() << 16) | 0x7000 | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
