package org.ohmstead.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    @Test
    void only_ratios_are_kept() {
        Baseline kept = Baseline.of(List.of(
                Figure.of("ratios", "heartbeat of echo limit", Unit.RATIO, 0.7),
                Figure.of("heartbeat", "answered", Unit.PER_SECOND, 30_000)));

        assertThat(kept.ratios()).containsExactly(Map.entry("ratios: heartbeat of echo limit", 0.7));
    }

    @Test
    void a_ratio_falls_when_it_is_lower_by_more_than_runs_differ_anyway() {
        Baseline before = new Baseline(Map.of("a", 1.0, "b", 1.0, "c", 1.0, "gone", 1.0));
        Baseline now = new Baseline(Map.of("a", 0.84, "b", 0.86, "c", 1.2, "new", 0.1));

        List<Baseline.Change> changes = before.changes(now);

        assertThat(changes).extracting(Baseline.Change::key).containsExactlyInAnyOrder("a", "b", "c", "gone");
        assertThat(changes.stream().filter(Baseline.Change::isFall).map(Baseline.Change::key))
                .containsExactlyInAnyOrder("a", "gone");
        assertThat(changes.stream().filter(Baseline.Change::isRise).map(Baseline.Change::key))
                .containsExactly("c");
        assertThat(changes)
                .filteredOn(change -> change.key().equals("a"))
                .first()
                .asString()
                .contains("FELL");
        assertThat(changes)
                .filteredOn(change -> change.key().equals("gone"))
                .first()
                .asString()
                .contains("GONE");
    }

    @Test
    void it_reads_what_it_wrote(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("baseline.json");

        new Baseline(Map.of("heartbeat of echo", 0.61249)).write(file);

        assertThat(Baseline.read(file).ratios()).containsExactly(Map.entry("heartbeat of echo", 0.612));
    }
}
