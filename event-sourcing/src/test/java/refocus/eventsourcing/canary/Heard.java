package refocus.eventsourcing.canary;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Listens to all that is logged: the message, what it mentions, and what was thrown.
public final class Heard extends Handler implements AutoCloseable {

    private final List<String> lines = new ArrayList<>();
    private final Logger root = Logger.getLogger("");

    public Heard() {
        setLevel(Level.ALL);
        root.addHandler(this);
    }

    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public synchronized void publish(LogRecord line) {
        lines.add("%s %s %s%s"
                .formatted(
                        line.getLoggerName(), line.getMessage(), List.of(parameters(line)), thrown(line.getThrown())));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
    }

    private static String thrown(Throwable thrown) {
        return thrown == null ? "" : " %s%s".formatted(thrown, thrown(thrown.getCause()));
    }

    private static Object[] parameters(LogRecord line) {
        return line.getParameters() == null ? new Object[0] : line.getParameters();
    }
}
