/**
 * What a provider of payments is to us: one interface with five verbs, and the organisation's account there, whose keys are kept
 * encrypted. The gateways themselves stand beside this package, one each; nobody else speaks to a provider.
 */
@NullMarked
package org.ohmstead.payments.gateways;

import org.jspecify.annotations.NullMarked;
