/**
 * FTP for OCPP 1.6 stations that know no other way to leave their diagnostics (§4.4). Off unless {@code ftp-port} says a port. A
 * user is an upload link: with its password one file can be stored, and nothing can be listed, read or removed. Only {@code app}
 * comes in here.
 */
@NullMarked
package org.ohmstead.files.ftp;

import org.jspecify.annotations.NullMarked;
