/**
 * The authorities that an organisation trusts to vouch for contracts, vehicles and stations of Plug and Charge. Each has its own.
 */
@NullMarked
package org.ohmstead.iso15118.roots;

import org.jspecify.annotations.NullMarked;
