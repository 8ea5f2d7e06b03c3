package org.ohmstead.commands.limits;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.RowCache;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.v16.GetConfiguration;
import org.ohmstead.ocpp.v2.Attribute;
import org.ohmstead.ocpp.v2.Component;
import org.ohmstead.ocpp.v2.GetVariables;
import org.ohmstead.ocpp.v2.GetVariables.GetVariableResult;
import org.ohmstead.ocpp.v2.NotifyReport;
import org.ohmstead.ocpp.v2.Variable;
import org.ohmstead.stations.StationRef;

/**
 * What is known of the limits of stations: remembered when a station tells one, in an answer or in a report, and applied
 * before anything leaves that would break it, because stations cut off or ignore what is too much without a word.
 */
@Singleton
public class StationLimits {
    private static final int CACHED = 10_000;

    /** @param most as the station told it */
    public record Told(long most, Instant at) {}

    private final SqlLimitStore store;
    private final Clock clock;
    private final RowCache<Long, Map<StationLimit, Told>> known;

    @Inject
    public StationLimits(SqlLimitStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.known = new RowCache<>(
                "station-limit", CACHED, new RowCache.Keys<>(Object::toString, Long::valueOf), store.invalidations());
    }

    /** The limit, if the station has told it. */
    public Optional<Told> of(StationRef station, StationLimit limit) {
        Map<StationLimit, Told> all = Objects.requireNonNull(known.get(station.id(), () -> store.of(station)));
        return Optional.ofNullable(all.get(limit));
    }

    /** Looks for limits in what a station answered. */
    public void answered(StationRef station, OcppResult answer) {
        Map<StationLimit, Long> told = new EnumMap<>(StationLimit.class);
        if (answer instanceof GetConfiguration.Response configuration && configuration.configurationKey() != null) {
            for (GetConfiguration.KeyValue one : configuration.configurationKey()) {
                StationLimit.ofKey(one.key()).ifPresent(limit -> put(told, limit, one.value()));
            }
        } else if (answer instanceof GetVariables.Response variables) {
            for (GetVariableResult one : variables.getVariableResult()) {
                boolean maximum = one.attributeType() == Attribute.MaxSet;
                limit(one.component(), one.variable())
                        .filter(limit -> limit.isMaximum() == maximum)
                        .ifPresent(limit -> put(told, limit, one.attributeValue()));
            }
        }
        remember(station, told);
    }

    /** Looks for limits in a page of a station's report (B07, B08). */
    public void reported(StationRef station, OcppCall<?> message) {
        if (!(message instanceof NotifyReport.Request report) || report.reportData() == null) {
            return;
        }
        Map<StationLimit, Long> told = new EnumMap<>(StationLimit.class);
        for (NotifyReport.ReportData one : report.reportData()) {
            limit(one.component(), one.variable())
                    .ifPresent(limit -> put(told, limit, limit.isMaximum() ? maximum(one) : actual(one)));
        }
        remember(station, told);
    }

    private static Optional<StationLimit> limit(Component component, Variable variable) {
        return StationLimit.ofVariable(component.name(), variable.name(), variable.instance());
    }

    private static @Nullable String actual(NotifyReport.ReportData data) {
        return data.variableAttribute().stream()
                .filter(one -> one.type() == null || one.type() == Attribute.Actual)
                .map(NotifyReport.VariableAttribute::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String maximum(NotifyReport.ReportData data) {
        BigDecimal most = data.variableCharacteristics() == null
                ? null
                : data.variableCharacteristics().maxLimit();
        return most == null ? null : most.toPlainString();
    }

    private static void put(Map<StationLimit, Long> told, StationLimit limit, @Nullable String value) {
        if (value != null && value.strip().matches("\\d{1,9}(\\.0*)?")) {
            long most = Long.parseLong(value.strip().replaceFirst("\\.0*$", ""));
            if (most > 0 || limit.mayBeZero()) {
                told.put(limit, most);
            }
        }
    }

    private void remember(StationRef station, Map<StationLimit, Long> told) {
        told.entrySet().removeIf(one -> of(station, one.getKey())
                .filter(before -> before.most() == one.getValue())
                .isPresent());
        if (!told.isEmpty()) {
            try {
                store.put(station, told, clock.instant());
            } finally {
                known.forget(station.id());
            }
        }
    }
}
