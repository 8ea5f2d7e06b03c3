/**
 * What stations ask to be signed (SignCertificate), from the check of the request to the certificate in the station
 * (CertificateSigned): each step is on disk before the next one begins, so that a server that dies in between goes on.
 */
@NullMarked
package org.ohmstead.authority.requests;

import org.jspecify.annotations.NullMarked;
