package org.ohmstead.charging.trail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.CanonicalText;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.stations.Caller;

/** What a message says, for the trail of evidence; what is absent is left out. */
public final class TrailEntryBuilder {
    private final Map<String, Object> words = new LinkedHashMap<>();

    public TrailEntryBuilder with(String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value);
        }
        return this;
    }

    /** In the order of the names, so that the order in which they were put in says nothing. */
    public CanonicalText content(String action) {
        CanonicalText content = new CanonicalText("said/1").with("action", action);
        new TreeMap<>(words).forEach(content::word);
        return content;
    }

    /** An event of a numbered session. */
    public TrailEntry event(TrailEntry.Kind kind, String action, Caller caller, EventTime when) {
        return new TrailEntry(
                kind,
                null,
                action,
                caller.messageId(),
                null,
                when.station(),
                caller.receivedAt(),
                when.offline(),
                content(action).digest(),
                TrailEntry.Detail.said(words));
    }

    /** Something that we did ourselves, because of a message. */
    public TrailEntry event(TrailEntry.Kind kind, Caller caller) {
        return event(kind, "", caller, new EventTime(caller.receivedAt(), null, false, Set.of()));
    }
}
