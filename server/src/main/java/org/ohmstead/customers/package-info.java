/**
 * What stations know of customers (OCPP 2.x N09, N10): asked for, put together from its pages, and erased there. It is personal
 * data, so it has a permission and a short retention of its own, and stands in no list of reports.
 */
@NullMarked
package org.ohmstead.customers;

import org.jspecify.annotations.NullMarked;
