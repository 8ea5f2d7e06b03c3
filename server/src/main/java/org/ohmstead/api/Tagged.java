package org.ohmstead.api;

/** Something that can be changed, as REST shows it; its tag goes with it as the header {@code ETag}. */
public interface Tagged {
    EntityTag entityTag();
}
