/**
 * The messages of OCPP 2.0.1 and 2.1 in one family, because 2.1 removed nothing: what is new says {@code @Since(V21)}.
 * One file per action with its Request, its Response and the types that only it uses; shared types have their own files,
 * and so have those that would make a file too long.
 * Facts of the schemas Cp:2:2020:3 and Cp:2:2025:1.
 */
@NullMarked
package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.NullMarked;
