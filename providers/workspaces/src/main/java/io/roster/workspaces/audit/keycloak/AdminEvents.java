// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit.keycloak;

import io.roster.access.Catalogue;
import io.roster.access.PermissionKey;
import io.roster.workspaces.binding.Binding;
import io.roster.workspaces.binding.BindingChanged;
import io.roster.workspaces.member.MembersAdopted;
import io.roster.workspaces.member.TeammateJoined;
import io.roster.workspaces.member.TeammateLeft;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Event;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.realm.RosterSwitched;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleChanged;
import io.roster.workspaces.role.RoleCreated;
import io.roster.workspaces.role.RoleDeleted;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.events.admin.OperationType;

/**
 * Each change as a Keycloak admin event, with what was before and after: {@code ROSTER_ROLE} and {@code ROSTER_TEAMMATE}
 * at paths below {@code organizations/{id}}, {@code ROSTER_BINDING} below {@code clients/{id}}, and {@code ROSTER_REALM}.
 */
public final class AdminEvents implements Events {

    private final Log log;
    private final Catalogues catalogues;

    /** Where admin events are written, if there is a person or an administrator who did it. */
    @FunctionalInterface
    public interface Log {
        void write(Caller caller, OperationType operation, String type, String path, Map<String, ?> content);
    }

    public AdminEvents(Log log, Catalogues catalogues) {
        this.log = log;
        this.catalogues = catalogues;
    }

    @Override
    public void publish(Caller caller, Event event) {
        if (event instanceof RoleCreated created) {
            role(caller, OperationType.CREATE, created.workspace(), null, created.role());
        } else if (event instanceof RoleChanged changed) {
            role(caller, OperationType.UPDATE, changed.workspace(), changed.before(), changed.after());
        } else if (event instanceof RoleDeleted deleted) {
            role(caller, OperationType.DELETE, deleted.workspace(), deleted.role(), null);
        } else if (event instanceof BindingChanged changed) {
            binding(caller, changed);
        } else if (event instanceof TeammateJoined joined) {
            teammate(
                    caller,
                    OperationType.CREATE,
                    joined.workspace(),
                    joined.user(),
                    Map.of(
                            "after",
                            role(joined.role()),
                            "source",
                            joined.source().key()));
        } else if (event instanceof TeammateLeft left) {
            teammate(caller, OperationType.DELETE, left.workspace(), left.user(), Map.of("before", role(left.role())));
        } else if (event instanceof MembersAdopted adopted) {
            log.write(
                    caller,
                    OperationType.ACTION,
                    "ROSTER_REALM",
                    "roster/teammates",
                    Map.of("adopted", adopted.teammates()));
        } else if (event instanceof RosterSwitched switched) {
            log.write(caller, OperationType.UPDATE, "ROSTER_REALM", "roster", Map.of("enabled", switched.on()));
        } else if (event instanceof Described described) {
            described(caller, described.description());
        }
    }

    /** {@code ROSTER_PROJECT} below {@code organizations/{id}/projects/{key}}, and so on; of the realm below {@code roster}. */
    private void described(Caller caller, Described.Description what) {
        // an override that is made, say, changes a teammate: nobody may take that for one who joins
        OperationType operation = !what.action().startsWith(what.kind() + ".")
                ? OperationType.UPDATE
                : what.before().isEmpty()
                        ? OperationType.CREATE
                        : what.after().isEmpty() ? OperationType.DELETE : OperationType.UPDATE;
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("action", what.action());
        if (!what.before().isEmpty()) {
            content.put("before", what.before());
        }
        if (!what.after().isEmpty()) {
            content.put("after", what.after());
        }
        what.source().ifPresent(source -> content.put("source", source));
        String kind = what.kind() + "s";
        log.write(
                caller,
                operation,
                "ROSTER_" + what.kind().toUpperCase(Locale.ROOT).replace('-', '_'),
                what.workspace()
                        .map(workspace -> path(workspace, kind, what.id()))
                        .orElse("roster/" + kind + "/" + what.id()),
                content);
    }

    private void binding(Caller caller, BindingChanged changed) {
        OperationType operation = changed.before().isEmpty()
                ? OperationType.CREATE
                : changed.after().isEmpty() ? OperationType.DELETE : OperationType.UPDATE;
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("clientId", changed.client().name());
        changed.before().ifPresent(before -> content.put("before", content(before)));
        changed.after().ifPresent(after -> content.put("after", content(after)));
        log.write(
                caller,
                operation,
                "ROSTER_BINDING",
                "clients/" + changed.client().id() + "/binding",
                content);
    }

    private static Map<String, Object> content(Binding binding) {
        return binding.all() ? Map.of("all", true) : Map.of("workspaces", binding.aliases());
    }

    private void teammate(
            Caller caller, OperationType operation, WorkspaceId workspace, UserId user, Map<String, ?> content) {
        log.write(caller, operation, "ROSTER_TEAMMATE", path(workspace, "teammates", user.value()), content);
    }

    private static Map<String, String> role(RoleRef role) {
        return Map.of("role", role.key());
    }

    private void role(Caller caller, OperationType operation, Workspace workspace, Role before, Role after) {
        Catalogue catalogue = catalogues.of(workspace.realm()).permissions();
        Map<String, Object> content = new LinkedHashMap<>();
        if (before != null) {
            content.put("before", content(catalogue, before));
        }
        if (after != null) {
            content.put("after", content(catalogue, after));
        }
        String key = after != null ? after.key() : before.key();
        log.write(caller, operation, "ROSTER_ROLE", path(workspace.id(), "roles", key), content);
    }

    private static Map<String, Object> content(Catalogue catalogue, Role role) {
        List<String> permissions = catalogue.keys(role.permissions()).stream()
                .map(PermissionKey::value)
                .toList();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", role.name().text());
        content.put("description", role.description());
        content.put("hidden", role.hidden());
        content.put("permissions", permissions);
        return content;
    }

    private static String path(WorkspaceId workspace, String kind, String id) {
        return "organizations/" + workspace + "/" + kind + "/" + id;
    }
}
