package org.ohmstead.stationjobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a job has come, as a station tells it.
 *
 * @param request    the requestId of the command that ordered it; null: OCPP 1.6 core has none, and Idle needs none
 * @param status     the station's word
 * @param detail     what else it told, such as where firmware is published; null: nothing
 * @param receivedAt our clock
 */
public record JobReport(
        Job job,
        @Nullable Integer request,
        String status,
        @Nullable JsonNode detail,
        Instant receivedAt) {}
