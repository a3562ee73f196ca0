package refocus.staff.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.staff.Bilingual;
import refocus.staff.structure.StructureCommand.CloseBase;
import refocus.staff.structure.StructureCommand.DissolveTeam;
import refocus.staff.structure.StructureCommand.FormTeam;
import refocus.staff.structure.StructureCommand.MergeTeams;
import refocus.staff.structure.StructureCommand.OpenBase;
import refocus.staff.structure.StructureEvent.BaseClosed;
import refocus.staff.structure.StructureEvent.BaseOpened;
import refocus.staff.structure.StructureEvent.TeamDissolved;
import refocus.staff.structure.StructureEvent.TeamFormed;
import refocus.staff.structure.StructureEvent.TeamsMerged;

class StructureTest {

    static final UUID NORTH = UUID.fromString("01930000-0000-7000-8000-0000000000a1");
    static final UUID SOUTH = UUID.fromString("01930000-0000-7000-8000-0000000000a2");
    static final UUID ONE = UUID.fromString("01930000-0000-7000-8000-0000000000a3");
    static final UUID OLD_BASE = UUID.fromString("01930000-0000-7000-8000-0000000000b1");
    static final UUID NEW_BASE = UUID.fromString("01930000-0000-7000-8000-0000000000b2");
    static final Bilingual NAME = new Bilingual("A team", "Tîm");
    static final LocalDate Y2014 = LocalDate.parse("2014-04-01");
    static final LocalDate Y2015 = LocalDate.parse("2015-04-01");
    static final LocalDate Y2016 = LocalDate.parse("2016-04-01");

    final DeciderSpec<StructureCommand, StructureEvent, Structure> theStructure =
            DeciderSpec.of(Structure.TYPE.decider());

    @Nested
    class Teams {

        @Test
        void a_team_is_formed_once_at_a_base_that_is_there() {
            var forming = new FormTeam(NORTH, NAME, Optional.of(OLD_BASE), Y2014);
            theStructure.given(opened(OLD_BASE)).when(forming).then(north());
            theStructure.given(opened(OLD_BASE), north()).when(forming).thenNothing();
            theStructure.when(forming).thenImpossible("base", "unknown-base");
        }

        @Test
        void two_teams_become_one_once() {
            var merging = new MergeTeams(List.of(NORTH, SOUTH), ONE, Y2015);
            theStructure.given(threeTeams()).when(merging).then(merged());
            theStructure.given(and(threeTeams(), merged())).when(merging).thenNothing();
        }

        @Test
        void a_team_does_not_merge_into_itself_or_into_nothing() {
            theStructure
                    .given(threeTeams())
                    .when(new MergeTeams(List.of(NORTH, ONE), ONE, Y2015))
                    .thenRefused("merge-into-itself");
            theStructure
                    .given(threeTeams())
                    .when(new MergeTeams(List.of(), ONE, Y2015))
                    .thenImpossible("from", "nothing-to-merge");
            theStructure
                    .given(threeTeams())
                    .when(new MergeTeams(List.of(NORTH), OLD_BASE, Y2015))
                    .thenImpossible("into", "unknown-team");
            theStructure
                    .given(threeTeams())
                    .when(new MergeTeams(List.of(OLD_BASE), ONE, Y2015))
                    .thenImpossible("from", "unknown-team");
        }

        @Test
        void what_has_ended_does_not_end_again_and_takes_nobody_in() {
            theStructure
                    .given(and(threeTeams(), merged()))
                    .when(new MergeTeams(List.of(NORTH), ONE, Y2016))
                    .thenRefused("team-ended");
            theStructure
                    .given(and(threeTeams(), merged()))
                    .when(new MergeTeams(List.of(ONE), NORTH, Y2016))
                    .thenImpossible("into", "not-standing");
            theStructure
                    .given(threeTeams())
                    .when(new MergeTeams(List.of(NORTH), ONE, Y2014.minusDays(1)))
                    .thenImpossible("into", "not-standing");
        }

