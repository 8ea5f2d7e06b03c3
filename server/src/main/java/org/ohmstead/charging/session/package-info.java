/**
 * What a charging session is: where, when, with which token, its meter, its end, what is odd about it; and the events that
 * tell of it. Values only. Other slices may read the events; the rest is for charging.
 */
@NullMarked
package org.ohmstead.charging.session;

import org.jspecify.annotations.NullMarked;
