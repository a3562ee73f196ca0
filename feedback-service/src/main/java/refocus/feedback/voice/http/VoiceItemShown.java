package refocus.feedback.voice.http;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.personal.Opener;
import refocus.feedback.voice.VoiceItem;
import refocus.feedback.voice.VoiceItem.Declined;
import refocus.feedback.voice.VoiceItem.Done;
import refocus.feedback.voice.VoiceItem.Unlogged;
import refocus.feedback.voice.VoiceItem.Waiting;
import refocus.feedback.voice.VoiceItemEvent.Answer;
import refocus.feedback.voice.VoiceItemEvent.VoiceItemLogged;

/// What was said, as the one who is to answer it sees it; what is erased is left out.
record VoiceItemShown(
        UUID id,
        Status status,
        Optional<UUID> saidBy,
        String source,
        String theme,
        Optional<String> said,
        LocalDate saidOn,
        LocalDate replyDueOn,
        Optional<Published> published) {

    enum Status {
        WAITING,
        WE_CANNOT,
        WE_DID
    }

    record Bilingual(Optional<String> en, Optional<String> cy) {}

    record Published(Bilingual youSaid, Bilingual answer) {}

    static Set<UUID> subjects(VoiceItem state) {
        var subjects = new HashSet<>(Set.of(VoiceItem.item(state).said().subject()));
        answer(state).ifPresent(answer -> subjects.add(answer.answerEn().subject()));
        return subjects;
    }

    static VoiceItemShown of(UUID id, VoiceItem state, Opener opener) {
        VoiceItemLogged item = VoiceItem.item(state);
        return new VoiceItemShown(
                id,
                status(state),
                item.saidBy(),
                item.source(),
                item.theme(),
                opener.open(item.said()).text(),
                item.saidOn(),
                item.replyDueOn(),
                answer(state).map(answer -> published(answer, opener)));
    }

    private static Published published(Answer answer, Opener opener) {
        return new Published(
                new Bilingual(
                        opener.open(answer.youSaidEn()).text(),
                        opener.open(answer.youSaidCy()).text()),
                new Bilingual(
                        opener.open(answer.answerEn()).text(),
                        opener.open(answer.answerCy()).text()));
    }

    private static Optional<Answer> answer(VoiceItem state) {
        return switch (state) {
            case Unlogged _, Waiting _ -> Optional.empty();
            case Declined declined -> Optional.of(declined.answer().answer());
            case Done done -> Optional.of(done.answer().answer());
        };
    }

    private static Status status(VoiceItem state) {
        return switch (state) {
            case Unlogged _ -> throw new Unknown("voice-item");
            case Waiting _ -> Status.WAITING;
            case Declined _ -> Status.WE_CANNOT;
            case Done _ -> Status.WE_DID;
        };
    }
}
