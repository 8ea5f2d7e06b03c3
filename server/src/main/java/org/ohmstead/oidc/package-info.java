/**
 * Sign-in by an identity provider: OpenID Connect, authorization code flow with PKCE. What the provider says is believed only as far
 * as its keys have signed it for us. Resources come in by {@link org.ohmstead.oidc.OidcSignIn}; who is let in then is for
 * {@code users} and {@code signin}.
 */
@NullMarked
package org.ohmstead.oidc;

import org.jspecify.annotations.NullMarked;
