package refocus.eventsourcing.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// What [DerivedKeys] come from, also for a program beside a service that may stand still: that needs no more here than
/// Java and JDBC.
public final class DerivationRoot {

    /// What it is wrapped for, as the key of a person is for the person.
    static final UUID ID = UUID.nameUUIDFromBytes("derivation root".getBytes(StandardCharsets.UTF_8));

    static final String FIND = "select wrapped, master_version from derivation_root";

    private static final String THERE = "select to_regclass('derivation_root') is not null";

    private DerivationRoot() {}

    /// The keyed hash that the service has by [DerivedKeys#hash].
    ///
    /// @param masterKeys as in `refocus.master-key`
    /// @param keys the service's database of keys
    public static KeyedHash hash(String masterKeys, Connection keys, String purpose) throws SQLException {
        var master = new MasterKeys(masterKeys);
        return KeyedHash.with(derived(kept(keys, master).orElseGet(master::first), purpose));
    }

    static byte[] derived(SecretKey root, String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(root)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), AesGcm.KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Empty, too, where the service has not been started since a root is kept.
    private static Optional<SecretKey> kept(Connection keys, MasterKeys master) throws SQLException {
        try (Statement statement = keys.createStatement()) {
            return isThere(statement) ? kept(statement, master) : Optional.empty();
        }
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet table = statement.executeQuery(THERE)) {
            return table.next() && table.getBoolean(1);
        }
    }

    private static Optional<SecretKey> kept(Statement statement, MasterKeys master) throws SQLException {
        try (ResultSet row = statement.executeQuery(FIND)) {
            return row.next()
                    ? Optional.of(AesGcm.key(master.unwrap(ID, row.getInt("master_version"), row.getBytes("wrapped"))))
                    : Optional.empty();
        }
    }
}
