package refocus.reporting.withheld;

import java.util.UUID;

/// A child whose record is restricted now.
record WithheldChild(UUID child) {}
