/**
 * The server's own certificates: where they come from (files, ACME, or made by itself), how they are shown to stations and
 * browsers, and how new ones take the place of old ones while connections stand (OCPP 2.0.1 part 2 A00). The app comes in.
 */
@NullMarked
package org.ohmstead.app.tls;

import org.jspecify.annotations.NullMarked;
