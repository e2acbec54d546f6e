// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionSetTest {

    @Test
    void it_does_what_a_set_of_bits_does() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            BitSet left = randomBits(random);
            BitSet right = randomBits(random);
            PermissionSet a = set(left);
            PermissionSet b = set(right);

            assertEquals(set(combined(left, right, BitSet::or)), a.plus(b));
            assertEquals(set(combined(left, right, BitSet::and)), a.and(b));
            assertEquals(set(combined(left, right, BitSet::andNot)), a.minus(b));
            assertEquals(combined(right, left, BitSet::andNot).isEmpty(), a.includes(b));
            assertEquals(left.equals(right), a.equals(b));
            assertEquals(left.cardinality(), a.size());
            assertEquals(left.isEmpty(), a.isEmpty());
            assertArrayEquals(left.stream().toArray(), a.bits());
            assertEquals(a, PermissionSet.decode(a.encode()));
            assertEquals(a.hashCode(), PermissionSet.decode(a.encode()).hashCode());
            int bit = random.nextInt(200);
            assertEquals(left.get(bit), a.has(bit));
            assertTrue(a.with(bit).has(bit) && a.with(bit).includes(a));
            assertEquals(a.minus(PermissionSet.of(bit)), a.without(bit));
        }
    }

    @Test
    void what_changes_nothing_makes_nothing() {
        PermissionSet set = PermissionSet.of(1, 70);
        assertSame(set, set.plus(PermissionSet.of(70)));
        assertSame(set, set.minus(PermissionSet.of(2, 300)));
        assertSame(set, set.and(PermissionSet.of(1, 2, 70, 300)));
        assertSame(set, set.with(1));
        assertSame(set, set.without(2));
        assertSame(PermissionSet.EMPTY, set.minus(set));
        assertSame(PermissionSet.EMPTY, PermissionSet.of());
        assertSame(PermissionSet.EMPTY, PermissionSet.empty());
    }

    @Test
    void bits_come_as_numbers_in_any_order() {
        PermissionSet set = PermissionSet.of(List.of(70, 1, 70));
        assertEquals(PermissionSet.of(1, 70), set);
        assertNotEquals(PermissionSet.of(1, 71), set);
        assertEquals("[1, 70]", set.toString());
    }

    @Test
    void bits_from_0_to_4095_exist_and_no_other() {
        PermissionSet edges = PermissionSet.of(0, 4095);
        assertTrue(edges.has(0) && edges.has(4095));
        assertFalse(edges.has(4094));
        assertEquals(edges, PermissionSet.decode(edges.encode()));
        assertEquals(edges, PermissionSet.EMPTY.with(4095).with(0));
        for (int bit : new int[] {-1, 4096}) {
            assertThrows(IllegalArgumentException.class, () -> PermissionSet.of(bit));
            assertThrows(IllegalArgumentException.class, () -> PermissionSet.of(List.of(bit)));
            assertThrows(IllegalArgumentException.class, () -> edges.has(bit));
            assertThrows(IllegalArgumentException.class, () -> edges.with(bit));
            assertThrows(IllegalArgumentException.class, () -> edges.without(bit));
        }
    }

    @ParameterizedTest
    @Tag("CLAIM-1")
    @CsvSource({"'', ''", "0, AQ", "7, gA", "8, AAE", "'0 1 2 3 4', Hw", "'62 63 64', AAAAAAAAAMAB"})
    void a_set_has_one_text_least_significant_bit_first(String bits, String text) {
        PermissionSet set = PermissionSet.EMPTY;
        for (String bit : bits.split(" ")) {
            set = bit.isEmpty() ? set : set.with(Integer.parseInt(bit));
        }
        assertEquals(text, set.encode());
        assertEquals(set, PermissionSet.decode(text));
    }

    @ParameterizedTest
    @Tag("CLAIM-1")
    @CsvSource({
        "Hw, Hw==",
        "Hw, HwA",
        "Hw, Hx",
        "'', AA",
        "_w, /w",
        "_w, '_w '",
        "-w, +w",
        "AQ, A",
        "AQ, 'A.'",
        "AQ, AQ=",
    })
    void any_other_text_for_the_same_bits_is_refused(String good, String bad) {
        assertEquals(good, PermissionSet.decode(good).encode());
        String text = assertThrows(IllegalArgumentException.class, () -> PermissionSet.decode(bad))
                .getMessage();
        assertTrue(text.contains("write base64url"), text);
    }

    @Test
    @Tag("CLAIM-1")
    void a_text_longer_than_any_set_is_refused_unread() {
        String longest = PermissionSet.of(4095).encode();
        assertEquals(683, longest.length());
        assertEquals(PermissionSet.of(4095), PermissionSet.decode(longest));
        String text = assertThrows(IllegalArgumentException.class, () -> PermissionSet.decode(longest + "A"))
                .getMessage();
        assertTrue(text.contains("at most 683"), text);
    }

    private interface Change {
        void apply(BitSet bits, BitSet other);
    }

    private static BitSet combined(BitSet left, BitSet right, Change change) {
        BitSet result = (BitSet) left.clone();
        change.apply(result, right);
        return result;
    }

    private static PermissionSet set(BitSet bits) {
        return PermissionSet.of(bits.stream().toArray());
    }

    /** Sparse and dense, within one word and over several, so that one often includes or misses the other. */
    private static BitSet randomBits(Random random) {
        BitSet bits = new BitSet();
        int range = 1 + random.nextInt(200);
        for (int i = random.nextInt(8); i > 0; i--) {
            bits.set(random.nextInt(range));
        }
        return bits;
    }
}
