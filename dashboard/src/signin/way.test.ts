import { expect, test } from "vitest";
import { wayBack } from "./way";

test.each([
  ["/users?q=a#b", "/users?q=a#b"],
  ["/", "/"],
  [undefined, "/"],
  ["https://elsewhere.example/", "/"],
  ["//elsewhere.example/", "/"],
  ["/\\elsewhere.example/", "/"],
  ["/\t/elsewhere.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["/sign-in?to=/sign-in", "/"],
])("after signing in, %s leads to %s", (to, path) => {
  expect(wayBack(to)).toBe(path);
});
