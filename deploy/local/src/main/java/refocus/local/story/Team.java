package refocus.local.story;

import java.util.Map;

/// The teams of the story: four that became one.
enum Team {
    ASSESSMENT("Assessment team", "Tîm asesu", Base.BRYN),
    SUPPORT("Family support team", "Tîm cefnogi teuluoedd", Base.HARBOUR),
    LOOKED_AFTER("Looked after children team", "Tîm plant sy'n derbyn gofal", Base.BRYN),
    DISABILITY("Disabled children team", "Tîm plant anabl", Base.HARBOUR),
    SERVICE("Children's service", "Gwasanaeth plant", Base.BRYN);

    /// The bases: two that became one.
    enum Base {
        BRYN("Bryn House", "Tŷ Bryn"),
        HARBOUR("Harbour Office", "Swyddfa'r Harbwr");

        private final String en;
        private final String cy;

        Base(String en, String cy) {
            this.en = en;
            this.cy = cy;
        }

        Map<String, String> title() {
            return Map.of("en", en, "cy", cy);
        }
    }

    private final String en;
    private final String cy;
    private final Base base;

    Team(String en, String cy, Base base) {
        this.en = en;
        this.cy = cy;
        this.base = base;
    }

    Map<String, String> title() {
        return Map.of("en", en, "cy", cy);
    }

    Base base() {
        return base;
    }
}
