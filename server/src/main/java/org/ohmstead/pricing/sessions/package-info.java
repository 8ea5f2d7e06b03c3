/**
 * What sessions cost: the version of a tariff that each began with, its running cost, and at its end a price that is revised by a new
 * one when late messages change it, never edited. Bills are built on {@link org.ohmstead.pricing.sessions.SessionPriced} and
 * {@link org.ohmstead.pricing.sessions.SessionPrices}.
 */
@NullMarked
package org.ohmstead.pricing.sessions;

import org.jspecify.annotations.NullMarked;
