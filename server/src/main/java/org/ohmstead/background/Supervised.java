package org.ohmstead.background;

import java.util.List;

/** Has threads of its own. A bean that implements it is found by health by itself. */
public interface Supervised {
    List<SupervisedThread.State> threads();
}
