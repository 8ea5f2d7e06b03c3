/** REST: the door for commands of any kind, and the list of all that were sent, by whom and by whatever way. */
@NullMarked
package org.ohmstead.commands.rest;

import org.jspecify.annotations.NullMarked;
