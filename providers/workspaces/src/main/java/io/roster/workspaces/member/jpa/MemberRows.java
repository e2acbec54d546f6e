// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.jpa;

import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes rows of one workspace, many with one statement. */
final class MemberRows {

    /** Rows of one statement: more would save little, and databases limit the parameters. */
    private static final int MOST = 50;

    private static final String MEMBER = "insert into WorkspaceMemberEntity (orgId, userId, realmId, preset, roleId,"
            + " status, source, joinedAt, sortName, sortEmail, copyDigest, epoch) values ";
    private static final String WORD = "insert into WorkspaceMemberWordEntity (orgId, userId, word, realmId) values ";

    private static final String OR_NOTHING = " on conflict do nothing";

    private final EntityManager em;
    private final RealmId realm;
    private final WorkspaceId workspace;

    MemberRows(EntityManager em, RealmId realm, WorkspaceId workspace) {
        this.em = em;
        this.realm = realm;
        this.workspace = workspace;
    }

    /**
     * A teammate who is there already stays as they are, and that is no failure: of two that join at once, neither may
     * undo what Keycloak does.
     *
     * @return whether there was none before
     */
    boolean join(Teammate teammate, List<String> words) {
        boolean isNew = insert(MEMBER, List.of(row(teammate)), OR_NOTHING) > 0;
        if (isNew) {
            // one by one: H2 can't insert many and leave out those that are there
            words.forEach(word -> insert(WORD, List.of(row(teammate.user(), word)), OR_NOTHING));
        }
        return isNew;
    }

    /** Many who are none yet. */
    void teammates(Collection<Teammate> teammates) {
        insertAll(MEMBER, teammates.stream().map(this::row).toList());
    }

    /** Words of teammates who have none, and whose rows this transaction holds. */
    void words(Map<UserId, List<String>> words) {
        List<List<Object>> rows = new ArrayList<>();
        words.forEach((user, all) -> all.forEach(word -> rows.add(row(user, word))));
        insertAll(WORD, rows);
    }

    private List<Object> row(Teammate teammate) {
        return Arrays.asList(
                workspace.value(),
                teammate.user().value(),
                realm.value(),
                teammate.role().preset().orElse(null),
                teammate.role().roleId().orElse(null),
                teammate.status().key(),
                teammate.source().key(),
                teammate.joined().toEpochMilli(),
                teammate.copied().sortName(),
                teammate.copied().sortEmail(),
                teammate.copied().digest(),
                teammate.epoch());
    }

    private List<Object> row(UserId user, String word) {
        return List.of(workspace.value(), user.value(), WorkspaceMemberWordEntity.bytes(word), realm.value());
    }

    private void insertAll(String statement, List<List<Object>> rows) {
        for (int from = 0; from < rows.size(); from += MOST) {
            insert(statement, rows.subList(from, Math.min(from + MOST, rows.size())), "");
        }
    }

    private int insert(String statement, List<List<Object>> rows, String onConflict) {
        List<Object> values = rows.stream().flatMap(List::stream).toList();
        StringBuilder hql = new StringBuilder(statement);
        for (int i = 0; i < values.size(); i++) {
            boolean isFirst = i % rows.get(0).size() == 0;
            hql.append(i == 0 ? "(?" : isFirst ? "), (?" : ", ?").append(i + 1);
        }
        Query query = em.createQuery(hql.append(")").append(onConflict).toString());
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query.executeUpdate();
    }
}
