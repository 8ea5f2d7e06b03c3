/**
 * Firmware that a local controller hands out to the stations behind it (OCPP 2.x L03, L04): what it was told to publish, where it
 * says that stations find it, and that it was told to end it.
 */
@NullMarked
package org.ohmstead.firmware.publishing;

import org.jspecify.annotations.NullMarked;
