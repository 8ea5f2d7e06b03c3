/**
 * For whom and where the operator's tariffs are: assignments, which are never changed but end, and the rules by which one of them applies
 * at a place, for a token, at a time, each candidate with the reason why it did not.
 */
@NullMarked
package org.ohmstead.pricing.assignment;

import org.jspecify.annotations.NullMarked;
