package refocus.local;

import java.util.LinkedHashMap;
import java.util.Map;

/// The ports of one system: identity at the base, the five services behind it, then the servers.
public record Ports(int base) {

    public int identity() {
        return base;
    }

    public int of(Service service) {
        return base + service.number();
    }

    public int postgres() {
        return base + 10;
    }

    public int kafka() {
        return base + 11;
    }

    int kafkaController() {
        return base + 12;
    }

    /// Every port by the name of what listens on it.
    public Map<String, Integer> all() {
        var all = new LinkedHashMap<String, Integer>();
        all.put("identity", identity());
        for (var service : Service.values()) {
            all.put(service.title() + " service", of(service));
        }
        all.put("PostgreSQL", postgres());
        all.put("Kafka", kafka());
        all.put("Kafka's controller", kafkaController());
        return all;
    }
}
