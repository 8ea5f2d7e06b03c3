/** What certificates are for, of those that have words here; stations may name others. */
export const namedUses = new Set(["csmsRoot", "manufacturerRoot", "v2gRoot", "moRoot", "oemRoot", "v2gChain"]);
