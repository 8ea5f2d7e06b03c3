/**
 * What to type into a charger so that it finds this server and is let in: addresses, identity, form of the password, root
 * certificate; as JSON, as text and as a QR code.
 */
@NullMarked
package org.ohmstead.doctor.connect;

import org.jspecify.annotations.NullMarked;
