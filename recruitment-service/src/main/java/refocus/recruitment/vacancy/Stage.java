package refocus.recruitment.vacancy;

/// Where in a selection a criterion is judged.
public enum Stage {
    /// On the application alone, without the candidate's name.
    SIFT,
    INTERVIEW,
    EXERCISE,
    /// By children and young people, where some are on the panel.
    YOUNG_PEOPLE
}
