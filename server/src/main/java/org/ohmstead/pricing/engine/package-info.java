/**
 * What a charge costs by a tariff: cut where another price begins, the first element per dimension, step sizes once, limits at the
 * end, and for each line which element priced what, from when to when, and why. Pure: the same input has the same answer. The
 * rules and what of them is our choice stand in docs/pricing.md.
 */
@NullMarked
package org.ohmstead.pricing.engine;

import org.jspecify.annotations.NullMarked;
