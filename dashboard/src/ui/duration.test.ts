import { expect, test } from "vitest";
import { duration } from "./duration";

test.each([
  [0, "0 s"],
  [59.9, "59 s"],
  [60, "1 min 00 s"],
  [727, "12 min 07 s"],
  [4 * 3600 + 5 * 60, "4 h 05 min"],
  [86_400, "1 d 0 h"],
  [400 * 86_400 + 7200, "400 d 2 h"],
  [-3, "0 s"],
])("%d seconds read %s", (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});
