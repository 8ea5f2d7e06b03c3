/**
 * Reports that come in pages, put together and kept: of the device model (B07, B08), monitors (N02), display messages (O03),
 * charging profiles (K09) and DER controls (R04). The messages are read in the slices of their blocks. What is told of customers
 * is personal data, and stays in {@code customers}.
 */
@NullMarked
package org.ohmstead.reports;

import org.jspecify.annotations.NullMarked;
