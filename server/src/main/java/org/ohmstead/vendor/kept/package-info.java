/**
 * Vendors' messages both ways, kept for a while: what stations sent and were answered, and what was sent to them by whatever way
 * (OCPP 1.6 §4.3 and §5.6, OCPP 2.x P01 and P02).
 */
@NullMarked
package org.ohmstead.vendor.kept;

import org.jspecify.annotations.NullMarked;
