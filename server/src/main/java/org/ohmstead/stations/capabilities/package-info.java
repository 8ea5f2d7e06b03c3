/**
 * What stations cannot do: actions that they have refused with NotSupported or NotImplemented. Remembered by whoever sends a command,
 * forgotten when the firmware changes, and here, when somebody says so.
 */
@NullMarked
package org.ohmstead.stations.capabilities;

import org.jspecify.annotations.NullMarked;
