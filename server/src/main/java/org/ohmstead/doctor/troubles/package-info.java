/**
 * What is wrong with a station for a while: it connects again and again, is silent, its clock is off, it reports the same security
 * event over and over, or two devices share its identity. Looked at once a minute; told when it begins and when it ends, and not
 * again while it lasts.
 */
@NullMarked
package org.ohmstead.doctor.troubles;

import org.jspecify.annotations.NullMarked;
