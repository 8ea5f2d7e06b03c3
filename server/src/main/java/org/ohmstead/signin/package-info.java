/**
 * Signing in, staying signed in, and one's own account: sessions, cookies, access tokens, second factor, throttling.
 */
@NullMarked
package org.ohmstead.signin;

import org.jspecify.annotations.NullMarked;
