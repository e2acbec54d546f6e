// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

import io.roster.access.Catalogue;
import io.roster.workspaces.access.Guard;
import io.roster.workspaces.member.People;
import io.roster.workspaces.member.Profile;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one caller sees of one page of entries; each name is looked up once for the page.
 *
 * <p>People of a workspace see who of them did what, by which client and from where. Of a realm administrator they see
 * that it was one, and the id. An administrator sees the names of users whom they may view in Keycloak, and addresses
 * with the right to view Keycloak's own events, which show them too. Nobody sees an address of mail.
 */
final class View {

    private final Caller caller;
    private final Guard guard;
    private final People people;
    private final Map<String, String> roles;
    private final Optional<Catalogue> catalogue;
    private final Map<UserId, Optional<String>> names = new HashMap<>();

    View(Caller caller, Guard guard, People people, Map<String, String> roles, Optional<Catalogue> catalogue) {
        this.caller = caller;
        this.guard = guard;
        this.people = people;
        this.roles = roles;
        this.catalogue = catalogue;
    }

    ListedEntry of(Recorded recorded) {
        Entry entry = recorded.entry();
        boolean administers = caller instanceof Caller.Administrator;
        boolean showsActor = administers || entry.actor().kind() != Actor.Kind.ADMINISTRATOR;
        return new ListedEntry(
                recorded,
                entry.actor().user().filter(user -> showsActor).flatMap(this::name),
                entry.actor().realm().filter(realm -> showsActor).map(RealmId::value),
                subjectName(entry.subject()),
                entry.before().map(state -> RoleState.read(state, catalogue)),
                entry.after().map(state -> RoleState.read(state, catalogue)),
                entry.client().filter(client -> showsActor),
                entry.address().filter(address -> showsAddress(entry.actor())));
    }

    private boolean showsAddress(Actor actor) {
        return caller instanceof Caller.Administrator administrator
                ? administrator.rights().viewsEvents()
                : actor.kind() != Actor.Kind.ADMINISTRATOR && actor.kind() != Actor.Kind.SERVER;
    }

    private Optional<String> subjectName(Subject subject) {
        if (subject.is(Subject.TEAMMATE)) {
            return name(new UserId(subject.id()));
        }
        return subject.is(Subject.ROLE) ? Optional.ofNullable(roles.get(subject.id())) : Optional.empty();
    }

    private Optional<String> name(UserId user) {
        return names.computeIfAbsent(
                user,
                id -> people.find(id)
                        .filter(profile -> guard.sees(caller, id))
                        .map(Profile::displayName)
                        // a realm may use addresses of mail as user names
                        .filter(name -> !name.isEmpty() && name.indexOf('@') < 0));
    }
}
