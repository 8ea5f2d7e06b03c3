package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/** How to read a text. URI: where to find it; QRCODE: to be shown as a code. */
public enum MessageFormat {
    ASCII,
    HTML,
    URI,
    UTF8,
    @Since(V21)
    QRCODE
}
