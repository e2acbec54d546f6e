// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.access.PermissionSet;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.permission.Preset;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Ids;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workspace's roles put together from the realm's presets, the workspace's edits of them, and its custom roles. */
final class RoleBook {

    private final RoleStore store;
    private final Catalogues catalogues;

    RoleBook(RoleStore store, Catalogues catalogues) {
        this.store = store;
        this.catalogues = catalogues;
    }

    Page<Role> page(Workspace workspace, PageRequest request) {
        List<Role> roles = new ArrayList<>();
        if (request.after().isEmpty()) {
            roles.addAll(presets(workspace));
        }
        Optional<List<String>> after = request.after().map(Cursor::values);
        // presets come on top of the page: they are few, and a picker wants them all at once
        List<CustomRole> rows = store.page(
                workspace.id(),
                request.max() + 1,
                after.map(values -> values.get(0)),
                after.map(values -> values.get(1)));
        Page<CustomRole> page =
                Page.cut(rows, request.max(), last -> Cursor.of(last.name().folded(), last.id()));
        page.items().forEach(row -> roles.add(role(row)));
        return new Page<>(roles, page.next());
    }

    Optional<Role> find(Workspace workspace, String key) {
        RealmCatalogue catalogue = catalogues.of(workspace.realm());
        Optional<Preset> preset = catalogue.preset(key);
        if (preset.isPresent()) {
            return Optional.of(role(catalogue, preset.get(), edits(workspace).get(key)));
        }
        return Optional.of(key)
                .filter(Ids::isPlausible)
                .flatMap(id -> store.find(workspace.id(), id))
                .map(this::role);
    }

    Role named(Workspace workspace, String key) {
        return find(workspace, key)
                .orElseThrow(() -> Problem.notFound("role: {role} is the key that the list of roles gives"));
    }

    /** The preset as the realm has it. */
    Role original(Workspace workspace, String key) {
        RealmCatalogue catalogue = catalogues.of(workspace.realm());
        return catalogue
                .preset(key)
                .map(preset -> role(catalogue, preset, null))
                .orElseThrow(() -> Problem.notFound("role"));
    }

    Role role(CustomRole row) {
        return new Role(
                new RoleRef.OfCustom(row.id()),
                row.name(),
                row.description(),
                false,
                false,
                Optional.ofNullable(row.startedFrom()),
                row.permissions(),
                PermissionSet.empty(),
                PermissionSet.empty(),
                Long.toString(row.version()));
    }

    Map<String, String> names(Workspace workspace, Collection<RoleRef> refs) {
        Map<String, String> names = new HashMap<>();
        presets(workspace)
                .forEach(preset -> names.put(preset.key(), preset.name().text()));
        List<String> custom =
                refs.stream().flatMap(ref -> ref.roleId().stream()).distinct().toList();
        if (!custom.isEmpty()) {
            store.find(workspace.id(), custom)
                    .forEach(role -> names.put(role.id(), role.name().text()));
        }
        return names;
    }

    /**
     * Refuses a name that another role of the workspace has. The realm's own names of presets stay taken while a
     * workspace calls them otherwise: else nobody could tell what an 'Admin' is, and a reset would meet it.
     */
    void requireFree(Workspace workspace, RoleName name, String except) {
        RealmCatalogue catalogue = catalogues.of(workspace.realm());
        Map<String, PresetEdit> edits = edits(workspace);
        for (Preset preset : catalogue.presets()) {
            boolean taken = RoleName.of(preset.name()).sameAs(name)
                    || Optional.ofNullable(edits.get(preset.key()))
                            .flatMap(PresetEdit::name)
                            .filter(name::sameAs)
                            .isPresent();
            if (taken && !preset.key().equals(except)) {
                throw taken(name);
            }
        }
        store.named(workspace.id(), name)
                .filter(role -> !role.id().equals(except))
                .ifPresent(role -> {
                    throw taken(name);
                });
    }

    /** Stores how a preset shall differ from the realm's, or that it doesn't. */
    void saveEdit(Workspace workspace, String key, Roles.Wanted wanted, long version) {
        Role original = original(workspace, key);
        PresetEdit edit = new PresetEdit(
                key,
                Optional.of(wanted.name()).filter(name -> !name.equals(original.name())),
                Optional.of(wanted.description()).filter(text -> !text.equals(original.description())),
                wanted.permissions().minus(original.permissions()),
                original.permissions().minus(wanted.permissions()),
                wanted.hidden(),
                version);
        if (edit.isNothing()) {
            store.reset(workspace.id(), key);
        } else {
            store.save(workspace, edit);
        }
    }

    private List<Role> presets(Workspace workspace) {
        RealmCatalogue catalogue = catalogues.of(workspace.realm());
        Map<String, PresetEdit> edits = edits(workspace);
        return catalogue.presets().stream()
                .map(preset -> role(catalogue, preset, edits.get(preset.key())))
                .toList();
    }

    private Map<String, PresetEdit> edits(Workspace workspace) {
        Map<String, PresetEdit> edits = new HashMap<>();
        store.edits(workspace.id()).forEach(edit -> edits.put(edit.preset(), edit));
        return edits;
    }

    private static Role role(RealmCatalogue catalogue, Preset preset, PresetEdit edit) {
        // the number of the catalogue is part of the version: a new permission changes an unedited preset too
        String number = "c" + catalogue.number();
        RoleName name = RoleName.of(preset.name());
        if (edit == null) {
            return new Role(
                    new RoleRef.OfPreset(preset.key()),
                    name,
                    preset.description(),
                    false,
                    false,
                    Optional.empty(),
                    preset.permissions(),
                    PermissionSet.empty(),
                    PermissionSet.empty(),
                    number);
        }
        return new Role(
                new RoleRef.OfPreset(preset.key()),
                edit.name().orElse(name),
                edit.description().orElse(preset.description()),
                true,
                edit.hidden(),
                Optional.empty(),
                preset.edited(edit.added(), edit.removed()),
                edit.added(),
                edit.removed(),
                number + "-" + edit.version());
    }

    private static Problem taken(RoleName name) {
        return Problem.of(
                ProblemCode.DUPLICATE,
                "Another role of this workspace is called '" + name.text() + "': choose another name.");
    }
}
