/**
 * What must never be kept or shown: passwords, keys, codes. It knows them by the name of their field and by their shape, and puts
 * a mask in their place. The message log and the audit log go through it.
 */
@NullMarked
package org.ohmstead.secrets;

import org.jspecify.annotations.NullMarked;
