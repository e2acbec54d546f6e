// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.jpa;

import io.roster.workspaces.member.Card;
import io.roster.workspaces.member.Profile;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the members of a realm's organizations teammates. Names are folded in Java, so members are read in pieces, by
 * the key of Keycloak's table and never all of them at once; an organization in which nobody is missing costs nothing.
 */
final class Adoption {

    private static final int PIECE = 500;

    private static final String MEMBERS = " from UserGroupMembershipEntity g join UserEntity u on u.id = g.user.id"
            + " left join WorkspaceMemberEntity m on m.orgId = %s and m.userId = u.id"
            + " where g.groupId = %s and u.serviceAccountClientLink is null"
            // no teammate yet, or one of whom nothing was ever copied
            + " and (m.userId is null or m.copyDigest = '')";

    private final EntityManager em;
    private final JpaMemberStore store;
    private final RealmId realm;
    private final RoleRef role;
    private final Instant joined;

    Adoption(EntityManager em, JpaMemberStore store, RealmId realm, RoleRef role, Instant joined) {
        this.em = em;
        this.store = store;
        this.realm = realm;
        this.role = role;
        this.joined = joined;
    }

    /** @return how many became teammates */
    int adopt() {
        int adopted = 0;
        for (Tuple organization : organizations()) {
            adopted += local(
                    new WorkspaceId(organization.get("org", String.class)),
                    organization.get("team", String.class),
                    organization.get("floor", Long.class),
                    role(organization));
        }
        adopted += federated();
        em.createQuery("update UserGroupMembershipEntity g set g.membershipType = 'UNMANAGED'"
                        + " where g.membershipType = 'MANAGED' and g.groupId in"
                        + " (select o.groupId from OrganizationEntity o where o.realmId = :realm)")
                .setParameter("realm", realm.value())
                .executeUpdate();
        return adopted;
    }

    private List<Tuple> organizations() {
        return em.createQuery(
                        "select o.id as org, o.groupId as team, coalesce(w.teammateFloor, 0L) as floor,"
                                + " w.defaultPreset as preset, w.defaultRoleId as roleId"
                                + " from OrganizationEntity o left join WorkspaceEntity w on w.orgId = o.id"
                                + " where o.realmId = :realm and exists (select 1"
                                + String.format(MEMBERS, "o.id", "o.groupId") + ")",
                        Tuple.class)
                .setParameter("realm", realm.value())
                .getResultList();
    }

    private RoleRef role(Tuple organization) {
        String preset = organization.get("preset", String.class);
        String roleId = organization.get("roleId", String.class);
        return preset == null && roleId == null ? role : RoleRef.stored(preset, roleId);
    }

    private int local(WorkspaceId workspace, String team, long floor, RoleRef given) {
        int adopted = 0;
        String last = "";
        List<Tuple> piece;
        do {
            piece = em.createQuery(
                            "select u.id as id, u.username as username, u.firstName as firstName,"
                                    + " u.lastName as lastName, u.email as email, m.userId as known"
                                    + String.format(MEMBERS, ":org", ":team")
                                    + " and g.user.id > :last order by g.user.id",
                            Tuple.class)
                    .setParameter("org", workspace.value())
                    .setParameter("team", team)
                    .setParameter("last", last)
                    .setMaxResults(PIECE)
                    .getResultList();
            adopted += take(workspace, floor, given, piece);
            last = piece.isEmpty() ? last : piece.get(piece.size() - 1).get("id", String.class);
        } while (piece.size() == PIECE);
        return adopted;
    }

    private int take(WorkspaceId workspace, long floor, RoleRef given, List<Tuple> members) {
        List<Teammate> teammates = new ArrayList<>();
        Map<UserId, List<String>> words = new HashMap<>();
        for (Tuple member : members) {
            UserId user = new UserId(member.get("id", String.class));
            Card card = card(member);
            if (member.get("known") == null) {
                teammates.add(new Teammate(
                        user, given, Teammate.Status.ACTIVE, Source.DEFAULT, joined, card.copied(), floor));
                words.put(user, card.words());
            } else {
                store.copy(realm, workspace, user, card);
            }
        }
        MemberRows rows = new MemberRows(em, realm, workspace);
        rows.teammates(teammates);
        rows.words(words);
        return teammates.size();
    }

    /** Members who live in a federation: asking it for each of them would take too long here. */
    private int federated() {
        return em.createQuery("insert into WorkspaceMemberEntity (orgId, userId, realmId, preset, roleId,"
                        + " status, source,"
                        + " joinedAt, sortName, sortEmail, copyDigest, epoch)"
                        + " select o.id, g.userId, o.realmId,"
                        + " case when w.defaultRoleId is null then coalesce(w.defaultPreset, :preset) end,"
                        + " w.defaultRoleId, 'active', :source, :joined, '', '', '',"
                        + " coalesce(w.teammateFloor, 0L)"
                        + " from FederatedUserGroupMembershipEntity g"
                        + " join OrganizationEntity o on o.groupId = g.groupId"
                        + " left join WorkspaceEntity w on w.orgId = o.id"
                        + " where o.realmId = :realm and not exists (select 1 from WorkspaceMemberEntity m"
                        + " where m.orgId = o.id and m.userId = g.userId)")
                .setParameter("preset", role.key())
                .setParameter("source", Source.DEFAULT.key())
                .setParameter("joined", joined.toEpochMilli())
                .setParameter("realm", realm.value())
                .executeUpdate();
    }

    private static Card card(Tuple member) {
        return Card.of(new Profile(
                member.get("username", String.class),
                member.get("firstName", String.class),
                member.get("lastName", String.class),
                member.get("email", String.class)));
    }
}
