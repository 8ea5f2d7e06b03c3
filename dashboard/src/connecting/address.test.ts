import { expect, test } from "vitest";
import type { Model } from "../api/client";
import english from "./messages/en.json";
import { newPassword, nextIdentity, stationUrl } from "./address";

test("the address is that of the organisation, and what is odd in an identity is encoded", () => {
  expect(stationUrl("http://127.0.0.1:8080", "/ocpp/{identity}", "CP-1")).toBe("ws://127.0.0.1:8080/ocpp/CP-1");
  expect(stationUrl("https://csms.example.com", "/ocpp/acme/{identity}", "CP/1")).toBe("wss://csms.example.com/ocpp/acme/CP%2F1");
  expect(stationUrl("https://csms.example.com", "/ocpp/{identity}")).toBe("wss://csms.example.com/ocpp/");
});

test("a password is long enough for OCPP, and another each time", () => {
  expect(newPassword()).toMatch(/^[A-Za-z2-9]{20}$/);
  expect(newPassword()).not.toBe(newPassword());
});

test("the next identity is behind the highest", () => {
  expect(nextIdentity([])).toBe("CP-1");
  expect(nextIdentity(["CP-9", "CP-10", "YARD-77"])).toBe("CP-11");
});

test("each reason for which a handshake is refused has its words", () => {
  const words: Record<Model<"ConnectionProblem">["reason"], string> = english.reason; // the compiler misses what is missing
  expect(Object.values(words)).not.toContain("");
});
