/**
 * OCPP 2.x at the edge of customers: its words in, ours out. Only {@code app} and tests come in here.
 */
@NullMarked
package org.ohmstead.customers.ocpp2;

import org.jspecify.annotations.NullMarked;
