// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm;

import io.roster.workspaces.access.Guard;
import io.roster.workspaces.member.Members;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.permission.Preset;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.platform.Json;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.role.Roles;
import io.roster.workspaces.workspace.KnownWorkspaces;
import java.util.List;
import java.util.Optional;

/**
 * Switches Roster on and off in the realm of this session. Needs {@code manage-realm}; looking at the state needs to
 * view the realm.
 */
public final class Realms {

    public static final String ENABLED = "roster.enabled";
    public static final String PRESETS = "roster.presets";
    public static final String IMPORT = "roster.import";

    private static final String DEFAULT_PACK = "default";

    private final RealmPort realm;
    private final Catalogues catalogues;
    private final Members members;
    private final Guard guard;
    private final SeedImport seeds;
    private final Events events;

    public Realms(
            RealmPort realm,
            KnownWorkspaces workspaces,
            Catalogues catalogues,
            Roles roles,
            Members members,
            Guard guard,
            Events events) {
        this.realm = realm;
        this.catalogues = catalogues;
        this.members = members;
        this.guard = guard;
        this.events = events;
        this.seeds = new SeedImport(realm, workspaces, catalogues, roles, members);
    }

    /**
     * The state of Roster in a realm.
     *
     * @param waiting whether the realm's attributes ask for something that wasn't done: the server's log says why
     * @param catalogue number of the catalogue, or null where Roster was never switched on
     */
    public record State(
            boolean enabled,
            boolean waiting,
            boolean organizations,
            Integer catalogue,
            String presetPack,
            List<String> presets) {}

    public State state(Caller caller) {
        guard.requireViewsRealm(caller);
        return catalogues
                .find(realm.id())
                .map(catalogue -> new State(
                        isOn(),
                        isWaiting(),
                        realm.hasOrganizations(),
                        catalogue.number(),
                        catalogues.pack(realm.id()),
                        catalogue.presets().stream().map(Preset::key).toList()))
                .orElseGet(() -> new State(isOn(), isOn(), realm.hasOrganizations(), null, null, List.of()));
    }

    /** Whether the realm's attribute says that Roster is on. */
    public boolean isOn() {
        return isOn(realm);
    }

    /** The same without the rest of the facade: it is asked for every token of every realm. */
    public static boolean isOn(RealmPort realm) {
        return realm.attribute(ENABLED).filter(Boolean::parseBoolean).isPresent();
    }

    /** Whether whoever joins becomes a teammate: also while Roster is off, so that nobody is missing when it is on. */
    public boolean isFollowed() {
        return isOn() || catalogues.find(realm.id()).isPresent();
    }

    /** Whether the realm asks to be switched on, or brings something to import, that wasn't done yet. */
    public boolean isWaiting() {
        return isOn()
                && realm.hasOrganizations()
                && (catalogues.find(realm.id()).isEmpty()
                        || realm.attribute(IMPORT).isPresent());
    }

    /**
     * Switches Roster on. Afterwards the realm has its catalogue and presets, the client scopes and the console's
     * client, every member of an organization is a teammate, and what {@code roster.import} holds is imported.
     *
     * @param pack the preset pack, or empty for the one that the realm has, its attribute names, or the default
     * @throws Problem {@code forbidden}; {@code not-ready} where organizations are off; {@code validation} for a pack
     *     that doesn't exist or isn't the one chosen first
     */
    public SwitchReport switchOn(Caller caller, Optional<String> pack) {
        guard.requireManagesRealm(caller);
        if (!realm.hasOrganizations()) {
            throw Problem.of(
                    ProblemCode.NOT_READY,
                    "Organizations are off in this realm: switch them on in the realm settings first.");
        }
        boolean wasOn = isOn();
        realm.set(ENABLED, "true");
        SwitchReport.Builder report = new SwitchReport.Builder();
        String wanted = pack.or(() -> realm.attribute(PRESETS)).orElse(DEFAULT_PACK);
        boolean seeded = catalogues.seed(realm.id(), wanted);
        String chosen = catalogues.pack(realm.id());
        if (pack.isPresent() && !chosen.equals(wanted)) {
            throw Problem.validation("presets", "was chosen when Roster was first switched on: it is " + chosen);
        }
        report.add("preset pack " + chosen, seeded);
        realm.provide(report);
        int teammates = members.adopt(caller, realm.id());
        realm.forgetCachedUsers();
        realm.attribute(IMPORT).ifPresent(document -> {
            seeds.apply(Json.read(document, Seed.class, IMPORT));
            realm.remove(IMPORT);
            report.add("what " + IMPORT + " described", true);
        });
        // seeded: the attribute that asked for it is set by now, and nothing was on before
        if (!wasOn || seeded) {
            events.publish(caller, new RosterSwitched(realm.id(), true));
        }
        return report.build(teammates);
    }

    /** Switches Roster off: no claim, no answer. Data, client scopes and clients stay for the next time. */
    public State switchOff(Caller caller) {
        guard.requireManagesRealm(caller);
        boolean wasOn = isOn();
        realm.set(ENABLED, "false");
        if (wasOn) {
            events.publish(caller, new RosterSwitched(realm.id(), false));
        }
        return state(caller);
    }
}
