package org.ohmstead.ocpp;

/** The payload of a SEND, which nobody answers (OCPP 2.1). */
public interface OcppSend {}
