package org.ohmstead.monitoring.streams;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.stations.StationRef;

/** Ends the streams of a station that boots. */
@Singleton
public class StreamWatch implements EventListener {
    private final EventStreams streams;

    @Inject
    public StreamWatch(EventStreams streams) {
        this.streams = streams;
    }

    @Override
    public String name() {
        return "event-streams";
    }

    @Override
    public Kind kind() {
        return Kind.DURABLE;
    }

    @Override
    public void on(StoredEvent event) {
        Long id = event.station();
        if (id != null && event.kind().equals("station.booted")) {
            String identity = event.payload().path("identity").asText();
            Instant at = Instant.parse(event.payload().path("at").asText());
            streams.booted(new StationRef(event.tenant(), id, identity), at);
        }
    }
}
