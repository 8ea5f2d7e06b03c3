/**
 * The way to the database: the data source, the migrations and the group commit.
 * SQLite or PostgreSQL is chosen at run time by the URL. It knows nothing of any slice.
 */
@NullMarked
package org.ohmstead.db;

import org.jspecify.annotations.NullMarked;
