package org.ohmstead.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapUpkeepTest {
    private static final long MIB = 1 << 20;

    @Test
    void littleIsLeftAloneHoweverMuchOfItIsGarbage() {
        assertThat(HeapUpkeep.due(96 * MIB, 1)).isFalse();
    }

    @Test
    void beforeTheFirstCollectionTheFloorDecides() {
        assertThat(HeapUpkeep.due(97 * MIB, 0)).isTrue();
    }

    @Test
    void whereMuchLivesItWaitsForThriceThat() {
        assertThat(HeapUpkeep.due(600 * MIB, 200 * MIB)).isFalse();
        assertThat(HeapUpkeep.due(601 * MIB, 200 * MIB)).isTrue();
    }
}
