package org.ohmstead.iso15118.requests;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a station has asked about certificates.
 *
 * @param id      0: it has none yet
 * @param station identity
 * @param action  as OCPP calls it
 * @param subject eMAID, or serial number in hex; null: none
 * @param outcome the status that the station was answered, in OCPP's word
 * @param reason  for an operator; null: there is nothing to say
 * @param source  who was asked: the host of a responder, or the pool; null: nobody
 * @param took    from the arrival to the answer
 * @param size    in characters, of what was passed on to the station
 */
public record CertificateRequest(
        long id,
        String station,
        String action,
        @Nullable String subject,
        String outcome,
        @Nullable String reason,
        @Nullable String source,
        Duration took,
        long size,
        Instant at) {}
