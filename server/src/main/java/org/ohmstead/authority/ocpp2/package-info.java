/**
 * OCPP 2.x at the edge of authorities: requests of stations in, verdicts out. Only {@code app} and tests come in here.
 */
@NullMarked
package org.ohmstead.authority.ocpp2;

import org.jspecify.annotations.NullMarked;
