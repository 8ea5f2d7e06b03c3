/** Stations against a tiny CSMS that answers everything and keeps what it was told. */
package org.ohmstead.simulator;
