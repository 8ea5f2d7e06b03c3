/**
 * Reports that come in pages, put together and kept: of the device model (B07, B08), monitors (N02), customers (N09), display
 * messages (O03), charging profiles (K09) and DER controls (R04). The messages are read in the slices of their blocks; those of
 * K and R, which have none yet, here.
 */
@NullMarked
package org.ohmstead.reports;

import org.jspecify.annotations.NullMarked;
