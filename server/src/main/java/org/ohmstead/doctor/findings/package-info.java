/**
 * What happened to a station in the last hour, in sentences: what is wrong with it, what that rests on, and what to do. It only reads
 * what other slices keep. Why a session did not start is told by the slice diagnosis.
 */
@NullMarked
package org.ohmstead.doctor.findings;

import org.jspecify.annotations.NullMarked;
