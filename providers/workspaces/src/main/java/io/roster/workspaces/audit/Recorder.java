// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

import io.roster.workspaces.member.Source;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.platform.Event;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.platform.Origin;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.RealmId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Hears what features say and writes it down, in the transaction in which it happens. */
public final class Recorder implements Events {

    private final AuditStore store;
    private final Supplier<Origin> origins;
    private final Clock clock;

    public Recorder(AuditStore store, Supplier<Origin> origins, Clock clock) {
        this.store = store;
        this.origins = origins;
        this.clock = clock;
    }

    @Override
    public void publish(Caller caller, Event event) {
        List<Fact> facts = Fact.of(event);
        if (facts.isEmpty()) {
            return;
        }
        boolean isByItself = event instanceof Described described && described.isByItself();
        Origin origin = isByItself ? Origin.NONE : origins.get();
        for (Fact fact : facts) {
            store.append(new Entry(
                    fact.realm(),
                    fact.workspace(),
                    clock.now(),
                    fact.action(),
                    actor(caller, origin, fact),
                    fact.subject(),
                    fact.before(),
                    fact.after(),
                    fact.source().orElse(source(caller, fact)).key(),
                    client(caller, origin),
                    origin.address()));
        }
    }

    private static Actor actor(Caller caller, Origin origin, Fact fact) {
        if (caller instanceof Caller.Person person) {
            return Actor.person(person.userId());
        }
        if (caller instanceof Caller.ServiceAccount account) {
            return Actor.serviceAccount(account.userId());
        }
        if (caller instanceof Caller.Administrator administrator) {
            return Actor.administrator(administrator.userId(), foreign(origin, fact));
        }
        // Keycloak did it, or an import; the request tells for whom
        return switch (origin.kind()) {
            case TOKEN ->
                origin.user()
                        .map(user -> Actor.administrator(user, foreign(origin, fact)))
                        .orElse(Actor.SERVER);
            case SIGN_IN ->
                origin.user().or(() -> self(fact)).map(Actor::person).orElse(Actor.SERVER);
            case NONE -> Actor.SERVER;
        };
    }

    private static Optional<String> client(Caller caller, Origin origin) {
        if (caller instanceof Caller.Person person) {
            return Optional.of(person.clientId());
        }
        return caller instanceof Caller.ServiceAccount account ? Optional.of(account.clientId()) : origin.client();
    }

    /** Somebody who registers joins before Keycloak's sign-in knows them. */
    private static Optional<String> self(Fact fact) {
        return Optional.of(fact.subject())
                .filter(subject -> subject.is(Subject.TEAMMATE))
                .map(Subject::id);
    }

    private static Optional<RealmId> foreign(Origin origin, Fact fact) {
        return origin.realm().map(RealmId::new).filter(realm -> !realm.equals(fact.realm()));
    }

    /** The server changes roles by itself with an import alone, and all else because Keycloak did something. */
    private static Source source(Caller caller, Fact fact) {
        if (!(caller instanceof Caller.Server)) {
            return Source.MANUAL;
        }
        return fact.subject().is(Subject.ROLE) ? Source.IMPORT : Source.KEYCLOAK;
    }
}
