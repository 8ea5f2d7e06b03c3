/**
 * Logs and diagnostics that stations are asked for (OCPP 1.6 §4.4, its security extension and 2.x N01): each request is kept with
 * how far it has come and the file that came, which lies in {@code files}. The messages are read in {@code ocpp16} and
 * {@code ocpp2}; their steps come by {@code stationjobs}.
 */
@NullMarked
package org.ohmstead.diagnostics;

import org.jspecify.annotations.NullMarked;
