import { expect, test } from "vitest";
import { formatOf } from "../i18n/format";
import english from "./messages/en.json";
import { conclusionStanding, fromField, keyOf, toField, type StartCheck } from "./diagnosis";

const check = (code: StartCheck["code"], verdict: StartCheck["verdict"]): StartCheck => ({ check: "connection", code, verdict, at: null, facts: {}, evidence: [] });

test("a conclusion stands as the check that it is of", () => {
  const checks = [check("connected", "ok"), check("token_blocked", "problem")];
  expect(conclusionStanding({ conclusion: "token_blocked", checks })).toBe("bad");
  expect(conclusionStanding({ conclusion: "connected", checks })).toBe("good");
  expect(conclusionStanding({ conclusion: "nothing_found", checks })).toBe("off");
});

test("what may be a conclusion says what to do next", () => {
  const needed = ["never_connected", "not_connected", "token_unknown", "token_refused", "blocked", "limited_to_zero", "started", "nothing_found"];
  expect(needed.filter((code) => !(keyOf(code) in english.next) || !(keyOf(code) in english.code))).toEqual([]);
  expect(Object.keys(english.next).filter((code) => !(code in english.code))).toEqual([]);
});

test("a moment comes out of its field as it went in, to the minute", () => {
  expect(fromField(toField("2026-05-01T10:30:40Z"))).toBe("2026-05-01T10:30:00.000Z");
  expect(toField(undefined)).toBe("");
  expect(fromField("")).toBeUndefined();
  expect(formatOf("en").moment(fromField("tomorrow"))).toBe("–");
});
