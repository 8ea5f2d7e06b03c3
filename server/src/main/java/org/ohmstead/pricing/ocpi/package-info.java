/**
 * Tariffs and CDRs as OCPI 2.2.1 writes them in JSON ({@code mod_tariffs}, {@code mod_cdrs}): the forms, and the way from them and to
 * them. What partners add is ignored; what is wrong is refused with its place in the JSON, what was found and what is allowed.
 */
@NullMarked
package org.ohmstead.pricing.ocpi;

import org.jspecify.annotations.NullMarked;
