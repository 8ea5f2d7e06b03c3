/** Texts as keys of rows. */
@NullMarked
package org.ohmstead.db.keys;

import org.jspecify.annotations.NullMarked;
