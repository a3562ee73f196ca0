package refocus.eventsourcing.personal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/// Keyed hashes of one use each, for other rooms: their keys come from the master key, which stays in this one.
@ApplicationScoped
public class Hashes {

    private final Instance<MasterKey> master;

    @Inject
    Hashes(Instance<MasterKey> master) {
        this.master = master;
    }

    /// The same at every start and in every instance.
    public KeyedHash under(String purpose) {
        return new KeyedHash(master.get().derived(purpose));
    }

    /// For a program without configuration.
    ///
    /// @param masterKey in Base64
    public static KeyedHash under(String masterKey, String purpose) {
        return new KeyedHash(new MasterKey(masterKey).derived(purpose));
    }
}
