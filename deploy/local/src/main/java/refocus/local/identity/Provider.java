package refocus.local.identity;

/// Who says who somebody is.
public enum Provider {
    /// A real identity provider, as a council has one.
    KEYCLOAK,
    /// The small issuer of the tests, which takes everybody's word; ready at once.
    LOCAL
}
