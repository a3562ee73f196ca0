/// Who may use the system on this machine, and the tokens that say so: Keycloak with a realm of our own (`realm.json`),
/// or, for what starts often, the small issuer of the tests.
@NullMarked
package refocus.local.identity;

import org.jspecify.annotations.NullMarked;
