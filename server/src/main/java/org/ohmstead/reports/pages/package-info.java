/**
 * What the lists of this slice share: filter, order, stored JSON.
 */
@NullMarked
package org.ohmstead.reports.pages;

import org.jspecify.annotations.NullMarked;
