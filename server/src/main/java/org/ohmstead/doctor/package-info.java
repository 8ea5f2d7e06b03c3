/**
 * The connection doctor: says of each station that does not get in what happened, what to change at it and what can be done here,
 * and corrects it where that is safe. It only reads what the endpoint of the stations keeps.
 */
@NullMarked
package org.ohmstead.doctor;

import org.jspecify.annotations.NullMarked;
