/**
 * Vendors' own messages: DataTransfer (OCPP 1.6 §4.3, OCPP 2.x P02). A {@link org.ohmstead.vendor.VendorHandler} serves those
 * of one vendor; docs/data-transfer.md tells how to add one without changing anything here.
 */
@NullMarked
package org.ohmstead.vendor;

import org.jspecify.annotations.NullMarked;
