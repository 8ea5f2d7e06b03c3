/**
 * The rows of sessions, of their evidence and of the meters of EVSEs: the SQL of this slice that writes. All writes are part
 * of the unit of work of the message that caused them.
 */
@NullMarked
package org.ohmstead.charging.store;

import org.jspecify.annotations.NullMarked;
