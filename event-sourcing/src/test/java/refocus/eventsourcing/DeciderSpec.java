package refocus.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Given these events, when this is asked, then these events follow, or a refusal.
///
/// Whatever follows is also folded, so that a rule whose events its own state cannot take fails its test.
public final class DeciderSpec<C, E, S> {

    private final Decider<C, E, S> decider;

    private DeciderSpec(Decider<C, E, S> decider) {
        this.decider = decider;
    }

    public static <C, E, S> DeciderSpec<C, E, S> of(Decider<C, E, S> decider) {
        return new DeciderSpec<>(decider);
    }

    /// What has happened before; nothing, where no events are given.
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Given given(E... history) {
        return new Given(List.of(history));
    }

    public Outcome when(C command) {
        return given().when(command);
    }

    public final class Given {

        private final List<E> history;

        private Given(List<E> history) {
            this.history = history;
        }

        public Outcome when(C command) {
            return new Outcome(history, command);
        }

        /// For what a history alone adds up to.
        public void thenState(Predicate<S> expected) {
            assertThat(decider.fold(history)).matches(expected);
        }
    }

    public final class Outcome {

        private final List<E> history;
        private final C command;

        private Outcome(List<E> history, C command) {
            this.history = history;
            this.command = command;
        }

        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final Outcome then(E... events) {
            assertThat(events()).containsExactly(events);
            return this;
        }

        /// For a repeat: it was so already.
        public void thenNothing() {
            assertThat(events()).isEmpty();
        }

        public Outcome thenState(Predicate<S> expected) {
            assertThat(stateAfter(events())).matches(expected);
            return this;
        }

        public void thenRefused(String code) {
            assertThatThrownBy(asking())
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
        }

        /// For what others may do, and whoever asks may not.
        public void thenNotAllowed(String code) {
            assertThatThrownBy(asking()).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo(code);
                assertThat(refused.isForAnyone()).as("refused to anyone").isFalse();
            });
        }

        /// @param code of [Impossible]: well formed, and cannot be
        public void thenImpossible(String field, String code) {
            assertThatThrownBy(asking()).isInstanceOfSatisfying(Impossible.class, impossible -> {
                assertThat(impossible.field()).isEqualTo(field);
                assertThat(impossible.code()).isEqualTo(code);
            });
        }

        public void thenUnknown() {
            assertThatThrownBy(asking()).isInstanceOf(Unknown.class);
        }

        /// What follows, for assertions that [#then] cannot make.
        public List<E> events() {
            List<E> events = decider.decide().apply(decider.fold(history), command);
            assertThat(catchThrowable(() -> stateAfter(events)))
                    .as("folding what followed, %s", events)
                    .isNull();
            return events;
        }

        private ThrowingCallable asking() {
            S state = decider.fold(history);
            return () -> decider.decide().apply(state, command);
        }

        private S stateAfter(List<E> events) {
            return decider.fold(Stream.concat(history.stream(), events.stream()).toList());
        }
    }
}
