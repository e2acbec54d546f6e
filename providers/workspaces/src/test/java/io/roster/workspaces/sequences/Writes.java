// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Events;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds every way of writing that a caller can take: a new one is driven here, or is named as one that writes nothing. */
final class Writes {

    /** Public, takes the caller, and changes nothing. */
    private static final Set<String> READ = Set.of(
            "Roles.list",
            "Roles.get",
            "Members.list",
            "Members.get",
            "Members.look",
            "Members.forChange",
            "TeammateSessions.list",
            "Overrides.list",
            "Projects.list",
            "Projects.get",
            "Grants.ofProject",
            "Grants.ofTeam",
            "Grants.ofTeammate",
            "Grants.get",
            "Teams.list",
            "Teams.get",
            "Teams.members",
            "Teams.of",
            "Settings.get",
            "Plans.list",
            "Plans.get",
            "Plans.of",
            "Plans.require",
            "Bindings.list",
            "Bindings.get",
            "Orphans.list",
            "Orphans.get",
            "Realms.state");

    /** Follows what Keycloak, an import or a clock has decided already: no person and no administrator calls it. */
    private static final Set<String> FOLLOWING = Set.of(
            "Members.importRole",
            "Members.joined",
            "Members.left",
            "Members.removed",
            "Members.adopt",
            "Members.sweep",
            "Overrides.sweep",
            "Grants.sweep",
            "Grants.removed",
            "Teams.created",
            "Teams.renamed",
            "Teams.removed",
            "Teams.joined",
            "Teams.left",
            "Bindings.removed",
            "Orphans.publish",
            "Orphans.signsInOtherwise");

    /** The switch of the realm, which changes Keycloak itself: a test on a real server has it. */
    private static final Set<String> ELSEWHERE = Set.of("Realms.switchOn", "Realms.switchOff");

    /** These are in every call, and tell no two methods apart. */
    private static final Set<String> USUAL = Set.of("Caller", "Workspace", "Expected");

    private Writes() {}

    /** All methods of facades that publish what a caller does, each with the types that tell it from others. */
    static SortedSet<String> found() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.roster.workspaces")
                        .stream()
                        .filter(Writes::isFacade)
                        .flatMap(type -> type.getMethods().stream())
                        .filter(Writes::takesCaller)
                        .filter(method ->
                                !isNamed(method, READ) && !isNamed(method, FOLLOWING) && !isNamed(method, ELSEWHERE))
                        .map(Writes::text)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isFacade(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getConstructors().stream()
                        .anyMatch(constructor -> constructor.getRawParameterTypes().stream()
                                .anyMatch(parameter -> parameter.isEquivalentTo(Events.class)));
    }

    private static boolean takesCaller(JavaMethod method) {
        List<JavaClass> parameters = method.getRawParameterTypes();
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !parameters.isEmpty()
                && parameters.get(0).isEquivalentTo(Caller.class);
    }

    private static boolean isNamed(JavaMethod method, Set<String> names) {
        return names.contains(method.getOwner().getSimpleName() + "." + method.getName());
    }

    private static String text(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName()
                + method.getRawParameterTypes().stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !USUAL.contains(name))
                        .collect(Collectors.joining(",", "(", ")"));
    }
}
