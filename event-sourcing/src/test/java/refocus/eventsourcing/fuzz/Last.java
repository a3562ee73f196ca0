package refocus.eventsourcing.fuzz;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;

/// Test classes by name, and those with a high `@Order` behind the others: a fuzz leaves its service full of nonsense.
public final class Last implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparingInt(Last::order)
                        .thenComparing(found -> found.getTestClass().getName()));
    }

    private static int order(ClassDescriptor found) {
        return found.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
    }
}
