/**
 * A station's password changed on both sides (OCPP 2.x A01, 1.6 security extension A01): made, sent as a command, and counted once
 * the station has it.
 */
@NullMarked
package org.ohmstead.commands.passwords;

import org.jspecify.annotations.NullMarked;
