package org.ohmstead.charging.lists;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One step on the trail of evidence behind a session: a message of the station, or what we did ourselves.
 *
 * @param kind       started, updated, ended, anomaly (kept without effect), closed (by us), commanded (we told the station to stop it),
 *                   or reading (nothing but readings)
 * @param action     of the message, ours where it was commanded; empty: our own doing
 * @param seqNo      2.x: its place in the sequence
 * @param trigger    2.x: the station's word for what made it report
 * @param stationAt  the station's clock
 * @param detail     what the message said ({@code facts}, {@code said}), what it changed ({@code derived}), and what was
 *                   suspect ({@code suspicions}); for readings the values as they came
 */
public record EvidenceView(
        @Schema(enumeration = {"started", "updated", "ended", "anomaly", "closed", "ordered", "commanded", "reading"})
        String kind,

        String action,
        @Nullable String messageId,
        @Nullable Integer seqNo,
        @Nullable String trigger,
        @Nullable Instant stationAt,
        Instant receivedAt,
        boolean offline,

        @JsonRawValue @Schema(implementation = JsonNode.class)
        String detail) {}
