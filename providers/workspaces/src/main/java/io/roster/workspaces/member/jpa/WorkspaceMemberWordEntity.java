// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * A word by which a search finds a teammate. It is kept as bytes (UTF-8), because those are in the same order in every
 * database: collations compare text in ways of their own, in which a range isn't what begins alike, and PostgreSQL uses
 * no index for LIKE under most of them.
 */
@Entity
@Table(name = "WS_MEMBER_WORD")
@IdClass(WorkspaceMemberWordEntity.Key.class)
public class WorkspaceMemberWordEntity {

    @Id
    @Column(name = "ORG_ID")
    private String orgId;

    @Id
    @Column(name = "USER_ID")
    private String userId;

    @Id
    @Column(name = "WORD")
    private byte[] word;

    @Column(name = "REALM_ID")
    private String realmId;

    protected WorkspaceMemberWordEntity() {}

    static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }

    static String word(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The first that comes after everything that begins so; no byte of UTF-8 is the highest one. */
    static byte[] behind(String beginning) {
        byte[] bytes = bytes(beginning);
        bytes[bytes.length - 1]++;
        return bytes;
    }

    /** Workspace, user and word. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String orgId;
        private String userId;
        private byte[] word;

        protected Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(orgId, key.orgId)
                    && Objects.equals(userId, key.userId)
                    && Arrays.equals(word, key.word);
        }

        @Override
        public int hashCode() {
            return Objects.hash(orgId, userId, Arrays.hashCode(word));
        }
    }
}
