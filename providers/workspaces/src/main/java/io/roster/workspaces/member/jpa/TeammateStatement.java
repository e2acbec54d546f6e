// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.jpa;

import io.roster.workspaces.member.Found;
import io.roster.workspaces.member.Search;
import io.roster.workspaces.member.Sort;
import io.roster.workspaces.member.TeammateQuery;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statement that reads a page of teammates. Each order has an index that begins with the workspace and ends with the
 * user, so a page is read where it begins and nothing is sorted. What a search finds by its first word is in the order
 * of the words found; somebody with two such words is there once, under the smaller.
 */
final class TeammateStatement {

    private static final String WORDS = "WorkspaceMemberWordEntity";

    private final StringBuilder hql = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();
    private final Sort sort;
    private final String value;
    private final String user;

    TeammateStatement(WorkspaceId workspace, TeammateQuery query, Optional<Found.Position> after) {
        sort = query.order();
        value = value(sort);
        user = sort.by() == Sort.By.MATCH ? "w.userId" : "m.userId";
        hql.append("select m as teammate, ").append(value).append(" as value from ");
        if (sort.by() == Sort.By.MATCH) {
            Search search = query.search().orElseThrow();
            hql.append(WORDS + " w join WorkspaceMemberEntity m on m.orgId = w.orgId and m.userId = w.userId"
                    + " where w.orgId = :org");
            begins("w", search.first(), "0");
            hql.append(" and not exists (select 1 from " + WORDS + " s where s.orgId = w.orgId and s.userId = w.userId"
                    + " and s.word >= :from0 and s.word < w.word)");
            search.others().forEach(this::has);
        } else {
            hql.append("WorkspaceMemberEntity m where m.orgId = :org");
            query.search().ifPresent(search -> search.words().forEach(this::has));
        }
        parameters.put("org", workspace.value());
        query.role().ifPresent(role -> is("m.roleKey", "role", role));
        query.status().ifPresent(status -> is("m.status", "status", status.key()));
        query.source().ifPresent(source -> is("m.source", "source", source.key()));
        after.ifPresent(this::after);
        String direction = sort.descending() ? " desc" : "";
        hql.append(" order by ")
                .append(value)
                .append(direction)
                .append(", ")
                .append(user)
                .append(direction);
    }

    List<Found> read(EntityManager em, int max) {
        TypedQuery<Tuple> query = em.createQuery(hql.toString(), Tuple.class).setMaxResults(max);
        parameters.forEach(query::setParameter);
        return query.getResultStream()
                .map(row -> new Found(
                        row.get("teammate", WorkspaceMemberEntity.class).teammate(), text(row.get("value"))))
                .toList();
    }

    private void is(String column, String name, Object wanted) {
        hql.append(" and ").append(column).append(" = :").append(name);
        parameters.put(name, wanted);
    }

    private void has(String word) {
        String name = Integer.toString(parameters.size());
        String alias = "o" + name;
        hql.append(" and exists (select 1 from " + WORDS + " ")
                .append(alias)
                .append(" where ")
                .append(alias)
                .append(".orgId = m.orgId and ")
                .append(alias)
                .append(".userId = m.userId");
        begins(alias, word, name);
        hql.append(")");
    }

    private void begins(String alias, String word, String name) {
        hql.append(" and ").append(alias).append(".word >= :from").append(name);
        hql.append(" and ").append(alias).append(".word < :to").append(name);
        parameters.put("from" + name, WorkspaceMemberWordEntity.bytes(word));
        parameters.put("to" + name, WorkspaceMemberWordEntity.behind(word));
    }

    private void after(Found.Position position) {
        String sign = sort.descending() ? "<" : ">";
        // the pair says it all, but only some databases find their way into an index by a pair
        hql.append(String.format(
                " and %1$s %3$s= :afterValue and (%1$s, %2$s) %3$s (:afterValue, :afterUser)", value, user, sign));
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
