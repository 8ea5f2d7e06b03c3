/**
 * The certificates that stations hold (1.6 security extension, 2.x block M): installed, listed and deleted at somebody's wish, and
 * what each of them is. Who signs certificates is no matter of this room. Others ask {@code StationCertificates}.
 */
@NullMarked
package org.ohmstead.certificates;

import org.jspecify.annotations.NullMarked;
