package refocus.staff.resource;

import java.util.List;
import java.util.Optional;
import refocus.staff.Bilingual;

/// What a resource is and where it is found.
///
/// @param topics codes, as is the audience
public record Content(
        Bilingual title, Bilingual summary, Optional<String> link, List<String> topics, List<String> audience) {}
