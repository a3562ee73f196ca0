package refocus.cases;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Three sentences, and a check that each is about something.
class ArchitectureTest {

    static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("refocus.cases");

    static final String[] RULES = {
        "refocus.cases.child",
        "refocus.cases.referral",
        "refocus.cases.childcase",
        "refocus.cases.workday",
        "refocus.cases.deadline",
        "refocus.cases.decision",
        "refocus.cases.decisionright"
    };

    static final Set<String> VIEWS = Set.of(
            "caseload", "chronology", "deadlines", "childindex", "frontdoor", "sessiontime", "rights", "decisionlog");

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
        assertThat(VIEWS).allMatch(view -> CLASSES.containPackage("refocus.cases." + view));
        slices().assignedFrom(new Views()).should().notDependOnEachOther().check(CLASSES);
    }

    @Test
    void nothing_sees_http() {
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().endsWith(".http")))
                .hasSizeGreaterThan(20);
        noClasses()
                .that()
                .resideOutsideOfPackage("..http")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("refocus.cases..http")
                .check(CLASSES);
    }

    @Test
    void every_endpoint_says_who_may_use_it() {
        methods()
                .that(areEndpoints())
                .should(saySomewhere(RolesAllowed.class, PermitAll.class, Authenticated.class))
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe(
                "are endpoints",
                method -> method.getAnnotations().stream()
                        .anyMatch(found -> found.getRawType().isAnnotatedWith(HttpMethod.class)));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static ArchCondition<JavaMethod> saySomewhere(Class<? extends Annotation>... policies) {
        return ArchCondition.from(DescribedPredicate.describe(
                "have a policy",
                method -> Arrays.stream(policies)
                        .anyMatch(policy -> method.isAnnotatedWith(policy)
                                || method.getOwner().isAnnotatedWith(policy))));
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
