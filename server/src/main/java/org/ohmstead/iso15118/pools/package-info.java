/**
 * Where contract certificates for vehicles come from (OCPP 2.x M01, M02): the pool of Hubject, or a laboratory of our own. A pool
 * is a {@link org.ohmstead.iso15118.pools.ContractPool}; the settings say which one is asked.
 */
@NullMarked
package org.ohmstead.iso15118.pools;

import org.jspecify.annotations.NullMarked;
