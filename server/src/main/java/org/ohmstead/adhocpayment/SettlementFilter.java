package org.ohmstead.adhocpayment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which settlements a list shows; null: all.
 *
 * @param station     its id
 * @param transaction the station's id of the session
 * @param from        first reported then or later
 * @param to          first reported before
 */
record SettlementFilter(
        @Nullable Long station,
        @Nullable String status,
        @Nullable String pspRef,
        @Nullable String transaction,
        @Nullable Instant from,
        @Nullable Instant to) {}
