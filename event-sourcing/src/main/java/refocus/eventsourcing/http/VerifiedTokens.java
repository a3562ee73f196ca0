package refocus.eventsourcing.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.ImmutablePathMatcher;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Remembers a token that was verified for a short while, and never past its own end: checking a signature anew with
/// every request would cost as much as the rest of it.
///
/// It is remembered for the doors it was verified at: what a page takes, an API need not. A signing key that is
/// withdrawn is believed for that while longer.
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens implements HttpAuthenticationMechanism {

    private static final int MOST = 10_000;

    /// What was presented, and the tenant whose doors it was presented at.
    private record Presented(String tenant, String header) {}

    private record Verified(SecurityIdentity identity, Instant until) {}

    private final OidcAuthenticationMechanism oidc;
    private final ImmutablePathMatcher<String> tenants;
    private final Duration rememberedFor;
    private final Cache<Presented, Verified> verified;

    @Inject
    VerifiedTokens(
            OidcAuthenticationMechanism oidc,
            OidcConfig config,
            @ConfigProperty(name = "refocus.tokens.remembered-for", defaultValue = "PT1M") Duration rememberedFor) {
        this.oidc = oidc;
        this.tenants = tenants(config);
        this.rememberedFor = rememberedFor;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST)
                .executor(Runnable::run)
                .expireAfterWrite(rememberedFor)
                .build();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return oidc.authenticate(request, providers);
        }
        var presented = new Presented(tenants.match(request.normalizedPath()).getValue(), header);
        Verified known = verified.getIfPresent(presented);
        if (known != null && Instant.now().isBefore(known.until())) {
            return Uni.createFrom().item(known.identity());
        }
        return oidc.authenticate(request, providers)
                .invoke(identity -> Optional.ofNullable(identity).ifPresent(found -> remember(presented, found)));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return oidc.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return oidc.getCredentialTransport(request);
    }

    /// Which tenant a path belongs to, by the rule that OIDC itself goes by.
    private static ImmutablePathMatcher<String> tenants(OidcConfig config) {
        var paths = ImmutablePathMatcher.<String>builder().addPath("/*", OidcConfig.DEFAULT_TENANT_KEY);
        config.namedTenants()
                .forEach((name, tenant) -> tenant.tenantPaths()
                        .orElse(List.of())
                        .forEach(path -> {
                            if (!name.equals(OidcConfig.DEFAULT_TENANT_KEY)) {
                                paths.addPath(path, name);
                            }
                        }));
        return paths.build();
    }

    private void remember(Presented presented, SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            Instant end = Instant.ofEpochSecond(token.getExpirationTime());
            Instant until = Instant.now().plus(rememberedFor);
            verified.put(presented, new Verified(withoutRequest(identity), end.isBefore(until) ? end : until));
        }
    }

    /// What is known of the caller, without the one request it was learned from.
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .addAttribute(Bearer.ATTRIBUTE, Bearer.of(identity))
                .build();
    }
}
