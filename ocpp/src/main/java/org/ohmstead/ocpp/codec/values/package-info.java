/**
 * Numbers, times and JSON as stations write them: guarded before they are computed, lenient where real stations are careless.
 * Leaf of the codec; knows nobody.
 */
@NullMarked
package org.ohmstead.ocpp.codec.values;

import org.jspecify.annotations.NullMarked;
