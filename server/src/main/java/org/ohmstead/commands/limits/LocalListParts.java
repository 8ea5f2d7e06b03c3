package org.ohmstead.commands.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.stations.StationRef;

/**
 * A local list that is too large for one message goes in several: the first as it was meant, the rest as Differential, each
 * with the next version (D01.FR.11; 1.6 SendLocalListMaxLength).
 */
public final class LocalListParts {
    /** What stands around the entries in a payload, in bytes, amply. */
    private static final int AROUND = 100;

    private LocalListParts() {}

    /** The messages to send one after the other; one where there is nothing to split. */
    public static List<OcppCall<?>> of(OcppCall<?> request, StationRef station, StationLimits limits) {
        long items = most(limits, station, StationLimit.LOCAL_LIST_ENTRIES_IN_A_MESSAGE);
        long bytes = most(limits, station, StationLimit.LOCAL_LIST_BYTES_IN_A_MESSAGE);
        return switch (request) {
            case org.ohmstead.ocpp.v16.SendLocalList.Request list -> of16(list, items);
            case org.ohmstead.ocpp.v2.SendLocalList.Request list -> of2(list, items, bytes);
            default -> List.of(request);
        };
    }

    /** The version that the station's list has after a part; null: that is no part of a list. */
    public static @Nullable Integer version(OcppCall<?> part) {
        return switch (part) {
            case org.ohmstead.ocpp.v16.SendLocalList.Request list -> list.listVersion();
            case org.ohmstead.ocpp.v2.SendLocalList.Request list -> list.versionNumber();
            default -> null;
        };
    }

    /** Whether the station has taken a part, so that the next one may follow. */
    public static boolean isTaken(Object response) {
        return switch (response) {
            case org.ohmstead.ocpp.v16.SendLocalList.Response list ->
                list.status() == org.ohmstead.ocpp.v16.SendLocalList.Status.Accepted;
            case org.ohmstead.ocpp.v2.SendLocalList.Response list ->
                list.status() == org.ohmstead.ocpp.v2.SendLocalList.SendLocalListStatus.Accepted;
            default -> false;
        };
    }

    private static List<OcppCall<?>> of16(org.ohmstead.ocpp.v16.SendLocalList.Request list, long items) {
        var entries = list.localAuthorizationList();
        if (entries == null) {
            return List.of(list);
        }
        List<OcppCall<?>> parts = new ArrayList<>();
        for (var chunk : chunks(entries, items, Long.MAX_VALUE, entry -> 0)) {
            parts.add(new org.ohmstead.ocpp.v16.SendLocalList.Request(
                    list.listVersion() + parts.size(),
                    parts.isEmpty() ? list.updateType() : org.ohmstead.ocpp.v16.SendLocalList.UpdateType.Differential,
                    chunk));
        }
        return parts.size() < 2 ? List.of(list) : parts;
    }

    private static List<OcppCall<?>> of2(org.ohmstead.ocpp.v2.SendLocalList.Request list, long items, long bytes) {
        var entries = list.localAuthorizationList();
        if (entries == null) {
            return List.of(list);
        }
        var codec = RecordCodec.of(org.ohmstead.ocpp.v2.SendLocalList.AuthorizationData.class, OcppVersion.V21);
        List<OcppCall<?>> parts = new ArrayList<>();
        for (var chunk :
                chunks(entries, items, bytes, entry -> codec.write(entry).length() + 1)) {
            parts.add(new org.ohmstead.ocpp.v2.SendLocalList.Request(
                    list.versionNumber() + parts.size(),
                    parts.isEmpty() ? list.updateType() : org.ohmstead.ocpp.v2.SendLocalList.Update.Differential,
                    chunk,
                    list.customData()));
        }
        return parts.size() < 2 ? List.of(list) : parts;
    }

    private static <T extends Object> List<List<T>> chunks(
            List<T> entries, long items, long bytes, ToIntFunction<T> size) {
        List<List<T>> chunks = new ArrayList<>();
        List<T> chunk = new ArrayList<>();
        long used = AROUND;
        for (T entry : entries) {
            int more = bytes == Long.MAX_VALUE ? 0 : size.applyAsInt(entry);
            if (!chunk.isEmpty() && (chunk.size() >= items || used + more > bytes)) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                used = AROUND;
            }
            chunk.add(entry);
            used += more;
        }
        chunks.add(chunk);
        return chunks;
    }

    private static long most(StationLimits limits, StationRef station, StationLimit limit) {
        return limits.of(station, limit).map(StationLimits.Told::most).orElse(Long.MAX_VALUE);
    }
}
