import { expect, test } from "vitest";
import { auditFilter, differences, textOf } from "./filters";

test("which thing it is is asked for together with its kind only", () => {
  expect(auditFilter({ entityId: "CP-7", actor: "local", action: "" })).toEqual({ actor: "local" });
  expect(auditFilter({ entity: "station", entityId: "CP-7" })).toEqual({ entity: "station", entityId: "CP-7" });
});

test("a change shows each field as it was and as it is", () => {
  expect(differences({ a: 1 }, { a: 2, b: null })).toEqual([
    { field: "a", before: 1, after: 2 },
    { field: "b", before: undefined, after: null },
  ]);
  expect(differences(undefined, "text")).toEqual([]);
  expect([textOf(null), textOf("x"), textOf({ a: [1] })]).toEqual(["", "x", '{"a":[1]}']);
});
