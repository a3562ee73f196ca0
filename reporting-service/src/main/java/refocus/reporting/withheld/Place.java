package refocus.reporting.withheld;

import java.util.UUID;

/// Where something about a child stands: a stream, as in `case/0193…`, or the id of one event in another child's.
record Place(String place, UUID child) {}
