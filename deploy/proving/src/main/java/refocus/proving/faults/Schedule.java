package refocus.proving.faults;

import static refocus.proving.faults.Fault.BROKER;
import static refocus.proving.faults.Fault.DATABASE;
import static refocus.proving.faults.Fault.LEADER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import refocus.proving.faults.Fault.Kind;

/// Which faults strike, in which order and when, as a seed has it.
///
/// A deck of every kind is shuffled and dealt, again and again: so each kind is there after one deck, in an order of
/// its own. Faults wait for acknowledged commands and not for time: none strikes before the work goes on again after
/// the one before, on any machine.
record Schedule(long seed, List<Fault> faults) {

    /// What may go wrong.
    enum Deck {
        USUAL,
        /// Leaders are frozen, too, for longer than Kafka keeps a transaction open.
        LONG,
        /// The broker loses what it had acknowledged, and whoever mends or reads it is killed in between.
        LOSSES
    }

    private record Card(Kind kind, String part, int least, int most) {}

    private static final List<Card> DECK = List.of(
            new Card(Kind.KILL, "case", 0, 0),
            new Card(Kind.KILL, "case-2", 0, 0),
            new Card(Kind.KILL, LEADER, 0, 0),
            new Card(Kind.KILL, "reporting", 0, 0),
            new Card(Kind.KILL, BROKER, 0, 0),
            new Card(Kind.KILL, DATABASE, 0, 0),
            new Card(Kind.STOP_AT_ONCE, DATABASE, 0, 0),
            new Card(Kind.TERMINATE_SESSIONS, DATABASE, 0, 0),
            new Card(Kind.FREEZE, "case", 1000, 4000),
            new Card(Kind.FREEZE, "reporting", 1000, 4000),
            new Card(Kind.FREEZE, BROKER, 1000, 6000),
            new Card(Kind.FREEZE, DATABASE, 500, 3000),
            new Card(Kind.DEPOSE, LEADER, 1000, 4000),
            new Card(Kind.DROP_CONNECTIONS, DATABASE, 0, 0),
            new Card(Kind.DROP_CONNECTIONS, BROKER, 0, 0),
            new Card(Kind.LATE_COMMIT, DATABASE, 2000, 4000),
            new Card(Kind.LATE_COMMIT, DATABASE, 2000, 4000),
            new Card(Kind.HALF_OPEN, DATABASE, 0, 0),
            new Card(Kind.HALF_OPEN, BROKER, 0, 0));

    private static final List<Card> DISKS =
            List.of(new Card(Kind.FILL_DISK, BROKER, 1000, 4000), new Card(Kind.FILL_DISK, DATABASE, 1000, 4000));

    private static final List<Card> LOSSES = List.of(
            new Card(Kind.LOSE_PARTITION, BROKER, 0, 0),
            new Card(Kind.LOSE_PARTITION, BROKER, 0, 0),
            new Card(Kind.LOSE_PARTITION, BROKER, 0, 0),
            new Card(Kind.KILL, LEADER, 0, 0),
            new Card(Kind.KILL, BROKER, 0, 0),
            new Card(Kind.KILL, "reporting", 0, 0));

    /// Longer than Kafka keeps a transaction open: the leader wakes up and finds it aborted.
    private static final Card OUTLAST = new Card(Kind.FREEZE, LEADER, 31_000, 36_000);
    private static final int OUTLASTING = 5;

    /// @param events how many the log is to have at the end
    /// @param disks whether disks can be filled here
    static Schedule of(Deck what, long seed, int faults, long events, boolean disks) {
        var random = new Random(seed);
        var deck = new ArrayList<>(what == Deck.LOSSES ? LOSSES : DECK);
        if (disks && what != Deck.LOSSES) {
            deck.addAll(DISKS);
        }
        int outlast = what == Deck.LONG ? OUTLASTING : 0;
        var dealt = new ArrayList<Card>();
        while (dealt.size() < faults - outlast) {
            Collections.shuffle(deck, random);
            dealt.addAll(deck);
        }
        dealt.subList(faults - outlast, dealt.size()).clear();
        for (int i = 0; i < outlast; i++) {
            dealt.add(random.nextInt(dealt.size() + 1), OUTLAST);
        }
        long share = events / (faults + 1);
        var all = new ArrayList<Fault>();
        for (int i = 0; i < faults; i++) {
            // Work goes on while a fault lasts, too, and a command is nearly two events.
            all.add(fault(i + 1, share / 4, dealt.get(i), random));
        }
        return new Schedule(seed, List.copyOf(all));
    }

    private static Fault fault(int number, long after, Card card, Random random) {
        long millis = card.most() == 0 ? 0 : random.nextInt(card.least(), card.most());
        return new Fault(number, after, card.kind(), card.part(), Duration.ofMillis(millis));
    }
}
