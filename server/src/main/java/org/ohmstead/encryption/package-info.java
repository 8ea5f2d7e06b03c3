/**
 * What the server keeps secret and needs again in clear: keys of authorities, passwords of other servers. Encrypted with one key of
 * the installation, which stands in a setting or a file and never in the database. What is only to be recognised again, such as
 * passwords of users, is hashed instead.
 */
@NullMarked
package org.ohmstead.encryption;

import org.jspecify.annotations.NullMarked;
