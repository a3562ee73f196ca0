package refocus.reporting.scorecard.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/// The one stylesheet: the design system's, without what is licensed for GOV.UK alone (its font and its crest), and
/// ours after it. Its address carries a digest of it: a browser may keep it for ever.
@Singleton
class Stylesheet {

    private static final String DESIGN_SYSTEM =
            "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css";

    private final String text;
    private final String digest;

    Stylesheet() {
        this.text = brandNeutral(read(DESIGN_SYSTEM)) + read("/dashboard.css");
        this.digest = digest(text);
    }

    String text() {
        return text;
    }

    String digest() {
        return digest;
    }

    String address() {
        return "/dashboard/assets/%s.css".formatted(digest);
    }

    private static String brandNeutral(String css) {
        return css.replaceAll("@font-face\\{[^}]*}", "")
                .replace("GDS Transport,", "")
                .replaceAll("[^{}]*\\{[^{}]*govuk-crest[^{}]*}", "")
                .replaceAll("/\\*# sourceMappingURL=.*", "");
    }

    private static String read(String resource) {
        URL found = Objects.requireNonNull(Stylesheet.class.getResource(resource), resource + " is missing");
        try (var stream = found.openStream()) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
