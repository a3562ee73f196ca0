package refocus.proving;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import refocus.local.Progress;
import refocus.local.Unworkable;
import refocus.proving.bench.Bench;
import refocus.proving.faults.Faults;

/// The verbs `bench` and `faults`.
public final class Proving {

    private Proving() {}

    public static void main(String... args) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE); // Kafka's clients tell every step
        try {
            var options = Options.parse(args[0], List.of(args).subList(1, args.length));
            boolean well =
                    switch (args[0]) {
                        case "bench" -> Bench.run(options, Progress.now());
                        case "faults" -> Faults.run(options, Progress.now());
                        default -> throw new Unworkable("there is no verb " + args[0]);
                    };
            System.exit(well ? 0 : 1);
        } catch (Unworkable obstacle) {
            System.err.println("refocus: " + obstacle.getMessage());
            System.exit(2);
        }
    }
}
