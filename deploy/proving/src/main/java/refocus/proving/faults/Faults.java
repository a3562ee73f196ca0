package refocus.proving.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import refocus.local.Progress;
import refocus.proving.Options;
import refocus.proving.Results;
import refocus.proving.faults.FaultRun.Asked;
import refocus.proving.faults.FaultRun.Outcome;
import refocus.proving.faults.Schedule.Deck;
import refocus.proving.stand.Fresh;

/// The verb `faults`.
public final class Faults {

    private static final int LOSSES = 12;
    private static final int EVENTS_BETWEEN_LOSSES = 500;

    private Faults() {}

    /// Carries out what was asked for and tells of it.
    ///
    /// @return whether nothing was found that should not be, and all of what should
    public static boolean run(Options options, Progress progress) throws Exception {
        var json = new LinkedHashMap<String, Object>();
        json.put("at", Instant.now().toString());
        var others = new Findings();
        boolean well = true;
        if (options.includes("schedule")) {
            var outcome = schedule(options, progress);
            progress.out().print(text(outcome));
            json.putAll(json(outcome));
            well = outcome.well();
        }
        var parts = new LinkedHashMap<String, Object>();
        for (var part : List.of("concurrency", "poison", "loss", "restore", "clock")) {
            if (options.includes(part)) {
                try {
                    parts.put(part, part(part, options, others, progress));
                } catch (IOException | SQLException | RuntimeException broken) {
                    others.add(Findings.Kind.STUCK, "%s did not come to its end: %s".formatted(part, broken));
                }
                progress.say("%s: %s".formatted(part, parts.get(part)));
            }
        }
        others.examples().forEach(example -> progress.say("WRONG: " + example));
        json.put("parts", parts);
        json.put("foundInParts", counts(others));
        json.put("examplesInParts", others.examples());
        json.put("well", well && others.none());
        Results.write(options.results("faults.json"), json);
        progress.say(well && others.none() ? "nothing was lost" : "not as it should be, see above");
        return well && others.none();
    }

    private static Outcome schedule(Options options, Progress progress) throws Exception {
        int seed = options.number("--seed", ThreadLocalRandom.current().nextInt(1_000_000));
        var asked = new Asked(
                seed,
                options.number("--faults", options.isLong() ? 300 : 40),
                options.number("--events", options.isLong() ? 200_000 : 20_000),
                options.isLong() ? Deck.LONG : Deck.USUAL);
        progress.say("seed %d: %d faults over %d events".formatted(seed, asked.faults(), asked.events()));
        var directory = Fresh.directory(options.data("faults"));
        return FaultRun.carryOut(options.source(), directory, base(options), asked, progress);
    }

    /// Below what systems hand out for outgoing connections.
    private static int base(Options options) {
        return options.number("--ports", 28080);
    }

    private static Map<String, Object> part(String part, Options options, Findings findings, Progress progress)
            throws Exception {
        var directory = Fresh.directory(options.data("faults").resolve(part));
        var source = options.source();
        int events = options.number("--events", 10_000);
        return switch (part) {
            case "concurrency" -> Concurrency.carryOut(source, directory, base(options), events, findings, progress);
            case "poison" -> Poison.carryOut(source, directory, base(options), events, findings, progress);
            case "loss" -> loss(options, directory, findings, progress);
            case "restore" -> Restore.carryOut(source, directory, base(options), findings, progress);
            default -> ClockStep.carryOut(source, directory, base(options), findings, progress);
        };
    }

    private static Map<String, Object> loss(Options options, Path directory, Findings findings, Progress progress)
            throws Exception {
        var asked = new Asked(
                options.number("--seed", ThreadLocalRandom.current().nextInt(1_000_000)),
                LOSSES,
                LOSSES * EVENTS_BETWEEN_LOSSES,
                Deck.LOSSES);
        var outcome = FaultRun.carryOut(options.source(), directory, base(options), asked, progress);
        findings.addAll(outcome.findings());
        var told = new LinkedHashMap<String, Object>();
        told.put("seed", asked.seed());
        told.put("faults", outcome.struck().size());
        told.put("recorded", outcome.recorded());
        told.put("published", outcome.published());
        return told;
    }

    private static Map<String, Object> counts(Findings findings) {
        var found = new LinkedHashMap<String, Object>();
        for (var kind : Findings.Kind.values()) {
            found.put(kind.name().toLowerCase(Locale.ROOT), findings.of(kind));
        }
        return found;
    }

    static String text(Outcome outcome) {
        var text = new StringBuilder();
        text.append("%n%-26s %,12d   seed %d%n"
                .formatted("faults", outcome.struck().size(), outcome.asked().seed()));
        text.append("%-26s %,12d   asked more than once: %,d%n"
                .formatted("commands acknowledged", outcome.acknowledged(), outcome.retried()));
        text.append("%-26s %,12d%n".formatted("keys repeated", outcome.repeated()));
        text.append("%-26s %,12d%n".formatted("events in the log", outcome.recorded()));
        text.append("%-26s %,12d%n".formatted("events in the topic", outcome.published()));
        text.append("%-26s %,12d%n".formatted("deadlines raised", outcome.deadlinesRaised()));
        text.append("%-26s %,12d s, and all agreed %.1f s later%n"
                .formatted(
                        "lasted", outcome.lasted().toSeconds(), outcome.mended().toMillis() / 1000.0));
        for (var kind : Findings.Kind.values()) {
            text.append("%-26s %,12d%n"
                    .formatted(
                            kind.name().toLowerCase(Locale.ROOT),
                            outcome.findings().of(kind)));
        }
        outcome.findings()
                .examples()
                .forEach(example -> text.append("  ").append(example).append("\n"));
        outcome.controls()
                .forEach((name, found) -> text.append(
                        "%-26s %12s   %s%n".formatted(name, found.none() ? "NOT CAUGHT" : "caught", found.counts())));
        return text.toString();
    }

    private static Map<String, Object> json(Outcome outcome) {
        var json = new LinkedHashMap<String, Object>();
        json.put("seed", outcome.asked().seed());
        json.put("faults", outcome.struck());
        json.put("acknowledged", outcome.acknowledged());
        json.put("askedMoreThanOnce", outcome.retried());
        json.put("keysRepeated", outcome.repeated());
        json.put("recorded", outcome.recorded());
        json.put("published", outcome.published());
        json.put("deadlinesRaised", outcome.deadlinesRaised());
        json.put("seconds", outcome.lasted().toMillis() / 1000.0);
        json.put("mendedSeconds", outcome.mended().toMillis() / 1000.0);
        var found = new LinkedHashMap<String, Object>();
        for (var kind : Findings.Kind.values()) {
            found.put(kind.name().toLowerCase(Locale.ROOT), outcome.findings().of(kind));
        }
        json.put("findings", found);
        json.put("examples", outcome.findings().examples());
        var controls = new LinkedHashMap<String, Object>();
        outcome.controls().forEach((name, caught) -> controls.put(name, caught.counts()));
        json.put("negativeControls", controls);
        return json;
    }
}
