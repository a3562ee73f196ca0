package refocus.cases.decision.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import refocus.cases.decision.Decision;
import refocus.cases.decision.DecisionCommand.By;
import refocus.cases.decision.DecisionCommand.Right;
import refocus.cases.decisionright.DecisionRight;
import refocus.cases.decisionright.DecisionRightCommand;
import refocus.cases.decisionright.DecisionRightEvent;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;

/// Which level a decision needs, and which the caller has.
@Singleton
class Rights {

    private static final String LEVELS = "decision-level";

    private final Desk<DecisionRightCommand, DecisionRightEvent, DecisionRight> desk;
    private final CodeSets codes;

    Rights(Desks desks, CodeSets codes) {
        this.desk = desks.of(DecisionRight.TYPE);
        this.codes = codes;
    }

    /// The right in force on that day.
    Uni<Right> on(LocalDate day, String kind, String tier) {
        return kind.equals(Decision.EMERGENCY_PROTECTION)
                ? Uni.createFrom().item(Right.inEmergency())
                : desk.read(DecisionRight.of(kind, tier))
                        .map(current -> DecisionRight.on(current.state(), day)
                                .map(version -> new Right(
                                        version.right().lowestLevel(),
                                        Optional.of(version.right().version())))
                                .orElseGet(Right::usual))
                        .onFailure(Unknown.class)
                        .recoverWithItem(Right::usual);
    }

    /// The caller at the highest level of their roles; a role without one may propose, and takes no decision.
    By by(Caller caller) {
        Optional<Integer> level = caller.roles().stream()
                .flatMap(role -> codes.level(LEVELS, role).stream())
                .max(Integer::compare);
        return new By(caller.worker(), level.orElse(0), level.isPresent());
    }
}
