package refocus.local.story;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import refocus.local.story.Api.As;
import refocus.local.story.Voice.Tale;

/// Tells how decisions moved to the front line: where the risk is low to whoever knows the child, where it is higher to
/// a senior practitioner. Before that day there is no right, and what no right covers is a manager's.
record RightsTale(Services services) implements Tale {

    static final LocalDate MOVED = LocalDate.of(2023, 4, 3);

    private static final As HEAD = Cast.HEAD.as();

    @Override
    public void tell(Voice voice) throws IOException, InterruptedException {
        for (var kind : List.of("TRIAGE", "CLOSURE", "ASSESSMENT", "PLAN")) {
            set(voice, kind, "LOW", 0);
            set(voice, kind, "MEDIUM", 1);
        }
        var name = Map.of("en", "Decisions at the front line", "cy", "Penderfyniadau ar y rheng flaen");
        var facts = Map.of("name", name, "date", MOVED.toString());
        voice.says(services.staff(), HEAD, "/v1/milestones", Days.at(MOVED, 12, 0), facts);
    }

    private void set(Voice voice, String kind, String tier, int level) throws IOException, InterruptedException {
        var right = Map.of("lowestLevel", level, "validFrom", MOVED.toString());
        var path = "/v1/decision-rights/%s/%s".formatted(kind, tier);
        voice.sets(services.cases(), HEAD, path, 0, Days.at(MOVED, 9, 0), right);
    }
}
