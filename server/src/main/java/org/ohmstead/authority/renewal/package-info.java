/**
 * Asks stations for a new request before their certificate ends (A02.FR.02, A02.FR.03), and says so where one does not.
 */
@NullMarked
package org.ohmstead.authority.renewal;

import org.jspecify.annotations.NullMarked;
