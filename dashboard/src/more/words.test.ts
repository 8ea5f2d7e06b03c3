import { expect, test } from "vitest";
import { dataOf, lineOf } from "./words";

test("JSON is sent as such, anything else as a text", () => {
  expect(dataOf('{"a":1}')).toEqual({ a: 1 });
  expect(dataOf("hello {")).toBe("hello {");
  expect(dataOf("  ")).toBeUndefined();
});

test("data is shown in one line", () => {
  expect([undefined, null, "text", { a: 1 }, 5].map(lineOf)).toEqual(["", "", "text", '{"a":1}', "5"]);
});
