/**
 * The gateway for tests: a provider within this server, with which no money moves. What it does goes by the last digits of the amount,
 * so that whoever builds on payments sees each of their ends.
 */
@NullMarked
package org.ohmstead.payments.trial;

import org.jspecify.annotations.NullMarked;
