package org.ohmstead.devicemodel;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.StationRef;

/** What stations are set to as far as is known, what they were set to, and where two differ. */
@Singleton
public class DeviceModel {
    private final SqlVariableStore store;
    private final SqlVariableReads reads;

    @Inject
    public DeviceModel(SqlVariableStore store, SqlVariableReads reads) {
        this.store = store;
        this.reads = reads;
    }

    /** A page of a report has come: what it tells counts, and says nothing of what it does not tell of. */
    public void reported(StationRef station, JsonNode reportData, Instant at) {
        List<Told> told = ReportItems.of(reportData);
        if (!told.isEmpty()) {
            SqlVariableStore.Source source =
                    new SqlVariableStore.Source(Known.REPORTED, at.truncatedTo(ChronoUnit.MICROS), null);
            store.write(station, tx -> {
                store.told(tx, station, told, source);
                return true;
            });
        }
    }

    /** A full inventory has come whole: what it does not tell of is no more (behaviour 10.3). @param begun its first page's coming */
    public void replaced(StationRef station, Instant begun, Instant at) {
        store.write(station, tx -> {
            // What was told is kept in microseconds, too: the first page came exactly then.
            store.goneBefore(tx, station, begun.truncatedTo(ChronoUnit.MICROS), at);
            return true;
        });
    }

    /** In the order of their addresses. */
    public Page<KnownVariable> page(
            Scope scope, StationRef station, VariableFilter filter, Limit limit, @Nullable Cursor cursor) {
        String after = cursor == null ? null : cursor.key(0, 1);
        return Page.of(
                reads.page(scope, station, filter, after, limit.rows() + 1),
                limit,
                each -> Cursor.at(each.address().key()));
    }

    /** Those of these addresses that are known, by the keys of the addresses. */
    public Map<String, KnownVariable> of(StationRef station, Collection<Address> addresses) {
        return reads.of(station, addresses.stream().map(Address::key).toList());
    }

    public Optional<KnownVariable> find(StationRef station, Address address) {
        return Optional.ofNullable(of(station, List.of(address)).get(address.key()));
    }

    /** What it is set to, as far as is known and shown. */
    public Optional<String> value(StationRef station, Address address) {
        return find(station, address).map(KnownVariable::value);
    }

    /** Whether the station says that something is off; one that says nothing of it may have it. */
    public boolean isOff(StationRef station, Address address) {
        return value(station, address)
                .filter(value -> value.strip().equalsIgnoreCase("false"))
                .isPresent();
    }

    /** All of a station, by the keys of the addresses. */
    public Map<String, KnownVariable> all(Scope scope, StationRef station) {
        return reads.all(scope, station);
    }

    /** What the station said when it was last to set this; also where it has no such thing. */
    public Optional<KnownVariable.LastWrite> lastWrite(StationRef station, Address address) {
        return reads.lastWrite(station, address);
    }

    /** What the station has taken for its next boot and was not asked for since. */
    public List<Address> unsettled(StationRef station) {
        return reads.unsettled(station);
    }

    /** The newest first. @param of null: of all values */
    public Page<VariableChange> changes(
            Scope scope, StationRef station, @Nullable Address of, Limit limit, @Nullable Cursor after) {
        return Page.of(
                reads.changes(scope, station, of == null ? null : of.key(), after, limit.rows() + 1),
                limit,
                change -> Cursor.at(change.id()));
    }

    /** Where two stations differ, in the order of the addresses. */
    public List<VariableDifference> between(Scope scope, StationRef one, StationRef other) {
        return differences(values(reads.all(scope, one)), values(reads.all(scope, other)));
    }

    /** Where a station was another at some time than at a later one. @param until null: now */
    public List<VariableDifference> between(Scope scope, StationRef station, Instant since, @Nullable Instant until) {
        Map<String, KnownVariable> now = reads.all(scope, station);
        return differences(
                at(scope, station, now, since), until == null ? values(now) : at(scope, station, now, until));
    }

    private record Value(Address address, @Nullable String value) {}

    private static Map<String, Value> values(Map<String, KnownVariable> all) {
        Map<String, Value> values = new TreeMap<>();
        all.forEach((key, each) -> values.put(key, new Value(each.address(), each.value())));
        return values;
    }

    /** What stood at a time: what stands now, with every change since undone. */
    private Map<String, Value> at(Scope scope, StationRef station, Map<String, KnownVariable> now, Instant time) {
        Map<String, Value> then = values(now);
        reads.newSince(scope, station, time).forEach(then::remove);
        reads.firstChangeAfter(scope, station, time).forEach((key, change) -> {
            if (then.containsKey(key) || !now.containsKey(key)) {
                then.put(key, new Value(change.address(), change.before()));
            }
        });
        return then;
    }

    private static List<VariableDifference> differences(Map<String, Value> one, Map<String, Value> other) {
        TreeSet<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        List<VariableDifference> differences = new ArrayList<>();
        for (String key : keys) {
            Value first = one.get(key);
            Value second = other.get(key);
            Value any = first == null ? second : first;
            String before = first == null ? null : first.value();
            String after = second == null ? null : second.value();
            boolean same = first != null && second != null && SameValue.of(before, after);
            if (!same && any != null) {
                differences.add(new VariableDifference(any.address(), first != null, before, second != null, after));
            }
        }
        return differences;
    }
}
