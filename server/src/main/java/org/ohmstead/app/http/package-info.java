/**
 * What is the same for all of the REST API: how errors look, who may ask, health, metrics and status.
 * The resources themselves live in the slices.
 */
@NullMarked
package org.ohmstead.app.http;

import org.jspecify.annotations.NullMarked;
