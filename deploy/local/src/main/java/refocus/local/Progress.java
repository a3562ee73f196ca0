package refocus.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/// Says what is going on, with the seconds since the start.
public record Progress(PrintStream out, Instant started) {

    public static Progress now() {
        return new Progress(System.out, Instant.now());
    }

    public void say(String words) {
        var seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
        out.printf("[%5.1f s] %s%n", seconds, words);
        out.flush();
    }
}
