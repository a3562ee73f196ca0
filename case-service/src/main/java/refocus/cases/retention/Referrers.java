package refocus.cases.retention;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.referral.Referral;
import refocus.cases.referral.Referral.Triaged;
import refocus.cases.referral.Referral.Undecided;
import refocus.cases.referral.Referral.Unreceived;
import refocus.cases.referral.ReferralCommand;
import refocus.cases.referral.ReferralEvent;
import refocus.cases.referral.ReferralEvent.ReferralReceived;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.personal.SubjectKeys;

/// Who reported a child. A referrer is known only for the sake of those whom the report was about, and is erased with
/// the last of them.
@Singleton
public class Referrers {

    private final Desk<ReferralCommand, ReferralEvent, Referral> referrals;
    private final ChildTraces traces;
    private final SubjectKeys keys;

    Referrers(Desks desks, ChildTraces traces, SubjectKeys keys) {
        this.referrals = desks.of(Referral.TYPE);
        this.traces = traces;
        this.keys = keys;
    }

    /// Those whose reports were about nobody who is left beside this child.
    Uni<List<UUID>> goneWith(UUID child) {
        return traces.streams(child)
                .map(streams -> streams.stream().filter(Referrers::isReferral).toList())
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(referral -> report(referral.id()))
                .onItem()
                .transformToUniAndConcatenate(report -> goneWith(child, report))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private static boolean isReferral(StreamId stream) {
        return stream.category().equals(Referral.TYPE.category());
    }

    private Uni<Optional<ReferralReceived>> report(UUID referral) {
        return referrals
                .read(referral)
                .map(Current::state)
                // A child's own id is looked for in every kind of stream.
                .onFailure(Unknown.class)
                .recoverWithItem(Unreceived::new)
                .map(state -> switch (state) {
                    case Unreceived _ -> Optional.empty();
                    case Undecided undecided -> Optional.of(undecided.report());
                    case Triaged triaged -> Optional.of(triaged.report());
                });
    }

    private Uni<Optional<UUID>> goneWith(UUID child, Optional<ReferralReceived> report) {
        var others = report.map(ReferralReceived::children).orElse(List.of()).stream()
                .filter(other -> !other.equals(child));
        return Multi.createFrom()
                .items(others)
                .onItem()
                .transformToUniAndConcatenate(keys::isErased)
                .collect()
                .asList()
                .map(erased -> report.filter(_ -> !erased.contains(false))
                        .flatMap(ReferralReceived::referrer)
                        .map(referrer -> referrer.name().subject()));
    }
}
