import { expect, test } from "vitest";
import { byThing } from "./permissions";
import { standing } from "./standing";

test("permissions stand together by what they are about, reading first", () => {
  expect(byThing(["session.stop", "api-key.read", "session.close", "session.read"])).toEqual([
    { thing: "api-key", actions: ["read"] },
    { thing: "session", actions: ["read", "close", "stop"] },
  ]);
});

test("a key counts until it expires or is revoked", () => {
  const expiresAt = "2026-05-01T00:00:00Z";
  const then = Date.parse(expiresAt);
  expect(standing({ expiresAt: null, revokedAt: null }, then)).toBe("counts");
  expect(standing({ expiresAt, revokedAt: null }, then - 1)).toBe("counts");
  expect(standing({ expiresAt, revokedAt: null }, then)).toBe("expired");
  expect(standing({ expiresAt, revokedAt: expiresAt }, then - 1)).toBe("revoked");
});
