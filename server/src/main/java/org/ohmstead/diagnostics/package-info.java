/**
 * What stations tell about themselves to find a fault: logs and diagnostics (block N of OCPP 2.x without its monitors, which are
 * {@code monitoring}, and customers, which are {@code customers}; 1.6 §4.4 and its security extension N). How far an upload has
 * come stands in {@code stationjobs}.
 */
@NullMarked
package org.ohmstead.diagnostics;

import org.jspecify.annotations.NullMarked;
