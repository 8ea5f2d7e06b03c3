/**
 * What {@code ./ohmstead admin} does on the server's own machine, with the machine's own key.
 */
@NullMarked
package org.ohmstead.administration;

import org.jspecify.annotations.NullMarked;