        @Test
        void a_team_is_dissolved_once() {
            var dissolving = new DissolveTeam(SOUTH, Y2015);
            theStructure.given(threeTeams()).when(dissolving).then(new TeamDissolved(SOUTH, Y2015));
            theStructure
                    .given(and(threeTeams(), new TeamDissolved(SOUTH, Y2015)))
                    .when(dissolving)
                    .thenNothing();
            theStructure.given(and(threeTeams(), merged())).when(dissolving).thenRefused("team-ended");
            theStructure.when(dissolving).thenUnknown();
            theStructure
                    .given(threeTeams())
                    .when(new DissolveTeam(SOUTH, Y2014.minusDays(1)))
                    .thenImpossible("dissolvedOn", "before-beginning");
        }

        @Test
        void whoever_was_in_a_team_is_in_the_one_it_became_from_that_day_on() {
            theStructure.given(and(threeTeams(), merged())).thenState(state -> {
                assertThat(state.teamOn(NORTH, Y2015.minusDays(1)).map(Unit::id))
                        .contains(NORTH);
                assertThat(state.teamOn(NORTH, Y2015).map(Unit::id)).contains(ONE);
                assertThat(state.leadingTo(ONE, Y2015)).containsExactlyInAnyOrder(NORTH, SOUTH, ONE);
                assertThat(state.leadingTo(ONE, Y2015.minusDays(1))).containsExactly(ONE);
                return true;
            });
        }
    }

    @Nested
    class Bases {

        @Test
        void a_base_opens_once() {
            theStructure.when(new OpenBase(OLD_BASE, NAME, Y2014)).then(opened(OLD_BASE));
            theStructure
                    .given(opened(OLD_BASE))
                    .when(new OpenBase(OLD_BASE, NAME, Y2014))
                    .thenNothing();
        }

        @Test
        void a_base_closes_once_and_its_teams_go_where_it_says() {
            var closing = new CloseBase(OLD_BASE, Optional.of(NEW_BASE), Y2015);
            var closed = new BaseClosed(OLD_BASE, Optional.of(NEW_BASE), Y2015);
            theStructure
                    .given(opened(OLD_BASE), opened(NEW_BASE), north())
                    .when(closing)
                    .then(closed)
                    .thenState(state -> state.team(NORTH)
                            .flatMap(team -> state.baseOn(team, Y2015))
                            .filter(base -> base.id().equals(NEW_BASE))
                            .isPresent());
            theStructure
                    .given(opened(OLD_BASE), opened(NEW_BASE), north(), closed)
                    .when(closing)
                    .thenNothing();
            theStructure
                    .given(opened(OLD_BASE), opened(NEW_BASE), north(), closed)
                    .when(new CloseBase(OLD_BASE, Optional.empty(), Y2016))
                    .thenRefused("base-closed");
        }

        @Test
        void nobody_is_left_without_a_base() {
            theStructure
                    .given(opened(OLD_BASE), north())
                    .when(new CloseBase(OLD_BASE, Optional.empty(), Y2015))
                    .thenRefused("base-in-use");
            theStructure
                    .given(opened(OLD_BASE), north())
                    .when(new CloseBase(OLD_BASE, Optional.of(OLD_BASE), Y2015))
                    .thenRefused("base-into-itself");
            theStructure
                    .given(opened(OLD_BASE), north())
                    .when(new CloseBase(OLD_BASE, Optional.of(NEW_BASE), Y2015))
                    .thenImpossible("into", "unknown-base");
            theStructure.when(new CloseBase(OLD_BASE, Optional.empty(), Y2015)).thenUnknown();
        }
    }

    private static StructureEvent[] threeTeams() {
        return new StructureEvent[] {
            new TeamFormed(NORTH, NAME, Optional.empty(), Y2014),
            new TeamFormed(SOUTH, NAME, Optional.empty(), Y2014),
            new TeamFormed(ONE, NAME, Optional.empty(), Y2014)
        };
    }

    private static StructureEvent[] and(StructureEvent[] before, StructureEvent one) {
        var all = java.util.Arrays.copyOf(before, before.length + 1);
        all[before.length] = one;
        return all;
    }

    private static TeamFormed north() {
        return new TeamFormed(NORTH, NAME, Optional.of(OLD_BASE), Y2014);
    }

    private static TeamsMerged merged() {
        return new TeamsMerged(List.of(NORTH, SOUTH), ONE, Y2015);
    }

    private static BaseOpened opened(UUID base) {
        return new BaseOpened(base, NAME, Y2014);
    }
}
