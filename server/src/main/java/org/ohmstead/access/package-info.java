/**
 * Who does something: handed from the door that let them in to every service that changes anything.
 * REST resources ask {@link org.ohmstead.access.CurrentActor}; what a station does comes with its {@code Caller}.
 */
@NullMarked
package org.ohmstead.access;

import org.jspecify.annotations.NullMarked;
