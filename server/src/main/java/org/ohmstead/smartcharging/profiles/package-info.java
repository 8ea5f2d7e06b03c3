/**
 * Charging profiles of stations: set, cleared, asked for, and kept with what became of each (K01, K09, K10; OCPP 1.6 §5.5, §5.16).
 * They are kept by the commands that set them, whoever sent those, and by what stations report.
 */
@NullMarked
package org.ohmstead.smartcharging.profiles;

import org.jspecify.annotations.NullMarked;
