package org.ohmstead.configuration.desired;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;
import org.ohmstead.devicemodel.DeviceModel;
import org.ohmstead.devicemodel.KnownVariable;
import org.ohmstead.devicemodel.SameValue;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;

/** What stations are to be set to, and where they are not. */
@Singleton
public class DesiredConfiguration {
    private final SqlDesiredSettingStore store;
    private final DeviceModel model;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public DesiredConfiguration(
            SqlDesiredSettingStore store, DeviceModel model, AuditLog audit, Outbox outbox, Clock clock) {
        this.store = store;
        this.model = model;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Its own, in the order of the addresses. */
    public List<DesiredSetting> of(Scope scope, StationRef station) {
        return store.of(scope, new Owner.OfStation(station));
    }

    /** Of a group that the scope knows. */
    public List<DesiredSetting> ofGroup(Scope scope, long group) {
        return store.of(scope, new Owner.OfGroup(group));
    }

    /** From now on it is to be set to these, and by itself to nothing else. @param wanted each once; none: to nothing */
    public List<DesiredSetting> want(Actor by, StationRef station, List<Wanted> wanted) {
        return want(by, new Owner.OfStation(station), wanted);
    }

    /** The same of all stations of a group that the actor's scope knows. */
    public List<DesiredSetting> wantOfGroup(Actor by, long group, List<Wanted> wanted) {
        return want(by, new Owner.OfGroup(group), wanted);
    }

    private List<DesiredSetting> want(Actor by, Owner owner, List<Wanted> wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.write(by.scope(), owner, tx -> {
            Map<String, Object> before = new TreeMap<>();
            store.of(tx, by.scope(), owner)
                    .forEach(each -> before.put(each.address().shown(), fields(each.value(), each.enforce())));
            Map<String, Object> after = new TreeMap<>();
            wanted.forEach(each -> after.put(each.address().shown(), fields(each.value(), each.enforce())));
            if (!before.equals(after)) {
                store.replace(tx, by, owner, wanted, now);
                audit.record(
                        tx,
                        by,
                        AuditEntry.changed(owner.entity(), owner.id(), before, after)
                                .as("configuration-wanted"));
                outbox.append(tx, event(by, owner, wanted, now));
            }
            return wanted.stream()
                    .map(each -> new DesiredSetting(
                            each.address(),
                            each.value(),
                            each.enforce(),
                            by.word(),
                            now,
                            owner instanceof Owner.OfGroup of ? of.number() : null))
                    .toList();
        });
    }

    private static Map<String, Object> fields(String value, boolean enforce) {
        return Map.of("value", value, "enforce", enforce);
    }

    private static ConfigurationWanted event(Actor by, Owner owner, List<Wanted> wanted, Instant now) {
        StationRef station = owner instanceof Owner.OfStation of ? of.station() : null;
        return new ConfigurationWanted(
                by.tenant(),
                station == null ? null : station.id(),
                now,
                station == null ? null : station.identity(),
                owner instanceof Owner.OfGroup of ? of.number() : null,
                by.word(),
                wanted.size(),
                (int) wanted.stream().filter(Wanted::enforce).count());
    }

    /** All that a station is to be set to, by itself or by its groups, and how it is. In the order of the addresses. */
    public List<Drift> drift(Station station) {
        Map<String, DesiredSetting> wanted = store.effective(station.ref());
        Map<String, KnownVariable> known = model.of(
                station.ref(),
                wanted.values().stream().map(DesiredSetting::address).toList());
        Map<String, Drift> all = new LinkedHashMap<>();
        wanted.forEach((key, each) -> all.put(key, drift(station, each, known.get(key))));
        return List.copyOf(all.values());
    }

    private Drift drift(Station station, DesiredSetting wanted, @Nullable KnownVariable found) {
        KnownVariable.LastWrite write =
                found == null ? model.lastWrite(station.ref(), wanted.address()).orElse(null) : found.write();
        Drift.State state;
        if (found != null && SameValue.of(wanted.value(), found.value())) {
            state = Drift.State.IN_LINE;
        } else if (write != null
                && write.isPendingSince(station.times().lastBootAt())
                && SameValue.of(wanted.value(), write.value())) {
            state = Drift.State.REBOOT_PENDING;
        } else if (found == null || found.value() == null) {
            state = Drift.State.UNKNOWN;
        } else {
            state = Drift.State.DIFFERS;
        }
        return new Drift(wanted, found == null ? null : found.value(), state, write);
    }
}
