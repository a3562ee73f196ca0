package refocus.local.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import refocus.eventsourcing.servers.Tokens;

/// Prints a token of the system that runs on a data directory: `data role [worker]`.
public final class Token {

    private Token() {}

    public static void main(String... args) throws IOException {
        var data = Path.of(args[0]);
        var worker = args.length > 2 ? args[2] : args[1];
        try {
            System.out.println(desk(data).token(args[1], worker));
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException refused) {
            System.err.println("refocus: " + refused.getMessage());
            System.exit(1);
        }
    }

    /// The desk of the system that runs there.
    public static TokenDesk desk(Path data) throws IOException {
        var stack = data.resolve("stack.json");
        if (Files.notExists(stack)) {
            throw new IllegalStateException("nothing is running here: start it with ./refocus run");
        }
        var issuer = new ObjectMapper().readTree(stack.toFile()).path("issuer").asText();
        return issuer.contains("/realms/") ? new KeycloakDesk(issuer, Keycloak.secrets(data)) : new Tokens(issuer)::of;
    }
}
