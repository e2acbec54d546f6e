// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * What stands in our tables. Runs inside the server, sent there by Keycloak's remote test provider, which the framework
 * adds to the server under test and to no other.
 */
public final class Rows {

    private static final String OUR_TABLES =
            "select table_name from information_schema.tables where upper(table_name) like 'WS!_%' escape '!'";

    private Rows() {}

    /** The number of rows of each table of ours. */
    public static Map<String, Long> count(KeycloakSession session) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        Map<String, Long> rows = new TreeMap<>();
        List<?> tables = database.createNativeQuery(OUR_TABLES).getResultList();
        for (Object table : tables) {
            // a name from the database's own list of tables, so it may stand in the statement
            Object count =
                    database.createNativeQuery("select count(*) from " + table).getSingleResult();
            rows.put(table.toString().toUpperCase(Locale.ROOT), ((Number) count).longValue());
        }
        return rows;
    }

    /** A digest of all that stands in our tables: equal before and after a call that changed nothing. */
    public static String checksum(KeycloakSession session) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        Map<String, List<String>> content = new TreeMap<>();
        for (Object table : database.createNativeQuery(OUR_TABLES).getResultList()) {
            List<String> rows = new ArrayList<>();
            for (Object row :
                    database.createNativeQuery("select * from " + table).getResultList()) {
                rows.add(content(row));
            }
            Collections.sort(rows);
            content.put(table.toString(), rows);
        }
        return Integer.toHexString(content.hashCode()) + "-"
                + content.toString().length();
    }

    /** How many rows of which of our tables have this text anywhere in them, whatever its case. */
    public static Map<String, Long> mentions(KeycloakSession session, String text) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        Map<String, Long> mentions = new TreeMap<>();
        for (Object table : database.createNativeQuery(OUR_TABLES).getResultList()) {
            for (Object row :
                    database.createNativeQuery("select * from " + table).getResultList()) {
                if (content(row).toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))) {
                    mentions.merge(table.toString().toUpperCase(Locale.ROOT), 1L, Long::sum);
                }
            }
        }
        return mentions;
    }

    /** Bytes are read as the text that they are everywhere in our tables. */
    private static String content(Object row) {
        return Stream.of(row instanceof Object[] columns ? columns : new Object[] {row})
                .map(column -> column instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : String.valueOf(column))
                .toList()
                .toString();
    }

    /** The product on which the server stores them. */
    public static String database(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .unwrap(Session.class)
                .doReturningWork(connection -> connection.getMetaData().getDatabaseProductName());
    }
}
