package refocus.local.story;

/// Where each service answers that something is told to.
record Services(Api cases, Api staff, Api recruitment, Api feedback) {}
