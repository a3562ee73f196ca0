package refocus.reporting.scorecard.http;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import refocus.eventsourcing.http.Wording;

/// The pages, checked against their data when they are built.
@CheckedTemplate(basePath = "scorecard")
final class Templates {

    private Templates() {}

    static native TemplateInstance scorecard(Frame frame, ScorecardPage page);

    static native TemplateInstance definitions(Frame frame, DefinitionsPage page);

    static native TemplateInstance events(Frame frame, EventsPage page);

    static native TemplateInstance problem(Frame frame, Wording wording, int status);

    static native TemplateInstance signedOut(Frame frame);
}
