/**
 * The texts on the wire: CALL, CALLRESULT, CALLERROR, SEND, and the repair of those that are nearly one (OCPP-J §4.2). For the
 * link alone.
 */
@NullMarked
package org.ohmstead.ocpp.rpc.frame;

import org.jspecify.annotations.NullMarked;
