/**
 * The protocol, without sockets and without a framework: text in, text out.
 * {@link org.ohmstead.ocpp.catalogue.Catalogue} lists every action of the three versions; its records lie in {@code v16} and {@code v2}
 * (2.0.1 and 2.1 together), what constrains them in {@code schema}, and {@code rpc} carries them over a link.
 */
@NullMarked
package org.ohmstead.ocpp;

import org.jspecify.annotations.NullMarked;
