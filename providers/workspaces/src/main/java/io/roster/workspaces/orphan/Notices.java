// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.orphan;

import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells the realm's contact once of each workspace that nobody can run any more, where the realm names a contact. */
public final class Notices {

    /** The realm attribute with the address of the realm's contact. */
    public static final String CONTACT = "roster.contact-email";

    /** Writes to somebody. */
    @FunctionalInterface
    public interface Mail {

        /**
         * Says that nobody can run this workspace any more.
         *
         * @throws UnsentException if it can't be sent; then the same can be tried again
         */
        void send(Workspace workspace, String address) throws UnsentException;
    }

    /** A mail that couldn't be sent, in words for the operator. */
    public static final class UnsentException extends Exception {

        private static final long serialVersionUID = 1L;

        public UnsentException(String message, Exception cause) {
            super(message, cause);
        }
    }

    private final OrphanStore store;
    private final WorkspaceStore workspaces;
    private final Supplier<Optional<String>> contact;
    private final Mail mail;
    private final Clock clock;

    /** @param contact what the realm of this session has in {@link #CONTACT} */
    public Notices(
            OrphanStore store, WorkspaceStore workspaces, Supplier<Optional<String>> contact, Mail mail, Clock clock) {
        this.store = store;
        this.workspaces = workspaces;
        this.contact = contact;
        this.mail = mail;
        this.clock = clock;
    }

    /** Some workspaces, of all realms, whose realm's contact has to be told; at most so many. */
    public List<OrphanStore.Place> pending(int max) {
        return store.untold(CONTACT, max);
    }

    /**
     * Tells of one workspace of this session's realm, unless somebody else has, or it isn't orphaned any more.
     *
     * @throws UnsentException if the mail can't be sent: it stays pending
     */
    public void send(OrphanStore.Place place) throws UnsentException {
        workspaces.lock(place.realm(), place.workspace());
        Optional<String> address = contact.get().filter(text -> !text.isBlank());
        Optional<Workspace> orphan =
                workspaces.find(List.of(place.workspace())).stream().findFirst();
        if (address.isPresent() && orphan.isPresent() && store.isUntold(place.workspace())) {
            mail.send(orphan.get(), address.get());
            store.told(place.workspace(), clock.now());
        }
    }
}
