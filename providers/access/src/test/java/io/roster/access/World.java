// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything written about one teammate in plain texts, where null means 'none': what {@link NaiveEvaluator} reads. The
 * other half turns it into what the engine reads.
 */
public record World(
        Map<String, Entry> catalogue,
        Set<String> plan,
        boolean active,
        Set<String> role,
        Instant roleUntil,
        Set<String> successor,
        List<Exemption> exemptions,
        List<Access> accesses,
        Map<String, State> projects) {

    /** A permission of the catalogue. */
    public record Entry(int bit, boolean account, String entitlement) {}

    /** An override. */
    public record Exemption(boolean denial, String key, String project, Instant until) {}

    /** A grant. */
    public record Access(String project, Set<String> role, Instant until) {}

    /** A project without its key. */
    public record State(boolean open, boolean archived) {}

    /** Every moment at which something ends. */
    public List<Instant> ends() {
        return Stream.of(
                        Stream.of(Optional.ofNullable(roleUntil)),
                        exemptions.stream().map(exemption -> Optional.ofNullable(exemption.until())),
                        accesses.stream().map(access -> Optional.ofNullable(access.until())))
                .flatMap(ends -> ends)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    public Catalogue engineCatalogue() {
        return Catalogue.of(
                1,
                catalogue.entrySet().stream()
                        .map(entry -> permission(entry.getKey(), entry.getValue()))
                        .toList());
    }

    Holder holder() {
        return new Holder(
                active,
                new RoleAssignment(bits(role), Optional.ofNullable(roleUntil), bits(successor)),
                exemptions.stream().map(this::override).toList(),
                accesses.stream().map(this::grant).toList(),
                projects.entrySet().stream()
                        .map(project -> new Project(
                                project.getKey(),
                                project.getValue().open(),
                                project.getValue().archived()))
                        .toList());
    }

    private PermissionOverride override(Exemption exemption) {
        return new PermissionOverride(
                exemption.denial() ? Effect.DENY : Effect.ALLOW,
                catalogue.get(exemption.key()).bit(),
                Optional.ofNullable(exemption.project()),
                Optional.ofNullable(exemption.until()));
    }

    private Grant grant(Access access) {
        return new Grant(
                access.project(),
                Optional.ofNullable(access.role()).map(this::bits),
                Optional.ofNullable(access.until()));
    }

    private PermissionSet bits(Set<String> keys) {
        return PermissionSet.of(
                keys.stream().mapToInt(key -> catalogue.get(key).bit()).toArray());
    }

    private static Permission permission(String key, Entry entry) {
        return new Permission(
                entry.bit(),
                new PermissionKey(key),
                "Label",
                Space.SHARED,
                entry.account() ? Scope.ACCOUNT : Scope.PROJECT,
                Risk.LOW,
                Optional.ofNullable(entry.entitlement()),
                false);
    }
}
