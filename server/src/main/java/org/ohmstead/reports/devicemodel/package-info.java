/**
 * Reports of the device model and of monitors, put together from their parts (2.x B07, B08, N02).
 */
@NullMarked
package org.ohmstead.reports.devicemodel;

import org.jspecify.annotations.NullMarked;
