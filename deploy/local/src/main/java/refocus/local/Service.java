package refocus.local;

import java.nio.file.Path;
import java.util.Locale;

/// The five services, in the order of their ports.
public enum Service {
    CASE(1),
    STAFF(2),
    RECRUITMENT(3),
    FEEDBACK(4),
    REPORTING(5);

    private final int number;

    Service(int number) {
        this.number = number;
    }

    /// Its place after the first port.
    public int number() {
        return number;
    }

    /// The name in topics, databases and addresses.
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What starts it, once built.
    public Path jar(Path source) {
        return source.resolve(title() + "-service", "target", "quarkus-app", "quarkus-run.jar");
    }

    /// Whether it keeps personal data under keys of its own; reporting gets none.
    boolean sealsPersonalData() {
        return this != REPORTING;
    }

    /// Whether it puts down who was shown or refused whose record.
    boolean recordsAccess() {
        return this == CASE || this == STAFF || this == RECRUITMENT;
    }

    /// Whether people sign in to it with a browser.
    boolean hasPages() {
        return this == REPORTING;
    }
}
