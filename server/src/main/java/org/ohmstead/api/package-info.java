/**
 * What every resource of the REST API shares: pages and cursors of lists, the reading of request bodies, and problems, which
 * are the one way to refuse a request. Knows no slice, and of the web no more than the interfaces of Jakarta REST; every slice may
 * come in.
 */
@NullMarked
package org.ohmstead.api;

import org.jspecify.annotations.NullMarked;
