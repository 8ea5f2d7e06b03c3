/**
 * Whether the contract certificate of a vehicle proves its contract (OCPP 2.x C07): its chain, its time, and what responders say;
 * and what an organisation lets pass while it tests.
 */
@NullMarked
package org.ohmstead.iso15118.checks;

import org.jspecify.annotations.NullMarked;
