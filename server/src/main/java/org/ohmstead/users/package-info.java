/**
 * The people of an organisation: rows, invitations, one-time links, passwords. Who may come in: REST, sign-in, administration.
 */
@NullMarked
package org.ohmstead.users;

import org.jspecify.annotations.NullMarked;
