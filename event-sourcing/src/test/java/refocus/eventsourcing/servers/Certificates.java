package refocus.eventsourcing.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// An authority of one test's own, and the certificate it gave to the servers on `localhost`: made with the JDK's
/// keytool.
///
/// @param keys the servers' key and its chain, for Java; `key` and `chain` are the same for PostgreSQL
/// @param authority whom clients trust, and nobody else
/// @param stranger another authority, which signed nothing here
public record Certificates(Path keys, Path key, Path chain, Path authority, Path stranger) {

    static final String PASSWORD = "changeit";
    private static final String SERVER = "server";
    private static final String AUTHORITY = "authority";

    public static Certificates make(Path home) throws IOException, GeneralSecurityException {
        Path all = home.resolve("all.p12");
        keytool(all, AUTHORITY, "CN=Refocus test authority", "-ext", "bc:c");
        keytool(all, "stranger", "CN=Somebody else", "-ext", "bc:c");
        keytool(all, SERVER, "CN=localhost", "-ext", "san=dns:localhost", "-signer", AUTHORITY);
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(all)) {
            made.load(file, PASSWORD.toCharArray());
        }
        Key key = made.getKey(SERVER, PASSWORD.toCharArray());
        Certificate[] chain = made.getCertificateChain(SERVER);
        return new Certificates(
                keys(home.resolve("server.p12"), key, chain),
                secret(home.resolve("server.key"), pem("PRIVATE KEY", List.of(key.getEncoded()))),
                Files.writeString(home.resolve("server.pem"), pem(chain)),
                Files.writeString(home.resolve("authority.pem"), pem(made.getCertificate(AUTHORITY))),
                Files.writeString(home.resolve("stranger.pem"), pem(made.getCertificate("stranger"))));
    }

    private static void keytool(Path store, String alias, String name, String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        Redirect.appendTo(store.resolveSibling("keytool.log").toFile()))
                .start()
                .onExit()
                .join()
                .exitValue();
        if (exit != 0) {
            throw new IOException("keytool refused, see keytool.log beside " + store);
        }
    }

    private static Path keys(Path file, Key key, Certificate... chain) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(SERVER, key, PASSWORD.toCharArray(), chain);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    /// PostgreSQL takes no key that others may read.
    private static Path secret(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }

    private static String pem(Certificate... chain) throws GeneralSecurityException {
        var encoded = new ArrayList<byte[]>();
        for (Certificate one : chain) {
            encoded.add(one.getEncoded());
        }
        return pem("CERTIFICATE", encoded);
    }

    private static String pem(String what, List<byte[]> all) {
        var text = new StringBuilder();
        for (byte[] one : all) {
            text.append("-----BEGIN %s-----%n".formatted(what))
                    .append(Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(one))
                    .append("%n-----END %s-----%n".formatted(what));
        }
        return text.toString();
    }
}
