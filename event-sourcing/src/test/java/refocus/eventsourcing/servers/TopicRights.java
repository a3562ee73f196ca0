package refocus.eventsourcing.servers;

import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// What each service may do with the topics of Refocus, as Kafka's access control lists have it: tell what is its
/// own, hear those it listens to, and nothing else. What no entry allows is refused.
///
/// No consumer groups: partitions are assigned, and places are kept in the services' own databases.
public final class TopicRights {

    private static final Map<String, List<String>> HEARS = Map.of(
            "case", List.of("staff"),
            "staff", List.of("case", "recruitment"),
            "reporting", List.of("case", "staff", "recruitment", "feedback"));

    private TopicRights() {}

    public static List<AclBinding> of(String service) {
        String own = "refocus.%s.".formatted(service);
        Stream<AclBinding> heard = HEARS.getOrDefault(service, List.of()).stream()
                .map(other -> allow(service, READ, TOPIC, "refocus.%s.events".formatted(other), LITERAL));
        // Its own is read too: how far it was published, and whether anything ever was.
        Stream<AclBinding> told = Stream.of(
                allow(service, WRITE, TOPIC, own, PREFIXED),
                allow(service, READ, TOPIC, own, PREFIXED),
                allow(service, WRITE, TRANSACTIONAL_ID, own, PREFIXED),
                allow(service, WRITE, TOPIC, "refocus.access", LITERAL));
        return (service.equals("reporting") ? heard : Stream.concat(told, heard)).toList();
    }

    private static AclBinding allow(
            String service, AclOperation operation, ResourceType type, String name, PatternType pattern) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + service, "*", operation, AclPermissionType.ALLOW));
    }
}
