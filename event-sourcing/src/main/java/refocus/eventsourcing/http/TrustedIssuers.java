package refocus.eventsourcing.http;

import io.quarkus.oidc.common.runtime.config.OidcCommonConfig.Tls.Verification;
import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Keeps a packaged service from starting where somebody else could pass for its issuer, or another system's tokens for
/// ours.
@ApplicationScoped
class TrustedIssuers {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    void check(
            @Observes @Priority(1) StartupEvent started,
            OidcConfig config,
            @ConfigProperty(name = "quarkus.tls.trust-all", defaultValue = "false") boolean trustsAll) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            config.namedTenants().values().stream()
                    .filter(OidcTenantConfig::tenantEnabled)
                    .flatMap(tenant -> objection(tenant, trustsAll).stream())
                    .findFirst()
                    .ifPresent(objection -> {
                        throw new IllegalStateException(objection);
                    });
        }
    }

    @SuppressWarnings("deprecation") // the old way to leave a certificate unchecked still works
    private static Optional<String> objection(OidcTenantConfig tenant, boolean trustsAll) {
        return objection(
                tenant.authServerUrl().map(URI::create),
                !trustsAll
                        && tenant.tls()
                                .verification()
                                .filter(Verification.NONE::equals)
                                .isEmpty(),
                tenant.token().audience().orElse(List.of()));
    }

    /// Why this issuer's tokens cannot be believed; empty where they can.
    ///
    /// @param checked whether the issuer's certificate is
    static Optional<String> objection(Optional<URI> issuer, boolean checked, List<String> audience) {
        if (issuer.filter(TrustedIssuers::cannotBeFeigned).isEmpty()) {
            return Optional.of("the issuer must be an https address (quarkus.oidc.auth-server-url), not "
                    + issuer.map(URI::toString).orElse("nothing"));
        }
        if (!checked) {
            return Optional.of(
                    "the issuer's certificate must be checked (quarkus.oidc.tls.verification, quarkus.tls.trust-all)");
        }
        if (audience.isEmpty() || audience.contains("any")) {
            return Optional.of("tokens must be meant for this system (quarkus.oidc.token.audience), not for any");
        }
        return Optional.empty();
    }

    private static boolean cannotBeFeigned(URI issuer) {
        return "https".equalsIgnoreCase(issuer.getScheme())
                || Optional.ofNullable(issuer.getHost())
                        .filter(THIS_MACHINE::contains)
                        .isPresent();
    }
}
