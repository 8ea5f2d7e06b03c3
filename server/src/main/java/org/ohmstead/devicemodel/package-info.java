/**
 * The device model of stations: components and their variables, as NotifyReport tells them (2.x B07, B08). Its pages are put
 * together and kept by {@code reports}.
 */
@NullMarked
package org.ohmstead.devicemodel;

import org.jspecify.annotations.NullMarked;
