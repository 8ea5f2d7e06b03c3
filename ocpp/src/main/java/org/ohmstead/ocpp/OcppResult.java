package org.ohmstead.ocpp;

/** The payload of a CALLRESULT: every response record is one. */
public interface OcppResult {}
