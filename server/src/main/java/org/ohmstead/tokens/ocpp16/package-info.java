/** Tokens in the words of OCPP 1.6: idTag, parentIdTag, idTagInfo (§4.1, §7.1 to 7.2). */
@NullMarked
package org.ohmstead.tokens.ocpp16;

import org.jspecify.annotations.NullMarked;
