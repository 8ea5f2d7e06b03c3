import type { Model } from "../api/client";
import type { Standing } from "../ui/Status";

export const states = ["valid", "superseded", "rejected", "expired", "revoked"] as const;

export const standings: Record<Model<"IssuedState">, Standing> = {
  valid: "good",
  superseded: "off",
  rejected: "bad",
  expired: "warn",
  revoked: "blocked",
};

export const reasons = ["unspecified", "key_compromise", "affiliation_changed", "superseded", "cessation_of_operation", "privilege_withdrawn"] as const;
