package org.ohmstead.ocpp.rpc.routing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppSend;
import org.ohmstead.ocpp.OcppVersion;

/**
 * Which handler serves which action of a version; one for all links of that version.
 *
 * @param <C> what the owner of the links calls its caller
 */
public final class Routes<C> {
    private final OcppVersion version;
    private final Map<String, Route<C>> byAction;
    private final Gate<C> gate;

    private Routes(Builder<C> builder) {
        this.version = builder.version;
        this.byAction = Map.copyOf(builder.byAction);
        this.gate = builder.gate;
    }

    public static <C> Builder<C> of(OcppVersion version) {
        return new Builder<>(version);
    }

    public OcppVersion version() {
        return version;
    }

    /** The names of the actions that are served. */
    public Set<String> actions() {
        return byAction.keySet();
    }

    public Optional<Route<C>> find(Action action) {
        return Optional.ofNullable(byAction.get(action.name()));
    }

    public Gate<C> gate() {
        return gate;
    }

    /** One action and who serves it. */
    public record Route<C>(Action action, Service<C> service, BooleanSupplier isPrompt) {}

    /** A handler whose types are forgotten. */
    @FunctionalInterface
    public interface Service<C> {
        /** The answer; null for a SEND, which has none. */
        @Nullable
        Record serve(C caller, Record request);
    }

    /** Collects the routes of a version; a second handler for an action, or one for no action of it, is a mistake. */
    public static final class Builder<C> {
        private final OcppVersion version;
        private final Map<String, Route<C>> byAction = new LinkedHashMap<>();
        private Gate<C> gate = (caller, action) -> Optional.empty();

        private Builder(OcppVersion version) {
            this.version = version;
        }

        public OcppVersion version() {
            return version;
        }

        /** Serves a CALL. */
        public <R extends OcppResult, Q extends OcppCall<R>> Builder<C> call(
                Class<Q> request, CallHandler<? super C, Q, R> handler) {
            Service<C> service = (caller, message) -> (Record) handler.handle(caller, request.cast(message));
            return put(request, service, () -> handler.isPrompt());
        }

        /** Takes a SEND (2.1). */
        public <S extends OcppSend> Builder<C> send(Class<S> message, SendHandler<? super C, S> handler) {
            Service<C> service = (caller, sent) -> {
                handler.handle(caller, message.cast(sent));
                return null;
            };
            return put(message, service, () -> false);
        }

        /** Asks this one before each CALL and SEND, served or not; without, everything passes. */
        public Builder<C> gate(Gate<C> gate) {
            this.gate = gate;
            return this;
        }

        public Routes<C> build() {
            return new Routes<>(this);
        }

        private Builder<C> put(Class<?> request, Service<C> service, BooleanSupplier isPrompt) {
            Action action = Payload.actionOf(request, version)
                    .orElseThrow(() -> new IllegalArgumentException(
                            request.getName() + " is no request of OCPP " + version.number()));
            if (byAction.putIfAbsent(action.name(), new Route<>(action, service, isPrompt)) != null) {
                throw new IllegalArgumentException(action.name() + " has two handlers");
            }
            return this;
        }
    }
}
