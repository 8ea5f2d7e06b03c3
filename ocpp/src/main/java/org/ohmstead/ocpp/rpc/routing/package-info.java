/**
 * Which handler serves which action, how a payload becomes its record, and how a refusal is said (OCPP-J §4). Handlers come in
 * here; the link does the rest.
 */
@NullMarked
package org.ohmstead.ocpp.rpc.routing;

import org.jspecify.annotations.NullMarked;
