/**
 * What stations tell about themselves to find a fault: logs and diagnostics, and what they know about a customer (block N of OCPP
 * 2.x without its monitors, which are {@code monitoring}; 1.6 §4.4 and its security extension N). How far an upload has come
 * stands in {@code stationjobs}; what is told in pages, in {@code reports}.
 */
@NullMarked
package org.ohmstead.diagnostics;

import org.jspecify.annotations.NullMarked;
