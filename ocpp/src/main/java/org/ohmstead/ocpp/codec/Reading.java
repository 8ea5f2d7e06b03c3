package org.ohmstead.ocpp.codec;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How to read what others send.
 *
 * @param strict every deviation from the schema is fatal: for certification and for tests. Otherwise what can be understood is kept
 * @param zone   the zone of timestamps that name none (lenient readings only): the station's own
 */
public record Reading(boolean strict, ZoneId zone) {
    public static final Reading STRICT = new Reading(true, ZoneOffset.UTC);
    public static final Reading LENIENT = new Reading(false, ZoneOffset.UTC);
}
