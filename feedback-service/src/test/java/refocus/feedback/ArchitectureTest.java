package refocus.feedback;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Three sentences, and a check that each is about something.
class ArchitectureTest {

    static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("refocus.feedback");

    static final String[] RULES = {
        "refocus.feedback.barrier", "refocus.feedback.voice", "refocus.feedback.survey", "refocus.feedback.idea"
    };

    static final Set<String> VIEWS = Set.of("barriers", "voices", "surveys", "ideas");

    @Test
    void rules_see_no_framework() {
        assertThat(Arrays.stream(RULES).map(CLASSES::getPackage))
                .allMatch(found -> found.getClasses().size() > 3);
        classes()
                .that()
                .resideInAnyPackage(RULES)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed())
                .check(CLASSES);
    }

    @Test
    void a_view_does_not_see_another_view() {
        assertThat(VIEWS).allMatch(view -> CLASSES.containPackage("refocus.feedback." + view));
        slices().assignedFrom(new Views()).should().notDependOnEachOther().check(CLASSES);
    }

    @Test
    void nothing_sees_http() {
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().endsWith(".http")))
                .hasSizeGreaterThan(10);
        noClasses()
                .that()
                .resideOutsideOfPackage("..http")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("refocus.feedback..http")
                .check(CLASSES);
    }

    private static String[] allowed() {
        String[] allowed = Arrays.copyOf(RULES, RULES.length + 4);
        allowed[RULES.length] = "java..";
        allowed[RULES.length + 1] = "refocus.eventsourcing";
        allowed[RULES.length + 2] = "refocus.eventsourcing.personal";
        allowed[RULES.length + 3] = "org.jspecify.annotations";
        return allowed;
    }

    private static final class Views implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String[] parts = type.getPackageName().split("\\.");
            return parts.length > 2 && VIEWS.contains(parts[2])
                    ? SliceIdentifier.of(parts[2])
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "views";
        }
    }
}
