package org.ohmstead.ocpp.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.codec.Decoded;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.rpc.frame.FrameType;
import org.ohmstead.ocpp.rpc.frame.MessageId;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.rpc.routing.Routes;
import org.ohmstead.ocpp.rpc.routing.Violation;

/** What a text turned out to be. */
sealed interface Arrival<C> {

    @Nullable
    FrameType type();

    @Nullable
    MessageId id();

    @Nullable
    String action();

    /** Where the text differs from what it should be, tolerated or not. */
    List<Deviation> deviations();

    /**
     * A CALL or SEND of an action that we serve.
     *
     * @param frame what is odd about the frame around the payload
     */
    record Request<C>(
            FrameType type,
            MessageId id,
            Routes.Route<C> route,
            Decoded<? extends Record> payload,
            List<Deviation> frame)
            implements Arrival<C> {
        @Override
        public String action() {
            return route.action().name();
        }

        @Override
        public List<Deviation> deviations() {
            return Violation.joined(frame, Violation.joined(payload.fatal(), payload.tolerated()));
        }
    }

    /**
     * A CALL or SEND of an action that we do not serve.
     *
     * @param known what the catalogue knows about it; null: nothing
     */
    record Unserved<C>(
            FrameType type,
            MessageId id,
            String action,
            @Nullable Action known,
            List<Deviation> deviations) implements Arrival<C> {}

    /**
     * The CALLRESULT to the CALL of ours that is on the wire.
     *
     * @param raw the payload as it came; empty: there was none
     */
    record Result<C>(
            MessageId id, PendingCall<?> pending, Decoded<? extends Record> payload, String raw, List<Deviation> frame)
            implements Arrival<C> {
        @Override
        public FrameType type() {
            return FrameType.CALLRESULT;
        }

        @Override
        public String action() {
            return pending.action();
        }

        @Override
        public List<Deviation> deviations() {
            return Violation.joined(frame, Violation.joined(payload.fatal(), payload.tolerated()));
        }
    }

    /**
     * A CALLERROR or CALLRESULTERROR.
     *
     * @param pending the CALL of ours on the wire that it answers, if there is one
     */
    record Error<C>(
            FrameType type,
            MessageId id,
            @Nullable PendingCall<?> pending,
            String rawCode,
            String description,
            @Nullable JsonNode details,
            List<Deviation> deviations)
            implements Arrival<C> {
        @Override
        public @Nullable String action() {
            return pending == null ? null : pending.action();
        }

        ErrorCode code() {
            return ErrorCode.read(rawCode);
        }
    }

    /** A CALLRESULT to nothing that is on the wire. */
    record Stray<C>(MessageId id, List<Deviation> deviations) implements Arrival<C> {
        @Override
        public FrameType type() {
            return FrameType.CALLRESULT;
        }

        @Override
        public @Nullable String action() {
            return null;
        }
    }

    /** A frame of a number that does not exist, or not in this version. */
    record UnknownType<C>(@Nullable MessageId id, List<Deviation> deviations) implements Arrival<C> {
        @Override
        public @Nullable FrameType type() {
            return null;
        }

        @Override
        public @Nullable String action() {
            return null;
        }
    }

    /**
     * No frame, as far as it was understood.
     *
     * @param fault for the sender; holds nothing of the text itself
     * @param code  what to answer, where an answer is due
     */
    record Broken<C>(
            @Nullable FrameType type,
            @Nullable MessageId id,
            @Nullable String action,
            Deviation fault,
            ErrorCode code) implements Arrival<C> {
        @Override
        public List<Deviation> deviations() {
            return List.of(fault);
        }
    }
}
