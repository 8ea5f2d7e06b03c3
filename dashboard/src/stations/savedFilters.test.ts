import { expect, test } from "vitest";
import { isChosen, savedFrom, withSaved } from "./savedFilters";

test("what cannot be read is left out", () => {
  expect(savedFrom(null)).toEqual([]);
  expect(savedFrom("no JSON")).toEqual([]);
  expect(savedFrom('{"name":"one"}')).toEqual([]);
  expect(savedFrom('[{"name":"one","search":{"q":"a"}},{"name":"","search":{}},{"name":"two","search":{"q":1}},null]')).toEqual([
    { name: "one", search: { q: "a" } },
  ]);
});

test("one of the same name is replaced, and they stand in the order of their names", () => {
  const one = withSaved([], "offline", { connected: "false", q: undefined, status: "" });
  expect(one).toEqual([{ name: "offline", search: { connected: "false" } }]);
  const two = withSaved(one, "broken", { status: "faulted" });
  expect(two.map(({ name }) => name)).toEqual(["broken", "offline"]);
  expect(withSaved(two, "offline", { status: "offline" })[1]?.search).toEqual({ status: "offline" });
});

test("one is chosen where the address says the same", () => {
  const filter = { name: "offline", search: { connected: "false" } };
  expect(isChosen(filter, { connected: "false", q: "" })).toBe(true);
  expect(isChosen(filter, { connected: "false", q: "x" })).toBe(false);
  expect(isChosen(filter, {})).toBe(false);
});
