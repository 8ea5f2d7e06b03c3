package org.ohmstead.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.rpc.LinkObserver;
import org.ohmstead.ocpp.rpc.frame.FrameType;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;

/**
 * Counts what passes over the links. Tagged with words of the protocol alone, so that no station can invent a new time
 * series; one observer for all links of a version.
 */
@Singleton
public class LinkMetrics {
    private static final String UNKNOWN = "unknown";

    private final MeterRegistry registry;
    private final ConcurrentMap<OcppVersion, LinkObserver> byVersion = new ConcurrentHashMap<>();

    @Inject
    public LinkMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    public LinkObserver of(OcppVersion version) {
        return byVersion.computeIfAbsent(version, Counting::new);
    }

    public void refusedHandshake(String reason) {
        registry.counter("ohmstead.handshakes.refused", "reason", reason).increment();
    }

    /** Looking a meter up by its tags costs more than counting, so each is kept under what it counts. */
    private final class Counting implements LinkObserver {
        private record Message(String direction, String action, String type) {}

        private record Served(String action, String outcome) {}

        private final OcppVersion version;
        private final ConcurrentMap<Message, Counter> messages = new ConcurrentHashMap<>();
        private final ConcurrentMap<Served, Timer> served = new ConcurrentHashMap<>();

        Counting(OcppVersion version) {
            this.version = version;
        }

        @Override
        public void frameIn(
                String text,
                @Nullable FrameType type,
                @Nullable String action,
                @Nullable String id,
                List<Deviation> deviations) {
            message("in", action, type);
            for (Deviation deviation : deviations) {
                count("ohmstead.deviations", "rule", word(deviation.rule()));
            }
        }

        @Override
        public void frameOut(String text, FrameType type, @Nullable String action, String id) {
            message("out", action, type);
        }

        @Override
        public void tooLarge(String action, long size, long limit, String setting) {
            count("ohmstead.messages.too.large", "action", known(action));
        }

        @Override
        public void dropped(Dropped why, String text) {
            count("ohmstead.messages.dropped", "reason", word(why));
        }

        @Override
        public void repeatedAnswer(String action, String id) {
            count("ohmstead.calls.repeated", "action", known(action));
        }

        @Override
        public void served(String action, String id, Duration took, @Nullable ErrorCode refused) {
            String outcome = refused == null ? "answered" : refused.name();
            served.computeIfAbsent(new Served(known(action), outcome), this::timer)
                    .record(took);
        }

        @Override
        public void callTimedOut(String action, String id, Duration waited) {
            count("ohmstead.commands.timed.out", "action", known(action));
        }

        @Override
        public void resultRefused(@Nullable String action, String id, ErrorCode code, String description) {
            count("ohmstead.answers.refused", "action", known(action));
        }

        /** What is no action of this version is no tag either: stations could invent them without end. */
        private String known(@Nullable String action) {
            return action != null && Catalogue.find(version, action).isPresent() ? action : UNKNOWN;
        }

        private void message(String direction, @Nullable String action, @Nullable FrameType type) {
            messages.computeIfAbsent(
                            new Message(
                                    direction,
                                    known(action),
                                    type == null ? UNKNOWN : type.name().toLowerCase(Locale.ROOT)),
                            this::counter)
                    .increment();
        }

        private Counter counter(Message message) {
            return registry.counter(
                    "ohmstead.messages",
                    Tags.of("version", version.number(), "direction", message.direction())
                            .and("action", message.action())
                            .and("type", message.type()));
        }

        private Timer timer(Served call) {
            return Timer.builder("ohmstead.calls.served")
                    .description("Calls of stations, from their arrival until the answer left")
                    .tags("version", version.number(), "action", call.action(), "outcome", call.outcome())
                    .register(registry);
        }

        private void count(String name, String tag, String value) {
            registry.counter(name, Tags.of("version", version.number(), tag, value))
                    .increment();
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }
}
