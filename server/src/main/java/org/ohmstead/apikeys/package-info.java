/**
 * API keys, by which programs and partners get in.
 */
@NullMarked
package org.ohmstead.apikeys;

import org.jspecify.annotations.NullMarked;
