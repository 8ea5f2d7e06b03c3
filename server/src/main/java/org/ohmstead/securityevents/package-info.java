/**
 * Security events of stations (OCPP 1.6 security whitepaper A, 2.x A04). One row for those that repeat within a day.
 */
@NullMarked
package org.ohmstead.securityevents;

import org.jspecify.annotations.NullMarked;
