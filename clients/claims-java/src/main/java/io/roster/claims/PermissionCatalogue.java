// SPDX-License-Identifier: Apache-2.0
package io.roster.claims;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which bit is which permission in a realm, and which permissions count in projects. A newer catalogue has a higher
 * number and only adds, so that it reads every older token; an older one reads what it knows of a newer token.
 *
 * <p>Both forms of the claim need it: a list of keys doesn't say either which of them count in a project.
 */
public final class PermissionCatalogue {

    private final int number;
    private final Map<Integer, String> keys;
    private final Map<String, Integer> bits;
    private final BitSet projectScoped;

    private PermissionCatalogue(Builder builder) {
        number = builder.number;
        keys = new TreeMap<>(builder.keys);
        bits = new HashMap<>(builder.bits);
        projectScoped = (BitSet) builder.projectScoped.clone();
    }

    /**
     * The catalogue as {@code GET /realms/{realm}/roster/v1/catalogue} answers it, after a JSON library made a map of it.
     * Of each permission its bit, key and scope are read; fields that aren't known here are ignored.
     *
     * @throws MalformedCatalogueException where something of that is missing or has another type, a scope isn't
     *     {@code project} or {@code account}, or two permissions share a bit or a key
     */
    public static PermissionCatalogue of(Map<String, ?> json) {
        Fields fields = new Fields("", json, MalformedCatalogueException::new);
        Builder builder = numbered((int) fields.number("number", 1, Integer.MAX_VALUE));
        for (Fields permission : fields.objects("permissions")) {
            int bit = (int) permission.number("bit", 0, BitString.CAPACITY - 1);
            String scope = permission.text("scope");
            switch (scope) {
                case "project" -> builder.project(bit, permission.text("key"));
                case "account" -> builder.account(bit, permission.text("key"));
                default -> throw permission.refused("scope", "project or account expected, not '" + scope + "'");
            }
        }
        return builder.build();
    }

    /** Starts a catalogue by hand, for apps that know the bits they use and for tests. */
    public static Builder numbered(int number) {
        return new Builder(number);
    }

    public int number() {
        return number;
    }

    /** The key of every permission, in the order of their bits. */
    public Set<String> keys() {
        return keys(allBits());
    }

    /** The bit of this permission; empty for a key that isn't in this catalogue. */
    public Optional<Integer> bit(String key) {
        return Optional.ofNullable(bits.get(key));
    }

    /** True for a permission that counts in projects; false for one about the account and for a key that isn't here. */
    public boolean countsInProjects(String key) {
        return bit(key).filter(projectScoped::get).isPresent();
    }

    /** The bits of these keys; a key that isn't here has none, so it gives nothing. */
    BitSet bits(Collection<String> someKeys) {
        BitSet found = new BitSet();
        someKeys.forEach(key -> bit(key).ifPresent(found::set));
        return found;
    }

    /** The keys of these bits, in their order; a bit that isn't here has none, so it gives nothing. */
    Set<String> keys(BitSet someBits) {
        Set<String> found = new LinkedHashSet<>();
        keys.forEach((bit, key) -> {
            if (someBits.get(bit)) {
                found.add(key);
            }
        });
        return Collections.unmodifiableSet(found);
    }

    /** What of these bits counts in a project. */
    BitSet inProjects(BitSet someBits) {
        BitSet counting = (BitSet) someBits.clone();
        counting.and(projectScoped);
        return counting;
    }

    private BitSet allBits() {
        BitSet all = new BitSet();
        keys.keySet().forEach(all::set);
        return all;
    }

    /** Collects permissions; a bit or key that is there already is a {@link MalformedCatalogueException}. */
    public static final class Builder {

        private final int number;
        private final Map<Integer, String> keys = new TreeMap<>();
        private final Map<String, Integer> bits = new HashMap<>();
        private final BitSet projectScoped = new BitSet();

        private Builder(int number) {
            if (number < 1) {
                throw new MalformedCatalogueException("number: count from 1, not from " + number);
            }
            this.number = number;
        }

        /** Adds a permission that counts in each project by itself, and in the workspace for its own pages. */
        public Builder project(int bit, String key) {
            add(bit, key);
            projectScoped.set(bit);
            return this;
        }

        /** Adds a permission that counts in the workspace only. */
        public Builder account(int bit, String key) {
            add(bit, key);
            return this;
        }

        public PermissionCatalogue build() {
            return new PermissionCatalogue(this);
        }

        private void add(int bit, String key) {
            if (bit < 0 || bit >= BitString.CAPACITY) {
                throw new MalformedCatalogueException(
                        key + " has bit " + bit + ": use 0 to " + (BitString.CAPACITY - 1));
            }
            if (keys.containsKey(bit)) {
                throw new MalformedCatalogueException(keys.get(bit) + " and " + key + " both have bit " + bit);
            }
            if (bits.containsKey(key)) {
                throw new MalformedCatalogueException(key + " has both bit " + bits.get(key) + " and bit " + bit);
            }
            keys.put(bit, key);
            bits.put(key, bit);
        }
    }
}
