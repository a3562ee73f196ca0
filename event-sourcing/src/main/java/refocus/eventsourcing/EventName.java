package refocus.eventsourcing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The chosen name an event is stored under for ever, in kebab-case, never the class name.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {

    String value();

    /// The version of the event's shape; raised together with an upcaster from the one before.
    int version() default 1;
}
