package refocus.eventsourcing.http;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// What a verified token says of who bears it.
///
/// It is read once, when the token is verified: to ask a token for a claim that is not one of the standard's makes it
/// throw and catch an exception, which cost more than deciding a command.
///
/// @param worker the worker who asks; empty for a system
/// @param account the account the issuer knows the bearer by
/// @param client the client the token was given to
/// @param scopes what the client asked for and was granted
public record Bearer(Optional<String> worker, Optional<String> account, Optional<String> client, Set<String> scopes) {

    static final String ATTRIBUTE = "refocus.bearer";

    private static final Bearer NOBODY = new Bearer(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

    public Bearer {
        scopes = Set.copyOf(scopes);
    }

    /// Of whoever asks; nothing is said of one who brings no token.
    public static Bearer of(SecurityIdentity identity) {
        Bearer known = identity.getAttribute(ATTRIBUTE);
        return known == null ? NOBODY : known;
    }

    private static Bearer of(JsonWebToken token) {
        return new Bearer(
                claim(token, "worker"),
                claim(token, "sub"),
                Stream.of("azp", "client_id")
                        .flatMap(name -> claim(token, name).stream())
                        .findFirst(),
                claim(token, "scope").stream()
                        .flatMap(scopes -> Stream.of(scopes.split(" ")))
                        .filter(Predicate.not(String::isBlank))
                        .collect(Collectors.toSet()));
    }

    private static Optional<String> claim(JsonWebToken token, String name) {
        return Optional.ofNullable(token.<Object>getClaim(name)).map(Object::toString);
    }

    /// Reads what a token says as soon as it is verified.
    ///
    /// What another council system was granted counts as its roles.
    @ApplicationScoped
    static class Read implements SecurityIdentityAugmentor {

        private static final String SYSTEM = "system";

        @Override
        public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
            return Uni.createFrom()
                    .item(
                            identity.getPrincipal() instanceof JsonWebToken token
                                    ? said(identity, Bearer.of(token))
                                    : identity);
        }

        private static SecurityIdentity said(SecurityIdentity identity, Bearer bearer) {
            var all = QuarkusSecurityIdentity.builder(identity).addAttribute(ATTRIBUTE, bearer);
            if (identity.hasRole(SYSTEM)) {
                // A role has no dot in its name, a scope that is ours has one.
                bearer.scopes().stream().filter(scope -> scope.contains(".")).forEach(all::addRole);
            }
            return all.build();
        }
    }
}
