/**
 * What the slices share that keep what stations tell beside charging: filter, order and age of their lists, stored JSON. All of
 * it is for others, and it knows none of them.
 */
@NullMarked
package org.ohmstead.notices;

import org.jspecify.annotations.NullMarked;
