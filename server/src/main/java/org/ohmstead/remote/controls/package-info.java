/**
 * What stations are told to do at once, and that is over with their answer: unlock a connector (1.6 §5.18, 2.x F05), send a
 * message (F06), clear the authorization cache (C11), say how a session stands (E14).
 */
@NullMarked
package org.ohmstead.remote.controls;

import org.jspecify.annotations.NullMarked;
