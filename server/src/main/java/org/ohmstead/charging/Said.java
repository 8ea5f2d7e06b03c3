package org.ohmstead.charging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.Caller;

/** What a message says, for the trail of evidence; what is absent is left out. */
final class Said {
    private final Map<String, Object> words = new LinkedHashMap<>();

    Said with(String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value);
        }
        return this;
    }

    /** In the order of the names, so that the order in which they were put in says nothing. */
    Canonical content(String action) {
        Canonical content = new Canonical("said/1").with("action", action);
        new TreeMap<>(words).forEach(content::word);
        return content;
    }

    /** An event of a numbered session. */
    SessionEvent event(SessionEvent.Kind kind, String action, Caller caller, Moment when) {
        return new SessionEvent(
                kind,
                null,
                action,
                caller.messageId(),
                null,
                when.station(),
                caller.receivedAt(),
                when.offline(),
                content(action).digest(),
                SessionEvent.Detail.said(words));
    }

    /** Something that we did ourselves, because of a message. */
    SessionEvent event(SessionEvent.Kind kind, Caller caller) {
        return event(kind, "", caller, new Moment(caller.receivedAt(), null, false, Set.of()));
    }
}
