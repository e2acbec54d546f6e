// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Event;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.workspace.AccessChanged;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows of the provider. Each rule is an ordinary test, so that one that didn't run can't look green. */
class ArchitectureTest {

    private static final String BASE = "io.roster.workspaces.";
    private static final String DOORS_PATTERN = ".*\\.(rest|jpa|keycloak)";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.roster.workspaces");

    private static final DescribedPredicate<JavaClass> DOORS =
            describe("doors", type -> type.getPackageName().matches(DOORS_PATTERN));
    private static final DescribedPredicate<JavaClass> FEATURE_ROOTS = describe(
            "feature roots",
            type -> type.getPackageName().matches("io\\.roster\\.workspaces\\.[a-z]+")
                    && !type.getPackageName().equals(BASE + "platform"));

    @Test
    void featuresFormNoCycles() {
        check(slices().matching(BASE + "(*)..").should().beFreeOfCycles());
    }

    @Test
    void theEngineKnowsNoFeatureAboveIt() {
        List<String> above = List.of(
                "role",
                "member",
                "override",
                "own",
                "team",
                "project",
                "plan",
                "setting",
                "token",
                "realm",
                "binding",
                "audit",
                "adminui",
                "orphan");
        check(noClasses()
                .that()
                .resideInAnyPackage(BASE + "access..", BASE + "permission..", BASE + "workspace..", BASE + "platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        above.stream().map(feature -> BASE + feature + "..").toArray(String[]::new)));
    }

    @Test
    void aFeatureRootIsPlain() {
        check(noClasses()
                .that(FEATURE_ROOTS)
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta..", "org.keycloak..", "org.hibernate..")
                        .or(DOORS)));
    }

    @Test
    void httpReachesStorageOnlyThroughTheFeature() {
        check(noClasses()
                .that()
                .resideInAPackage(BASE + "*.rest")
                .should()
                .dependOnClassesThat(resideInAPackage("..jpa..")
                        .or(resideInAPackage("jakarta.persistence.."))
                        .or(describe("stores", type -> type.getSimpleName().endsWith("Store")))));
    }

    @Test
    void aDoorKnowsNoDoorOfAnotherFeature() {
        check(classes().that(DOORS).should(openIntoTheirOwnFeature()));
    }

    @Test
    void entitiesCarryOurPrefix() {
        check(classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveSimpleNameStartingWith("Workspace")
                .andShould(haveATableOfOurs()));
    }

    @Test
    void resourcesAreLocatedAndNotRooted() {
        check(noClasses().should().beAnnotatedWith(Path.class));
    }

    @Test
    void onlyThePlatformAndTheApiTouchKeycloaksServices() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "platform..", "io.roster.workspaces")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.keycloak.services.."));
    }

    @Test
    void listenersAreNeverCalled() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "audit..", "io.roster.workspaces")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "audit.."));
    }

    @Test
    void whoeverPublishesIsToldWhoCalls() {
        List<JavaMethodCall> publishing = CLASSES.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(Events.class)
                        && call.getTarget().getName().equals("publish"))
                .toList();
        assertTrue(publishing.size() > 5, publishing.toString());
        List<String> withoutCaller = publishing.stream()
                .map(JavaMethodCall::getOrigin)
                // the platform hands on what it was told
                .filter(origin -> !origin.getOwner().getPackageName().equals(BASE + "platform"))
                .filter(origin -> origin.getRawParameterTypes().isEmpty()
                        || !origin.getRawParameterTypes().get(0).isEquivalentTo(Caller.class))
                .map(JavaCodeUnit::getFullName)
                .toList();
        assertEquals(List.of(), withoutCaller);
    }

    /** An event that is neither would leave other nodes with what they remember, for up to a minute. */
    @Test
    void everyEventSaysWhoseAccessItChangesOrIsKnownToChangeNone() {
        List<String> changesNone = List.of(
                "BindingChanged",
                "SessionsEnded",
                "SettingsChanged",
                "TeamCreated",
                "TeamRenamed",
                "WorkspaceOrphaned",
                "WorkspaceRescued");
        List<JavaClass> said = CLASSES.stream()
                .filter(type -> type.isAssignableTo(Event.class) && !type.isInterface())
                .toList();
        assertTrue(said.size() > 8, said.toString());
        assertEquals(
                changesNone,
                said.stream()
                        .filter(type -> !type.isAssignableTo(AccessChanged.class))
                        .map(JavaClass::getSimpleName)
                        .sorted()
                        .toList());
    }

    @Test
    void thereIsOneClock() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + "platform.Clock")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.keycloak.common.util.Time"));
    }

    @Test
    void everyPackageSaysWhatItIs() {
        List<String> missing = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> !CLASSES.contain(name + ".package-info"))
                .filter(name -> !name.contains("shaded"))
                .filter(name -> !hasPackageInfoSource(name))
                .toList();
        assertEquals(List.of(), missing);
    }

    /** Rules that can't fail would be worse than none: this one breaks on purpose, on classes that are there. */
    @Test
    void aBrokenRuleIsSeen() {
        ArchRule broken =
                noClasses().that(FEATURE_ROOTS).should().dependOnClassesThat().resideInAPackage("java..");
        assertTrue(broken.evaluate(CLASSES).hasViolation());
        assertTrue(CLASSES.size() > 50, "classes: " + CLASSES.size());
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }

    private static boolean hasPackageInfoSource(String name) {
        return java.nio.file.Files.exists(
                java.nio.file.Path.of("src/main/java", name.replace('.', '/'), "package-info.java"));
    }

    private static ArchCondition<JavaClass> openIntoTheirOwnFeature() {
        return new ArchCondition<>("know no door of another feature") {
            @Override
            public void check(JavaClass door, ConditionEvents events) {
                String feature = feature(door);
                door.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> DOORS.test(dependency.getTargetClass()))
                        .filter(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith(BASE))
                        .filter(dependency ->
                                !feature(dependency.getTargetClass()).equals(feature))
                        // the mapper's name is what the realm's client scope is made with
                        .filter(dependency ->
                                !dependency.getTargetClass().getSimpleName().equals("WorkspacePermissionsMapper"))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> haveATableOfOurs() {
        return new ArchCondition<>("have a table that begins with WS_") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                String table = entity.getAnnotationOfType(Table.class).name();
                if (!table.startsWith("WS_")) {
                    events.add(SimpleConditionEvent.violated(entity, entity.getName() + " has the table " + table));
                }
            }
        };
    }

    private static String feature(JavaClass type) {
        return type.getPackageName().substring(BASE.length()).split("\\.")[0];
    }
}
