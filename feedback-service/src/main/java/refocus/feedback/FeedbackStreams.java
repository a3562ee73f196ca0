package refocus.feedback;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import refocus.eventsourcing.Streams;
import refocus.feedback.barrier.Barrier;
import refocus.feedback.idea.Idea;
import refocus.feedback.processchange.ProcessChange;
import refocus.feedback.survey.Survey;
import refocus.feedback.voice.VoiceItem;

/// What this service's log may hold.
public final class FeedbackStreams {

    public static final Streams ALL =
            Streams.of("feedback", Barrier.TYPE, VoiceItem.TYPE, Survey.TYPE, Idea.TYPE, ProcessChange.TYPE);

    private FeedbackStreams() {}

    @Produces
    @Singleton
    static Streams streams() {
        return ALL;
    }
}
