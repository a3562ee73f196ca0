package refocus.eventsourcing.personal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On an event: since it was recorded, everything about the person whose id its stream has is erased.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Erases {

    /// The component with the ids of others who were erased with that person; none, where it is blank.
    String also() default "";
}
