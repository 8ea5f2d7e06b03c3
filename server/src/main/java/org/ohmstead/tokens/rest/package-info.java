/**
 * The REST interface of tokens, and their import from tables.
 */
@NullMarked
package org.ohmstead.tokens.rest;

import org.jspecify.annotations.NullMarked;
