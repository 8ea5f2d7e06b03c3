/**
 * By which tariffs sessions run at their stations (OCPP 2.1 I08, I11, I12), what that came to by the station's word, and what
 * stations were told that sessions cost (2.x I02). Kept as long as charging sessions are: bills rest on it.
 */
@NullMarked
package org.ohmstead.tariffs.session;

import org.jspecify.annotations.NullMarked;
