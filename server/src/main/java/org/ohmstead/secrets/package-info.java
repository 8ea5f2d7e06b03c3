/**
 * What must never be kept or shown: passwords, keys, codes. It knows them by the name of their field and by their shape, and puts
 * a mask in their place, which the message log and the audit log go through; and how files are made that hold some.
 */
@NullMarked
package org.ohmstead.secrets;

import org.jspecify.annotations.NullMarked;
