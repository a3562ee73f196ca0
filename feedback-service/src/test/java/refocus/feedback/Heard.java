package refocus.feedback;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Listens to all that is logged.
final class Heard extends Handler implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");

    Heard() {
        setLevel(Level.ALL);
        root.addHandler(this);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        lines.add("%s %s %s".formatted(line.getLoggerName(), line.getMessage(), List.of(parameters(line))));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
    }

    private static Object[] parameters(LogRecord line) {
        return line.getParameters() == null ? new Object[0] : line.getParameters();
    }
}
