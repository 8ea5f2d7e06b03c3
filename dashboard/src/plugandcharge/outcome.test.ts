import { expect, test } from "vitest";
import { lookOf } from "./outcome";

test("what lets a vehicle charge is good, what nobody answered a warning, and the rest bad", () => {
  expect(["Accepted", "Good", "Failed", "Unknown", "CertificateRevoked", "Revoked", "CertChainError"].map(lookOf)).toEqual([
    "good",
    "good",
    "warn",
    "warn",
    "bad",
    "bad",
    "bad",
  ]);
});
