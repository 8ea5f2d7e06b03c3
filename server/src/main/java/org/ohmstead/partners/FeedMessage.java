package org.ohmstead.partners;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the feed tells. Over a WebSocket this is the message; server-sent events have its parts in their own fields.
 *
 * @param event   what it is: {@link #CONNECTOR} and so on
 * @param id      where the reader is then, to go on from there; null: nowhere yet
 * @param data    a record
 * @param station identity of the station that it is about; null: of none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedMessage(
        String event,
        @Nullable String id,
        Object data,
        @JsonIgnore @Nullable String station) {
    /** A connector as it is; at the beginning of all, then of each that changes. */
    static final String CONNECTOR = "connector";
    /** A connector is gone. */
    static final String REMOVED = "removed";
    /** All were told; changes follow. */
    static final String CURRENT = "current";
    /** The feed ends, and why. */
    static final String END = "end";

    /** Nothing to say. */
    record Nothing() {}

    /** Which connector is gone. */
    record Removed(String station, int evse, int connector) {}

    static FeedMessage of(@Nullable String id, PartnerConnector connector) {
        return new FeedMessage(CONNECTOR, id, connector, connector.station());
    }

    static FeedMessage removed(String id, String station, int evse, int connector) {
        return new FeedMessage(REMOVED, id, new Removed(station, evse, connector), station);
    }

    static FeedMessage current(String id) {
        return new FeedMessage(CURRENT, id, new Nothing(), null);
    }

    static FeedMessage end(FeedEnd why) {
        return new FeedMessage(END, null, why, null);
    }
}
