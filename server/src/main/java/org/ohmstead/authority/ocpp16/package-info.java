/**
 * OCPP 1.6 at the edge of authorities: requests of stations in, verdicts out. Only {@code app} and tests come in here.
 */
@NullMarked
package org.ohmstead.authority.ocpp16;

import org.jspecify.annotations.NullMarked;
