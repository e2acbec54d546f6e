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
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * The statement that reads a page of teammates. Each order has an index that begins with the workspace and ends with the
 * user, so a page is read where it begins and nothing is sorted. A search walks through the words that begin like its
 * leading word: somebody with two of them is there once, under the smaller.
 */
final class TeammateStatement {

    private static final String WORDS = "WorkspaceMemberWordEntity";

    private final EntityManager em;
    private final Sort sort;
    private final String value;
    private final String user;
    private final StringBuilder hql = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    TeammateStatement(EntityManager em, WorkspaceId workspace, TeammateQuery query, Optional<Found.Position> after) {
        this.em = em;
        sort = query.order();
        value = value(sort);
        user = sort.by() == Sort.By.MATCH ? "w.userId" : "m.userId";
        parameters.put("org", workspace.value());
        hql.append("select m as teammate, ").append(value).append(" as value from ");
        if (sort.by() == Sort.By.MATCH) {
            search(query.search().orElseThrow(), after);
        } else {
            hql.append("WorkspaceMemberEntity m where m.orgId = :org");
            query.search().stream()
                    .flatMap(search -> search.words().stream())
                    .forEach(word -> has("exists (select 1", "m", word, ")"));
        }
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

    List<Found> read(int max) {
        TypedQuery<Tuple> query = em.createQuery(hql.toString(), Tuple.class).setMaxResults(max);
        parameters.forEach(query::setParameter);
        return query.getResultStream()
                .map(row -> new Found(
                        row.get("teammate", WorkspaceMemberEntity.class).teammate(), text(row.get("value"))))
                .toList();
    }

    private void search(Search search, Optional<Found.Position> after) {
        String leading = search.leading(after, this::count);
        hql.append(WORDS + " w join WorkspaceMemberEntity m on m.orgId = w.orgId and m.userId = w.userId"
                + " where w.orgId = :org and w.word >= :from and w.word < :behind and not exists (select 1 from "
                + WORDS
                + " s where s.orgId = w.orgId and s.userId = w.userId and s.word >= :from and s.word < w.word)");
        parameters.put("from", WorkspaceMemberWordEntity.bytes(leading));
        parameters.put("behind", WorkspaceMemberWordEntity.behind(leading));
        search.words().stream()
                .filter(word -> !word.equals(leading))
                // a number and not 'exists', which PostgreSQL might join and then sort
                .forEach(word -> has("(select count(*)", "w", word, ") > 0"));
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

    private void has(String question, String teammate, String word, String answer) {
        String o = "o" + parameters.size();
        hql.append(String.format(
                " and %1$s from %2$s %3$s where %3$s.orgId = %4$s.orgId and %3$s.userId = %4$s.userId"
                        + " and %3$s.word >= :%3$sfrom and %3$s.word < :%3$sbehind%5$s",
                question, WORDS, o, teammate, answer));
        parameters.put(o + "from", WorkspaceMemberWordEntity.bytes(word));
        parameters.put(o + "behind", WorkspaceMemberWordEntity.behind(word));
    }

    private void is(String column, String name, Object wanted) {
        hql.append(" and ").append(column).append(" = :").append(name);
        parameters.put(name, wanted);
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
