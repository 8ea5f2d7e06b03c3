/**
 * Stations' passwords (security profiles 1 and 2): changes that a station and we must agree about, and the login itself. The
 * handshake comes in by StationLogin, commands by PasswordChanges.
 */
@NullMarked
package org.ohmstead.stations.credentials;

import org.jspecify.annotations.NullMarked;
