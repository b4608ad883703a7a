package vn.anttmap.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which module may use which: the whole table in one place, so that a forbidden edge fails the build even where a
 * module's package-info does not list what it may use.
 *
 * @param base the package that holds the modules
 */
record ModuleStructure(String base) {

    private static final Set<String> BASE = Set.of("problem", "node");
    private static final Set<String> PLACES = and(BASE, "geo", "access", "territory");
    private static final Set<String> FIGURES = and(PLACES, "incident", "density", "movement", "safety");
    private static final Set<String> FIGURES_AND_OUTPUTS =
            and(FIGURES, "boundarychange", "drawing", "exchange", "ogcapi", "overview", "report", "setup");
    private static final Set<String> ALL =
            and(FIGURES_AND_OUTPUTS, "backup", "audit", "live", "replica", "status", "web", "demo");

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("geo", Set.of()),
            Map.entry("problem", Set.of()),
            Map.entry("embedded", Set.of()),
            Map.entry("node", Set.of()),
            Map.entry("access", BASE),
            // Tells the status page of itself.
            Map.entry("replica", and(BASE, "access", "status")),
            Map.entry("territory", and(BASE, "geo", "access", "replica")),
            Map.entry("incident", and(PLACES, "replica")),
            Map.entry("density", and(PLACES, "incident")),
            Map.entry("boundarychange", and(PLACES, "incident")),
            Map.entry("movement", PLACES),
            Map.entry("safety", and(PLACES, "incident", "movement")),
            Map.entry("exchange", and(FIGURES, "status")),
            // Others hand their parts in: it knows none of them.
            Map.entry("status", and(BASE, "access")),
            Map.entry("setup", and(PLACES, "incident")),
            Map.entry("drawing", and(PLACES, "incident")),
            Map.entry("ogcapi", and(FIGURES, "live", "exchange")),
            Map.entry("report", FIGURES),
            Map.entry("overview", and(PLACES, "incident", "safety")),
            // Listens to the events of all the others, which lie in their root packages.
            Map.entry("audit", and(FIGURES_AND_OUTPUTS, "backup", "status")),
            Map.entry("backup", and(BASE, "access", "status", "embedded")),
            Map.entry("live", and(BASE, "access", "incident", "status")),
            Map.entry("web", ALL),
            Map.entry("demo", ALL));

    /** One line for each class that uses a class of a module that its own may not use; empty when all is well. */
    List<String> violations(JavaClasses classes) {
        return classes.stream()
                .flatMap(used -> moduleOf(used).stream().flatMap(module -> violationsOf(used, module)))
                .distinct()
                .sorted()
                .toList();
    }

    /** The kernel can be used and tested without any framework. Its package-info may carry annotations of one. */
    ArchRule kernelIsPlainJava() {
        return noClasses()
                .that()
                .resideInAPackage(base + ".geo..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "org.hibernate..")
                .allowEmptyShould(true);
    }

    private Stream<String> violationsOf(JavaClass user, String module) {
        Set<String> allowed = MAY_USE.get(module);
        if (allowed == null) {
            return Stream.of("The module " + module + " is not in the table: say in ModuleStructure what it may use.");
        }
        return user.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .filter(target -> isOurs(target) && !moduleOf(target).equals(Optional.of(module)))
                .filter(target ->
                        moduleOf(target).map(other -> !allowed.contains(other)).orElse(true))
                .map(target -> user.getName() + " uses " + target.getName() + ", but " + module + " may use "
                        + (allowed.isEmpty()
                                ? "no other module"
                                : String.join(", ", allowed.stream().sorted().toList()))
                        + ".");
    }

    private static Set<String> and(Set<String> modules, String... more) {
        return Stream.concat(modules.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(base) || type.getPackageName().startsWith(base + ".");
    }

    /** The first package name below the base; empty for other libraries and for the base package itself. */
    private Optional<String> moduleOf(JavaClass type) {
        if (!type.getPackageName().startsWith(base + ".")) {
            return Optional.empty();
        }
        return Optional.of(type.getPackageName().substring(base.length() + 1).split("\\.")[0]);
    }
}
