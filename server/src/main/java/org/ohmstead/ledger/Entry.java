package org.ohmstead.ledger;

/** A line of a posting. @param amount debit above 0, credit below */
public record Entry(Account account, Money amount) {}
