/**
 * Old rows, cleared away in small transactions with pauses between them. For what the slices keep only for a time.
 */
@NullMarked
package org.ohmstead.db.ageing;

import org.jspecify.annotations.NullMarked;
