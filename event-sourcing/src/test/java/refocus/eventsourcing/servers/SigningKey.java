package refocus.eventsourcing.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/// The RSA key that signs local tokens, kept in a file so that tokens outlive a restart.
record SigningKey(RSAPrivateCrtKey key) {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    static SigningKey keptIn(Path file) throws IOException, GeneralSecurityException {
        if (Files.notExists(file)) {
            write(file);
        }
        var encoded = new PKCS8EncodedKeySpec(Files.readAllBytes(file));
        return new SigningKey((RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(encoded));
    }

    /// A signed JWT (RS256) with these claims.
    String sign(String claims) throws GeneralSecurityException {
        var header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"local\"}";
        var content = base64url(header.getBytes(UTF_8)) + "." + base64url(claims.getBytes(UTF_8));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(content.getBytes(UTF_8));
        return content + "." + base64url(signature.sign());
    }

    /// The public half as a JSON Web Key Set.
    String published() {
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"local","n":"%s","e":"%s"}]}""".formatted(unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
    }

    private static void write(Path file) throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, generator.generateKeyPair().getPrivate().getEncoded());
    }

    /// Base64url without the sign byte Java puts before a high bit.
    private static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return base64url(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64url(byte[] bytes) {
        return BASE64URL.encodeToString(bytes);
    }
}
