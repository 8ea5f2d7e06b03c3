/**
 * API keys, by which programs and partners get in.
 */
@NullMarked
package org.ohmstead.access.keys;

import org.jspecify.annotations.NullMarked;
