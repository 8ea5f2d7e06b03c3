/**
 * Files that stations load and leave: firmware images (L01 to L04), logs and diagnostics (N01, OCPP 1.6 §4.4 and §4.5). What is in
 * them lies in a folder, what is known of them in the database. Stations come in by URLs that are made for one of them and for a
 * while; operators by the API. Knows no slice that asks for files: those listen ({@link org.ohmstead.files.FileArrivals}).
 */
@NullMarked
package org.ohmstead.files;

import org.jspecify.annotations.NullMarked;
