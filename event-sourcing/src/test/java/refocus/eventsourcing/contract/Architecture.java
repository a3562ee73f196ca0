package refocus.eventsourcing.contract;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Four sentences about the rooms of a service, and a check that each is about something.
///
/// @param root the service's package
/// @param rules its rooms with rules in them, one a stream
/// @param views its rooms with views in them
/// @param shared what rules may see besides each other, `java` and the library's own words
public record Architecture(String root, Set<String> rules, Set<String> views, List<String> shared) {

    private static final int SMALLEST_ROOM = 3;

    public static Architecture of(String root, Set<String> rules, Set<String> views) {
        return new Architecture(root, rules, views, List.of());
    }

    public Architecture sharing(String... packages) {
        return new Architecture(root, rules, views, List.of(packages));
    }

    public void rulesSeeNoFramework() {
        JavaClasses classes = imported();
        String[] rooms = rules.stream().map(this::room).toArray(String[]::new);
        assertThat(rooms)
                .isNotEmpty()
                .allMatch(room -> classes.getPackage(room).getClasses().size() >= SMALLEST_ROOM);
        classes()
                .that()
                .resideInAnyPackage(rooms)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed(rooms))
                .check(classes);
    }

    public void aViewDoesNotSeeAnotherView() {
        JavaClasses classes = imported();
        assertThat(views).isNotEmpty().allMatch(view -> classes.containPackage(room(view)));
        slices().assignedFrom(new Views(this)).should().notDependOnEachOther().check(classes);
    }

    public void nothingSeesHttp() {
        JavaClasses classes = imported();
        assertThat(classes.stream().filter(type -> type.getPackageName().endsWith(".http")))
                .hasSizeGreaterThan(rules.size());
        noClasses()
                .that()
                .resideOutsideOfPackage("..http")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + "..http")
                .check(classes);
    }

    public void everyEndpointSaysWhoMayUseIt() {
        methods()
                .that(areEndpoints())
                .should(saySomewhere(RolesAllowed.class, PermitAll.class, Authenticated.class))
                .check(imported());
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

    private JavaClasses imported() {
        return new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(root);
    }

    private String room(String name) {
        return root + "." + name;
    }

    private String[] allowed(String[] rooms) {
        var allowed = new ArrayList<>(List.of(rooms));
        allowed.addAll(List.of(
                "java..",
                "refocus.eventsourcing",
                "refocus.eventsourcing.keeping",
                "refocus.eventsourcing.personal",
                "org.jspecify.annotations"));
        allowed.addAll(shared);
        return allowed.toArray(String[]::new);
    }

    /// The first step below the root, where that is a view.
    private record Views(Architecture of) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String below = type.getPackageName()
                    .substring(Math.min(type.getPackageName().length(), of.root.length()));
            String room = below.startsWith(".") ? below.substring(1).replaceFirst("\\..*", "") : "";
            return of.views.contains(room) ? SliceIdentifier.of(room) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "views";
        }
    }
}
