package refocus.staff.worker.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.personal.Opener;
import refocus.staff.worker.Post;
import refocus.staff.worker.Registration;
import refocus.staff.worker.Worker;
import refocus.staff.worker.Worker.Gone;
import refocus.staff.worker.Worker.InPost;
import refocus.staff.worker.Worker.NotJoined;

/// A member of staff as a reader sees them; without a name where nobody has told it or it was erased.
record WorkerShown(
        UUID id,
        Optional<String> name,
        Optional<String> role,
        Optional<Integer> level,
        BigDecimal fte,
        Optional<String> contract,
        boolean agency,
        Optional<UUID> team,
        Optional<UUID> base,
        LocalDate startsOn,
        Optional<LocalDate> lastDay,
        Optional<BigDecimal> capacityPoints,
        Optional<RegistrationShown> registration,
        Optional<String> welshSkill) {

    record RegistrationShown(Optional<String> number, LocalDate renewalOn, boolean lapsed) {

        static RegistrationShown of(Registration registration, Opener opener) {
            return new RegistrationShown(
                    opener.text(registration.number()), registration.renewalOn(), registration.lapsed());
        }
    }

    static WorkerShown of(UUID id, Worker state, Opener opener) {
        return switch (state) {
            case NotJoined _ -> throw new Unknown("worker");
            case InPost(var post) -> of(id, post, Optional.empty(), opener);
            case Gone(var post, var lastDay) -> of(id, post, Optional.of(lastDay), opener);
        };
    }

    private static WorkerShown of(UUID id, Post post, Optional<LocalDate> lastDay, Opener opener) {
        return new WorkerShown(
                id,
                opener.text(post.name()),
                post.terms().role(),
                post.terms().level(),
                post.terms().fte(),
                post.terms().contract(),
                post.terms().agency(),
                post.terms().team(),
                post.terms().base(),
                post.terms().startsOn(),
                lastDay,
                post.points(),
                post.registration().map(known -> RegistrationShown.of(known, opener)),
                post.welshSkill());
    }
}
