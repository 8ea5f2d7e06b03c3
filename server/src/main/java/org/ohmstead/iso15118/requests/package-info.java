/**
 * What stations have asked about certificates, and what came of it, kept for a while. What vehicles and pools say to each other
 * (EXI) is not kept: it holds keys, if only encrypted ones.
 */
@NullMarked
package org.ohmstead.iso15118.requests;

import org.jspecify.annotations.NullMarked;
