/**
 * Security profiles of stations (behaviour 1.5, use cases A00 and A05): what each has to show to get in, how it last did, and the
 * memory by which none goes down again. The handshake comes in by SecurityCheck, boots by SerialCheck, operators by
 * SecurityProfiles.
 */
@NullMarked
package org.ohmstead.stations.securityprofiles;

import org.jspecify.annotations.NullMarked;
