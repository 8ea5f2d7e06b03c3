/**
 * What a session was from its beginning to its end, moment by moment: the register of its meter, its power, and what the vehicle did. For
 * those that work something out from it, such as its price.
 */
@NullMarked
package org.ohmstead.charging.course;

import org.jspecify.annotations.NullMarked;
