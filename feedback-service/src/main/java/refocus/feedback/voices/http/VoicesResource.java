package refocus.feedback.voices.http;

import static refocus.feedback.Roles.BUSINESS_SUPPORT;
import static refocus.feedback.Roles.DUTY;
import static refocus.feedback.Roles.HEAD_OF_SERVICE;
import static refocus.feedback.Roles.HR_OFFICER;
import static refocus.feedback.Roles.PERSONAL_ADVISER;
import static refocus.feedback.Roles.PRACTITIONER;
import static refocus.feedback.Roles.REVIEWING_OFFICER;
import static refocus.feedback.Roles.SENIOR_PRACTITIONER;
import static refocus.feedback.Roles.SERVICE_MANAGER;
import static refocus.feedback.Roles.SUPPORT_WORKER;
import static refocus.feedback.Roles.TEAM_MANAGER;
import static refocus.feedback.voices.VoicesProjection.VOICES;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Freshness;
import refocus.eventsourcing.http.Page;
import refocus.eventsourcing.http.PageRequest;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.projection.Where;
import refocus.feedback.voices.VoiceEntry;
import refocus.feedback.voices.VoiceEntry.State;
import refocus.feedback.voices.VoicesProjection;

/// *You said, we did*, newest first, for everyone in the service.
@Path("/v1/voice-items")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    DUTY,
    PRACTITIONER,
    SENIOR_PRACTITIONER,
    SUPPORT_WORKER,
    PERSONAL_ADVISER,
    REVIEWING_OFFICER,
    BUSINESS_SUPPORT,
    HR_OFFICER,
    TEAM_MANAGER,
    SERVICE_MANAGER,
    HEAD_OF_SERVICE
})
class VoicesResource {

    /// One thing that was said, in the list.
    ///
    /// @param youSaid the published words, in the reader's language
    record Listed(
            UUID id,
            State status,
            String theme,
            String themeLabel,
            LocalDate saidOn,
            LocalDate replyDueOn,
            boolean overdue,
            Optional<LocalDate> answeredOn,
            Optional<Boolean> inTime,
            Optional<String> reason,
            Optional<String> reasonLabel,
            Optional<LocalDate> reviewOn,
            Optional<String> youSaid,
            Optional<String> answer) {}

    private final Views views;
    private final Freshness freshness;
    private final VoicesProjection voices;
    private final CodeSets codes;
    private final SubjectKeys keys;

    VoicesResource(Views views, Freshness freshness, VoicesProjection voices, CodeSets codes, SubjectKeys keys) {
        this.views = views;
        this.freshness = freshness;
        this.voices = voices;
        this.codes = codes;
        this.keys = keys;
    }

    @GET
    public Uni<Page<Listed>> list(
            @QueryParam("theme") Optional<String> theme,
            @QueryParam("answered") Optional<Boolean> answered,
            @QueryParam("overdue") Optional<Boolean> overdue,
            @BeanParam PageRequest page,
            @BeanParam Caller caller) {
        var where = new Where();
        theme.ifPresent(wanted -> where.and("t.theme = ?", wanted));
        answered.ifPresent(wanted -> where.and("(t.answered_on is not null) = ?", wanted));
        overdue.ifPresent(
                wanted -> where.and("(t.answered_on is null and t.reply_due_on < ?) = ?", Wales.today(), wanted));
        page.after()
                .ifPresent(last ->
                        where.and("(t.said_at, t.item) < (?::text::timestamptz, ?)", last.text(0), last.uuid(1)));
        return freshness
                .of(voices, caller)
                .chain(() -> views.list(
                        VOICES, where + "order by t.said_at desc, t.item desc limit " + page.rows(), where.values()))
                .map(rows -> Page.of(rows, page, row -> List.of(row.saidAt(), row.item())))
                .chain(rows -> keys.opener(published(rows))
                        .map(opener -> rows.map(
                                row -> shown(row, opener, caller.language().locale()))));
    }

    private static Set<UUID> published(Page<VoiceEntry> page) {
        return page.items().stream()
                .flatMap(row -> row.answerEn().stream())
                .map(words -> words.subject())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Listed shown(VoiceEntry row, Opener opener, Locale language) {
        boolean welsh = language.getLanguage().equals("cy");
        return new Listed(
                row.item(),
                row.state(),
                row.theme(),
                codes.label("voice-theme", row.theme(), language),
                row.saidOn(),
                row.replyDueOn(),
                row.answeredOn().isEmpty() && row.replyDueOn().isBefore(Wales.today()),
                row.answeredOn(),
                row.inTime(),
                row.reason(),
                row.reason().map(code -> codes.label("cannot-reason", code, language)),
                row.reviewOn(),
                opener.text(welsh ? row.youSaidCy() : row.youSaidEn()),
                opener.text(welsh ? row.answerCy() : row.answerEn()));
    }
}
