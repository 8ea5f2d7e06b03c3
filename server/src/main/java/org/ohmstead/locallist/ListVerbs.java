package org.ohmstead.locallist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.limits.LocalListParts;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Reading;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.stations.StationRef;

/** What stations are told of their lists, and what of it can be read back from commands that somebody else has sent. */
final class ListVerbs {
    static final String SEND = "SendLocalList";
    static final String VERSION = "GetLocalListVersion";

    private ListVerbs() {}

    static Verb version() {
        return Verb.of(VERSION, Words.newPayload());
    }

    /** @return null: the answer has none */
    static @Nullable Integer version(@Nullable JsonNode answer) {
        if (answer == null) {
            return null;
        }
        JsonNode version = answer.has("listVersion") ? answer.path("listVersion") : answer.path("versionNumber");
        return version.canConvertToInt() ? version.asInt() : null;
    }

    static Verb send(int version, boolean full, Collection<ListEntry> entries) {
        return Verb.of(
                station -> words("listVersion", version, full, entries),
                station -> words("versionNumber", version, full, entries));
    }

    private static Words words(String versionField, int version, boolean full, Collection<ListEntry> entries) {
        Words words = Words.of(SEND);
        words.payload().put(versionField, version).put("updateType", full ? "Full" : "Differential");
        if (!entries.isEmpty()) { // 2.x has no empty list; absent is the same (D01.FR.04)
            entries.forEach(
                    entry -> words.payload().withArray("localAuthorizationList").add(entry.json()));
        }
        return words;
    }

    /**
     * An update as it was sent.
     *
     * @param parts how many messages it went in, each with the next version
     */
    record Update(int version, int parts, boolean full, List<ListEntry> entries) {
        int lastVersion() {
            return version + parts - 1;
        }
    }

    /** Null: it is none that could be read. */
    static @Nullable Update read(JsonNode payload, StationRef station, StationLimits limits) {
        Integer version = version(payload);
        if (version == null) {
            return null;
        }
        List<ListEntry> entries = new ArrayList<>();
        for (JsonNode entry : payload.path("localAuthorizationList")) {
            if (entry instanceof ObjectNode object) {
                entries.add(ListEntry.of(object));
            }
        }
        boolean full = "Full".equals(payload.path("updateType").asText());
        return new Update(version, parts(payload, station, limits), full, entries);
    }

    private static int parts(JsonNode payload, StationRef station, StationLimits limits) {
        var request = payload.has("listVersion")
                ? RecordCodec.of(org.ohmstead.ocpp.v16.SendLocalList.Request.class, OcppVersion.V16)
                        .read(payload.toString(), Reading.LENIENT)
                        .value()
                : RecordCodec.of(org.ohmstead.ocpp.v2.SendLocalList.Request.class, OcppVersion.V21)
                        .read(payload.toString(), Reading.LENIENT)
                        .value();
        return request == null
                ? 1
                : LocalListParts.of((OcppCall<?>) request, station, limits).size();
    }
}
