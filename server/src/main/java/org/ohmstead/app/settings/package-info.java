/**
 * What an installation can set: flags over environment over {@code ohmstead.yaml} over defaults, read and checked once
 * before anything starts. The records here are the reference; {@code docs/settings.md} and {@code serve --help} are
 * generated from them. Only {@code org.ohmstead.app} comes in; slices get their own records from there. Why no library reads the
 * flags: {@code docs/decisions/0010-flags-without-picocli.md}.
 */
@NullMarked
package org.ohmstead.app.settings;

import org.jspecify.annotations.NullMarked;
