/**
 * Periodic event streams (OCPP 2.1 N11 to N15): values of monitors that a station sends without waiting for an answer, kept as
 * time series for a while. They are written behind a bounded buffer, so that a fast station holds up nobody.
 */
@NullMarked
package org.ohmstead.monitoring.streams;

import org.jspecify.annotations.NullMarked;
