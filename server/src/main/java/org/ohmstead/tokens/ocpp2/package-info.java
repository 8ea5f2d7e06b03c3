/**
 * Tokens in the words of OCPP 2.0.1 and 2.1: idToken, groupIdToken, idTokenInfo (block C). Contract certificates (C07) cannot
 * be verified before there is a certificate slice: an Authorize that carries them is answered CertChainError and Invalid.
 */
@NullMarked
package org.ohmstead.tokens.ocpp2;

import org.jspecify.annotations.NullMarked;
