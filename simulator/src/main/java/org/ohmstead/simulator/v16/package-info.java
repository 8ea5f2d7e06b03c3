/**
 * A station that speaks OCPP 1.6J with the security extension: what it says ({@code Protocol16}) and how it answers
 * each command ({@code Routes16} lists them, one file per profile).
 */
@NullMarked
package org.ohmstead.simulator.v16;

import org.jspecify.annotations.NullMarked;
