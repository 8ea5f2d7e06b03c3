/**
 * Sessions, readings, evidence and totals as lists, tables and sums: the REST interface that reads. Nothing here changes a
 * session but closing it by hand.
 */
@NullMarked
package org.ohmstead.charging.lists;

import org.jspecify.annotations.NullMarked;
