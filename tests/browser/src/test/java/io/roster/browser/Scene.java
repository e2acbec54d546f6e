// SPDX-License-Identifier: Apache-2.0
package io.roster.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Person;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.ArrayList;
import java.util.List;

/** A workspace in which Mara is an Admin and Ann a Consumer, and how it is really, past the pages. */
record Scene(TestRealm realm, Chromium chromium, Person mara, Person ann, Workspace acme) {

    static Scene of(TestRealm realm, Chromium chromium) {
        Person mara = realm.person();
        Person ann = realm.person();
        Workspace acme = realm.workspace(mara, ann);
        realm.assign(acme, mara, "admin");
        realm.assign(acme, ann, "consumer");
        return new Scene(realm, chromium, mara, ann, acme);
    }

    /** At a page of the workspace console, with a browser of their own. */
    Visitor at(String page, Person person) {
        return new Visitor(chromium.page()).signsIn(console(page), person);
    }

    String console(String page) {
        return realm.url() + "/roster/console/" + acme.alias() + "/" + page;
    }

    JsonNode role(String key) {
        return read("/roles/" + key);
    }

    List<String> permissions(String role) {
        List<String> keys = new ArrayList<>();
        role(role).path("permissions").forEach(permission -> keys.add(permission.asText()));
        return keys;
    }

    String roleOf(Person person) {
        return read("/teammates/" + person.id()).path("role").asText();
    }

    JsonNode read(String path) {
        return realm.asAdministrator().get(acme.path(path)).is(200).json();
    }
}
