/**
 * The one door for commands: any action that a CSMS may send in the station's version, checked against its schema before it
 * goes out, answered with what the station said. Remote control (F), provisioning (B) and all later blocks stand on it.
 * A command goes: REST or a slice -> {@link org.ohmstead.commands.Commands} -> the station's link -> its {@code Outcome}.
 * The catalogue of actions and their JSON Schemas is here too.
 */
@NullMarked
package org.ohmstead.commands;

import org.jspecify.annotations.NullMarked;
