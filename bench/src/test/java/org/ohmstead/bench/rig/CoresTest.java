package org.ohmstead.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoresTest {
    @Test
    void cores_are_read_as_taskset_lists_them() {
        assertThat(Cores.listed("pid 7's current affinity list: 0,1")).containsExactly(0, 1);
        assertThat(Cores.listed("pid 7's current affinity list: 1-3,6")).containsExactly(1, 2, 3, 6);
    }
}
