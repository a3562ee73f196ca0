package refocus.eventsourcing.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Ids of commands, and of what they create.
///
/// One of ours begins with the time (version 7); one from a caller's key is the same whenever the same client sends
/// the same key (version 8, of a SHA-256).
final class CommandId {

    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_BITS = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long TIME_BITS = 0xFFFF_FFFF_FFFF_0000L;
    private static final long VERSION_7 = 0x7000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long LAST_12_BITS = 0x0FFFL;

    private CommandId() {}

    static UUID ofKey(String client, String key) {
        ByteBuffer hash = hash("command", client, key);
        return at(hash.getLong(), VERSION_8, hash.getLong(), hash.getLong());
    }

    /// The id of what a command creates: a repeat of the command finds the same, in the order of time where we chose.
    static UUID derived(UUID command, String what) {
        ByteBuffer hash = hash("created", command.toString(), what);
        return command.version() == 7
                ? at(command.getMostSignificantBits(), VERSION_7, hash.getLong(), hash.getLong())
                : at(hash.getLong(), VERSION_8, hash.getLong(), hash.getLong());
    }

    private static UUID at(long first, long version, long second, long third) {
        return new UUID((first & TIME_BITS) | version | (second & LAST_12_BITS), (third & VARIANT_BITS) | VARIANT);
    }

    private static ByteBuffer hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
                digest.update(bytes);
            }
            return ByteBuffer.wrap(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
