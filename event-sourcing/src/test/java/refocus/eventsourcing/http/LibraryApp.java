package refocus.eventsourcing.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import refocus.eventsourcing.servers.LocalIssuer;

/// The web conventions alone: no log, no projections, and an issuer of tokens.
public final class LibraryApp implements QuarkusTestProfile {

    static final String WORKER = "0193a0de-0000-7000-8000-000000000001";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                // A proxy in front says who asks, and whether by TLS.
                Map.entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
                Map.entry("refocus.requests.at-once", "20"),
                Map.entry("refocus.pace.caller.per-second", "0.1"),
                Map.entry("refocus.pace.caller.at-once", "900"),
                Map.entry("refocus.pace.address.per-second", "0.1"),
                Map.entry("refocus.pace.address.at-once", "1500"),
                Map.entry(
                        "quarkus.arc.exclude-types",
                        "refocus.eventsourcing.log.*,refocus.eventsourcing.relay.*,refocus.eventsourcing.clock.*,"
                                + "refocus.eventsourcing.audit.*,refocus.eventsourcing.projection.*,"
                                + "refocus.eventsourcing.reaction.*,refocus.eventsourcing.erasure.*,"
                                + "refocus.eventsourcing.library.*,refocus.eventsourcing.http.OperationsResource,"
                                + "refocus.eventsourcing.http.Freshness,refocus.eventsourcing.http.Advancing"),
                Map.entry("quarkus.log.category.\"refocus\".level", "DEBUG"),
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("refocus.master-key", Base64.getEncoder().encodeToString(new byte[32])));
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(LibraryStreams.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Issuer.class));
    }

    /// Answers tokens for any role.
    public static final class Issuer implements QuarkusTestResourceLifecycleManager {

        private LocalIssuer issuer;

        @Override
        public Map<String, String> start() {
            try {
                Path home = Files.createTempDirectory("issuer");
                issuer = LocalIssuer.start(home, 0);
                return Map.of(
                        "quarkus.oidc.auth-server-url", issuer.url(),
                        "test.issuer-home", home.toString(),
                        "test.librarian", issuer.token("librarian", WORKER),
                        "test.reader", issuer.token("librarian", "0193a0de-0000-7000-8000-000000000002"),
                        "test.visitor", issuer.token("visitor", "not-a-uuid"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void stop() {
            issuer.close();
        }
    }
}
