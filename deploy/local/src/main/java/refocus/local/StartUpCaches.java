package refocus.local;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import refocus.local.Child.Program;

/// Makes the [StartUpCache] of each service that has none of this build: it is started, stopped when it is ready, and
/// writes its cache as it ends.
public record StartUpCaches(Programs programs, Progress progress) {

    /// How long a service may take to write it.
    private static final Duration WRITING = Duration.ofMinutes(3);

    /// Starts a program.
    public interface Starting {
        Child start(Program program) throws IOException;
    }

    /// Makes those that are missing, all at once; their servers must stand.
    ///
    /// @return the children that were started for it, all ended
    public Collection<Child> make(List<Service> services, Starting starting, Function<Service, BooleanSupplier> ready)
            throws IOException, InterruptedException {
        var making = new LinkedHashMap<Service, Child>();
        for (var service : services) {
            var cache = programs.startUpCache(service);
            if (!cache.isThere()) {
                making.put(service, starting.start(programs.service(service, service.title(), cache.makes())));
            }
        }
        if (making.isEmpty()) {
            return List.of();
        }
        progress.say("making what lets the services start quickly (once after a build)");
        for (var service : making.keySet()) {
            making.get(service).awaitReady(ready.apply(service));
        }
        making.values().parallelStream().forEach(child -> child.stop(WRITING));
        for (var service : making.keySet()) {
            if (!programs.startUpCache(service).keep()) {
                progress.say("%s service wrote no cache, see its log".formatted(service.title()));
            }
        }
        return making.values();
    }
}
