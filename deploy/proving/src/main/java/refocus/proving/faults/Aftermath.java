package refocus.proving.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import refocus.local.Progress;
import refocus.local.Service;
import refocus.proving.faults.FaultRun.Asked;
import refocus.proving.faults.FaultRun.Outcome;
import refocus.proving.faults.FaultRun.Struck;
import refocus.proving.faults.Findings.Kind;
import refocus.proving.faults.Schedule.Deck;
import refocus.proving.stand.Api;
import refocus.proving.stand.Stand;

/// What is found once nothing goes wrong any more: acknowledged, log, topic, views and deadlines side by side.
record Aftermath(Stand stand, Progress progress, Asked asked, Duration patience, Findings findings) {

    private static final String EVENTS = "refocus.case.events";

    private interface Look {
        void at(Findings findings) throws Exception;
    }

    /// Waits until all agrees, builds every view again beside it, and compares.
    Outcome compare(Load load, List<String> services, List<Controls> controls, List<Struck> struck, Duration lasted)
            throws Exception {
        var since = Instant.now();
        try (var database = stand.connect("case");
                var reporting = stand.connect("reporting")) {
            var kafka = stand.programs().kafkaAddress();
            settle(found -> Deadlines.compare(database, found));
            settle(found -> Comparison.published(Log.read(database), Topic.read(kafka, EVENTS), found));
            for (var view : Views.ALL) {
                settle(found -> view.compare(database, view.database().equals("case") ? database : reporting, found));
            }
            var mended = Duration.between(since, Instant.now());
            progress.say("views are built again from zero, to compare");
            var api = new Api(stand.tokens(), UUID.randomUUID());
            var views = Rebuilding.begin(api, services.getFirst(), database, findings);
            var reports = Rebuilding.begin(api, stand.programs().url(Service.REPORTING), reporting, findings);
            views.await(patience, findings);
            reports.await(patience, findings);
            var log = Log.read(database);
            var topic = Topic.read(kafka, EVENTS);
            if (asked.deck() == Deck.LOSSES && topic.filled() == 0) {
                findings.add(Kind.STUCK, "no partition was mended");
            }
            Comparison.acknowledged(load.history(), log, findings);
            Comparison.effects(log, load.since(), load.until(), findings);
            Comparison.versions(log, findings);
            return new Outcome(
                    asked,
                    struck,
                    load.acknowledged(),
                    load.retried(),
                    load.repeats(),
                    log.entries().size(),
                    topic.entries().size(),
                    Deadlines.raised(database),
                    lasted,
                    mended,
                    findings,
                    caught(controls, log, database));
        }
    }

    private Map<String, Findings> caught(List<Controls> controls, Log log, Connection database) throws Exception {
        var caught = new LinkedHashMap<String, Findings>();
        for (var control : controls) {
            var waiting = Instant.now();
            for (long before = -1, now = control.progress(database);
                    now > before && Instant.now().isBefore(waiting.plus(patience));
                    now = control.progress(database)) {
                before = now;
                Thread.sleep(4000);
            }
            caught.putAll(control.compare(log, database));
        }
        return caught;
    }

    /// Looks until nothing is wrong; what still is when patience runs out is a finding.
    private void settle(Look look) throws Exception {
        var until = Instant.now().plus(patience);
        while (true) {
            var found = new Findings();
            try {
                look.at(found);
            } catch (SQLException | KafkaException unready) {
                found.add(Kind.STUCK, unready.toString());
            }
            if (found.none() || Instant.now().isAfter(until)) {
                findings.addAll(found);
                return;
            }
            Thread.sleep(300);
        }
    }
}
