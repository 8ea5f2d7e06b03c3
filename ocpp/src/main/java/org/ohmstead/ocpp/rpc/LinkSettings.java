package org.ohmstead.ocpp.rpc;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.ohmstead.ocpp.codec.Reading;

/**
 * How a link behaves.
 *
 * @param callTimeout         how long we wait for the answer to a CALL of ours, from its leaving; 30 s (2.x part 2 §3.2)
 * @param inboundQueue        how many CALLs of the other side may wait before its socket is no longer read; 64
 * @param outboundQueue       how many CALLs of ours may wait before further ones end as {@link Outcome.Busy}; 32
 * @param strict              refuse everything that differs from the schema, as a certification demands; false
 * @param zone                of timestamps without one (field note 60); UTC
 * @param sendCallResultError whether an answer that cannot be read is refused with a CALLRESULTERROR; true, on 2.1 alone
 * @param closeAfterTimeouts  after so many time-outs in a row the socket is closed, because a reconnect heals stations that
 *                            went deaf (field note 21); 3, and 0 for never
 */
public record LinkSettings(
        Duration callTimeout,
        int inboundQueue,
        int outboundQueue,
        boolean strict,
        ZoneId zone,
        boolean sendCallResultError,
        int closeAfterTimeouts) {

    public static final LinkSettings DEFAULT =
            new LinkSettings(Duration.ofSeconds(30), 64, 32, false, ZoneOffset.UTC, true, 3);

    public LinkSettings {
        if (callTimeout.isNegative() || callTimeout.isZero()) {
            throw new IllegalArgumentException("callTimeout must be positive, not " + callTimeout);
        }
        if (inboundQueue < 1 || outboundQueue < 1 || closeAfterTimeouts < 0) {
            throw new IllegalArgumentException("Queues hold 1 message at least, and time-outs are counted from 0");
        }
    }

    public LinkSettings withCallTimeout(Duration timeout) {
        return new LinkSettings(
                timeout, inboundQueue, outboundQueue, strict, zone, sendCallResultError, closeAfterTimeouts);
    }

    public LinkSettings withStrict(boolean strict) {
        return new LinkSettings(
                callTimeout, inboundQueue, outboundQueue, strict, zone, sendCallResultError, closeAfterTimeouts);
    }

    public LinkSettings withZone(ZoneId zone) {
        return new LinkSettings(
                callTimeout, inboundQueue, outboundQueue, strict, zone, sendCallResultError, closeAfterTimeouts);
    }

    public LinkSettings withQueues(int inbound, int outbound) {
        return new LinkSettings(callTimeout, inbound, outbound, strict, zone, sendCallResultError, closeAfterTimeouts);
    }

    public LinkSettings withCallResultErrors(boolean send) {
        return new LinkSettings(callTimeout, inboundQueue, outboundQueue, strict, zone, send, closeAfterTimeouts);
    }

    public LinkSettings withCloseAfterTimeouts(int count) {
        return new LinkSettings(callTimeout, inboundQueue, outboundQueue, strict, zone, sendCallResultError, count);
    }

    Reading reading() {
        return new Reading(strict, zone);
    }
}
