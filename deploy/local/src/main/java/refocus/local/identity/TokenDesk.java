package refocus.local.identity;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// Where tokens of this system are had for the asking, by whoever may read its data directory.
@FunctionalInterface
public interface TokenDesk {

    /// A bearer token for a role, and for the worker who holds it.
    ///
    /// @param worker an id not heard of before becomes an identity of its own
    /// @throws IllegalArgumentException where there is no such role, or nobody can be called that
    String token(String role, String worker);

    /// A desk that is asked once for each, and remembers.
    static TokenDesk remembering(TokenDesk desk) {
        var given = new ConcurrentHashMap<List<String>, String>();
        return (role, worker) -> given.computeIfAbsent(List.of(role, worker), _ -> desk.token(role, worker));
    }

    /// A token for a role, and for the worker who stands for it when nobody is named.
    default String token(String role) {
        return token(role, role);
    }
}
