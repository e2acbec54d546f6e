// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit.jpa;

import io.roster.workspaces.audit.Action;
import io.roster.workspaces.audit.Actor;
import io.roster.workspaces.audit.Entry;
import io.roster.workspaces.audit.Recorded;
import io.roster.workspaces.audit.State;
import io.roster.workspaces.audit.Subject;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** One entry; the database numbers it, so that numbers rise on whatever node it is written. */
@Entity
@Table(name = "WS_AUDIT")
public class WorkspaceAuditEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "ID")
    private Long id;

    @Column(name = "REALM_ID")
    private String realmId;

    @Column(name = "ORG_ID")
    private String orgId;

    @Column(name = "HAPPENED_AT")
    private long happenedAt;

    @Column(name = "ACTION_KEY")
    private String action;

    @Column(name = "ACTOR_KIND")
    private String actorKind;

    @Column(name = "ACTOR_ID")
    private String actorId;

    @Column(name = "ACTOR_REALM_ID")
    private String actorRealmId;

    @Column(name = "SUBJECT_KIND")
    private String subjectKind;

    @Column(name = "SUBJECT_ID")
    private String subjectId;

    @Column(name = "STATE_BEFORE")
    private String before;

    @Column(name = "STATE_AFTER")
    private String after;

    @Column(name = "SOURCE")
    private String source;

    @Column(name = "CLIENT_ID")
    private String clientId;

    @Column(name = "ADDRESS")
    private String address;

    protected WorkspaceAuditEntity() {}

    WorkspaceAuditEntity(Entry entry) {
        realmId = entry.realm().value();
        orgId = entry.workspace().map(WorkspaceId::value).orElse(null);
        happenedAt = entry.time().toEpochMilli();
        action = entry.action().key();
        actorKind = entry.actor().kind().key();
        actorId = entry.actor().id().orElse(null);
        actorRealmId = entry.actor().realm().map(RealmId::value).orElse(null);
        subjectKind = entry.subject().kind();
        subjectId = entry.subject().id();
        before = entry.before().map(State::json).orElse(null);
        after = entry.after().map(State::json).orElse(null);
        source = entry.source();
        clientId = entry.client().orElse(null);
        address = entry.address().orElse(null);
    }

    Recorded recorded() {
        return new Recorded(
                id,
                new Entry(
                        new RealmId(realmId),
                        Optional.ofNullable(orgId).map(WorkspaceId::new),
                        Instant.ofEpochMilli(happenedAt),
                        new Action(action),
                        new Actor(
                                Actor.Kind.of(actorKind),
                                Optional.ofNullable(actorId),
                                Optional.ofNullable(actorRealmId).map(RealmId::new)),
                        new Subject(subjectKind, subjectId),
                        Optional.ofNullable(before).map(State::new),
                        Optional.ofNullable(after).map(State::new),
                        source,
                        Optional.ofNullable(clientId),
                        Optional.ofNullable(address)));
    }
}
