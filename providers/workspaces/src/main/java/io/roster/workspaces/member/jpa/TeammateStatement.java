// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.jpa;

import io.roster.workspaces.member.Found;
import io.roster.workspaces.member.Search;
import io.roster.workspaces.member.Sort;
import io.roster.workspaces.member.TeammateQuery;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * The statement that reads a page of teammates. Each order has an index that begins with the workspace and ends with the
 * user, so a page is read where it begins and nothing is sorted. A search walks through the words that begin like its
 * leading word: somebody with two of them is there once, under the smaller. With an order of its own, a search that finds
 * few sorts them, and one that finds many walks in the order and asks everybody whether they have the words.
 */
final class TeammateStatement {

    private static final String WORDS = "WorkspaceMemberWordEntity";
    private static final String EVERYBODY = "WorkspaceMemberEntity m where m.orgId = :org";

    private final EntityManager em;
    private final Sort sort;
    private final String value;
    private final String user;
    private final StringBuilder hql = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    TeammateStatement(
            EntityManager em, WorkspaceId workspace, TeammateQuery query, Instant now, Optional<Found.Position> after) {
        this.em = em;
        sort = query.order();
        value = value(sort);
        // the same in either table; an index has to be asked by a column of its own
        user = sort.by() == Sort.By.MATCH ? "w.userId" : "m.userId";
        parameters.put("org", workspace.value());
        hql.append("select m as teammate, ").append(value).append(" as value from ");
        query.search().ifPresentOrElse(search -> search(search, after), () -> hql.append(EVERYBODY));
        query.role().ifPresent(role -> has(role, now));
        query.status().ifPresent(status -> is("m.status", "status", status.key()));
        query.source().ifPresent(source -> is("m.source", "source", source.key()));
        query.team().ifPresent(this::in);
        after.ifPresent(this::after);
        String direction = sort.descending() ? " desc" : "";
        hql.append(" order by ")
                .append(value)
                .append(direction)
                .append(", ")
                .append(user)
                .append(direction);
    }

    List<Found> read(int max) {
        TypedQuery<Tuple> query = em.createQuery(hql.toString(), Tuple.class).setMaxResults(max);
        parameters.forEach(query::setParameter);
        return query.getResultStream()
                .map(row -> new Found(
                        row.get("teammate", WorkspaceMemberEntity.class).teammate(), text(row.get("value"))))
                .toList();
    }

    private void search(Search search, Optional<Found.Position> after) {
        boolean isByMatch = sort.by() == Sort.By.MATCH;
        String leading = isByMatch ? search.leading(after, this::count) : search.leading(this::count);
        if (!isByMatch && count(leading) == Search.COUNTED) {
            hql.append(EVERYBODY);
            search.words().forEach(word -> has("m", word));
            return;
        }
        hql.append(WORDS + " w join WorkspaceMemberEntity m on m.orgId = w.orgId and m.userId = w.userId"
                + " where w.orgId = :org and w.word >= :from and w.word < :behind"
                + " and not exists (select 1 from " + WORDS + " s where s.orgId = :org and s.userId = w.userId"
                + " and coalesce(s.word, :from) >= :from and s.word < w.word)");
        parameters.put("from", WorkspaceMemberWordEntity.bytes(leading));
        parameters.put("behind", WorkspaceMemberWordEntity.behind(leading));
        search.words().stream().filter(word -> !word.equals(leading)).forEach(word -> has("w", word));
    }

    /**
     * The role that counts at the moment. Only between an end and the sweep that follows does a row say otherwise, so
     * almost always the index of roles is walked; else the order is, and everybody asked.
     */
    private void has(String role, Instant now) {
        long moment = now.toEpochMilli();
        if (em.createQuery("select 1 from " + EVERYBODY + " and m.roleUntil <= :now", Integer.class)
                .setParameter("org", parameters.get("org"))
                .setParameter("now", moment)
                .setMaxResults(1)
                .getResultList()
                .isEmpty()) {
            is("m.roleKey", "role", role);
            return;
        }
        hql.append(" and (m.roleKey = :role and (m.roleUntil is null or m.roleUntil > :now)"
                + " or m.roleUntil <= :now and coalesce(m.nextPreset, m.nextRoleId) = :role)");
        parameters.put("role", role);
        parameters.put("now", moment);
    }

    /**
     * Asks one person, by the primary key. No word is ever null: with 'coalesce' no planner takes the index of words
     * instead, in which it would read everybody's for each person, and with a number instead of 'exists' none joins
     * first and sorts then.
     */
    private void has(String teammate, String word) {
        String o = "o" + parameters.size();
        hql.append(String.format(
                " and (select count(*) from %1$s %2$s where %2$s.orgId = :org and %2$s.userId = %3$s.userId"
                        + " and coalesce(%2$s.word, :%2$sfrom) >= :%2$sfrom"
                        + " and coalesce(%2$s.word, :%2$sbehind) < :%2$sbehind) > 0",
                WORDS, o, teammate));
        parameters.put(o + "from", WorkspaceMemberWordEntity.bytes(word));
        parameters.put(o + "behind", WorkspaceMemberWordEntity.behind(word));
    }

    private long count(String word) {
        return em.createQuery(
                        "select count(*) from (select w.userId as found from " + WORDS
                                + " w where w.orgId = :org and w.word >= :from and w.word < :behind"
                                + " order by w.word, w.userId fetch first " + Search.COUNTED + " rows only)",
                        Long.class)
                .setParameter("org", parameters.get("org"))
                .setParameter("from", WorkspaceMemberWordEntity.bytes(word))
                .setParameter("behind", WorkspaceMemberWordEntity.behind(word))
                .getSingleResult();
    }

    private void is(String column, String name, Object wanted) {
        hql.append(" and ").append(column).append(" = :").append(name);
        parameters.put(name, wanted);
    }

    /** Asks one person, by the primary key. Keycloak keeps the groups of a user who lives in a federation elsewhere. */
    private void in(TeamId team) {
        hql.append(" and (exists (select 1 from UserGroupMembershipEntity t where t.groupId = :team"
                + " and t.user.id = m.userId)"
                + " or exists (select 1 from FederatedUserGroupMembershipEntity t where t.groupId = :team"
                + " and t.userId = m.userId))");
        parameters.put("team", team.value());
    }

    /** PostgreSQL finds its way into an index by the pair, MariaDB and MySQL only by what the pair means. */
    private void after(Found.Position position) {
        boolean meaning = em.unwrap(SessionImplementor.class).getJdbcServices().getDialect() instanceof MySQLDialect;
        hql.append(String.format(
                meaning
                        ? " and (%1$s %3$s :afterValue or %1$s = :afterValue and %2$s %3$s :afterUser)"
                        : " and (%1$s, %2$s) %3$s (:afterValue, :afterUser)",
                value,
                user,
                sort.descending() ? "<" : ">"));
        parameters.put("afterValue", typed(position.value()));
        parameters.put("afterUser", position.user());
    }

    private static String value(Sort sort) {
        return switch (sort.by()) {
            case NAME -> "m.sortName";
            case EMAIL -> "m.sortEmail";
            case JOINED -> "m.joinedAt";
            case MATCH -> "w.word";
        };
    }

    private Object typed(String text) {
        return switch (sort.by()) {
            case NAME, EMAIL -> text;
            case JOINED -> Long.valueOf(text);
            case MATCH -> WorkspaceMemberWordEntity.bytes(text);
        };
    }

    private static String text(Object stored) {
        return stored instanceof byte[] bytes ? WorkspaceMemberWordEntity.word(bytes) : stored.toString();
    }
}
