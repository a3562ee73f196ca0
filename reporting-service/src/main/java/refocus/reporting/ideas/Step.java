package refocus.reporting.ideas;

/// What can become of an idea, as figures count it.
enum Step {
    PROPOSED,
    DRAFTED,
    SUBMITTED,
    APPROVED,
    DECLINED,
    IMPLEMENTED,
    MEASURED,
    WITHDRAWN,
    MERGED
}
