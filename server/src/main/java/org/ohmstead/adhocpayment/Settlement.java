package org.ohmstead.adhocpayment;

import java.time.Instant;

/**
 * A payment at a terminal, as its station reported it last.
 *
 * @param station    identity
 * @param report     with our receipt where the terminal made none
 * @param receivedAt when the first report of it came
 * @param changedAt  when the last one that differs came
 */
record Settlement(long id, String station, SettlementReport report, Instant receivedAt, Instant changedAt) {}
