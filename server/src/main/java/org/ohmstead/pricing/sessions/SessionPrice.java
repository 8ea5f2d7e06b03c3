package org.ohmstead.pricing.sessions;

import java.time.Instant;

/**
 * A revision of what a session costs, as it is stored; it is never changed.
 *
 * @param session  number of the session
 * @param priced   what the event of this revision told
 * @param pricedAt when it was worked out
 * @param lines    every line with its element, from when to when and why, as JSON: the {@code PricedCharge} of the API
 * @param reason   why there is this revision: {@code session.ended}, {@code session.updated}, or what a person gave as the reason
 */
public record SessionPrice(long session, SessionPriced priced, Instant pricedAt, String lines, String reason) {}
