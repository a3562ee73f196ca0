package refocus.local.journeys;

import refocus.eventsourcing.canary.Canary;

/// What all journeys plant, each in words of its own, and one looks for.
final class Planted {

    static final Canary CANARY = Canary.hatch();

    private Planted() {}
}
