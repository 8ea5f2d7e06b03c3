/**
 * Where the server is put together: the WebSocket of the stations, the routes of each OCPP version, settings,
 * HTTP errors, TLS and start-up.
 * It may see every slice; no slice sees it.
 */
@NullMarked
package org.ohmstead.app;

import org.jspecify.annotations.NullMarked;
