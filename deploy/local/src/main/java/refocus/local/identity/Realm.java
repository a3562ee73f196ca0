package refocus.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The committed realm: roles, clients and people, with `{{names}}` where an installation has what is its own.
record Realm(String text) {

    static final String NAME = "refocus";

    private static final Pattern OPEN = Pattern.compile("\\{\\{([a-z-]+)}}");

    static Realm committed() throws IOException {
        try (var file = Objects.requireNonNull(Realm.class.getResourceAsStream("realm.json"))) {
            return new Realm(new String(file.readAllBytes(), UTF_8));
        }
    }

    /// The realm with these addresses in it; what is named and is none of them stays open.
    Realm at(Map<String, String> addresses) {
        return new Realm(OPEN.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        Optional.ofNullable(addresses.get(found.group(1))).orElse(found.group()))));
    }

    /// The realm with a secret in each place that is still open.
    Realm with(Secrets secrets) {
        return new Realm(OPEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(secrets.of(found.group(1)))));
    }
}
