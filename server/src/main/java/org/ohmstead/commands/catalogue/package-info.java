/**
 * Which actions OCPP has, by version, and the schemas of their messages: what a client needs to make a form for a command.
 */
@NullMarked
package org.ohmstead.commands.catalogue;

import org.jspecify.annotations.NullMarked;
