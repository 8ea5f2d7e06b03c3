package org.ohmstead.doctor.findings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ohmstead.overview.Severity;
import org.ohmstead.stations.Station;

/** Says what is wrong with a station. */
@Singleton
public class StationDiagnoses {
    private static final Duration LOOKED_AT = Duration.ofHours(1);
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(finding -> FindingCode.valueOf(finding.code().toUpperCase(Locale.ROOT)));

    private final ConnectionFindings connections;
    private final StationFindings others;
    private final Clock clock;

    @Inject
    public StationDiagnoses(ConnectionFindings connections, StationFindings others, Clock clock) {
        this.connections = connections;
        this.others = others;
        this.clock = clock;
    }

    StationDiagnosis of(Station station) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant from = now.minus(LOOKED_AT);
        List<Finding> found = new ArrayList<>(connections.of(station, from, now));
        found.addAll(others.of(station, from));
        found.sort(WORST_FIRST);
        boolean healthy = found.stream().allMatch(finding -> finding.severity().equals(Severity.INFO.word()));
        return new StationDiagnosis(
                station.ref().identity(),
                from,
                now,
                healthy,
                healthy ? "Nothing is wrong." : found.getFirst().sentence(),
                found);
    }
}
