import { expect, test } from "vitest";
import { bodyOf, dayOf, placesOf, textOfPlaces } from "./payload";
import { faultsOf, faultyLines } from "./preview";
import { tokenFilter } from "./queries";
import { standingOf } from "./standing";

const table = "value,type,maxSessions\nAA01,ISO14443,1\r\n,ISO14443,x\nAA02,,99999999999";
const detail =
  "Line 3: maxSessions is 'x'; allowed is a whole number. Line 3: value is missing. Line 4: maxSessions is '99999999999'; allowed is a whole number. Nothing was imported.";

test("a refusal of a table stands at the lines that it is about", () => {
  expect(faultyLines(table, detail)).toEqual([
    { line: 3, text: ",ISO14443,x", faults: ["maxSessions is 'x'; allowed is a whole number.", "value is missing."] },
    { line: 4, text: "AA02,,99999999999", faults: ["maxSessions is '99999999999'; allowed is a whole number."] },
  ]);
});

test("a refusal of the table as a whole is about no line", () => {
  expect(faultsOf("There is no column 'colour'; allowed are value, type.").size).toBe(0);
});

test("places are read as they are written", () => {
  const places = [{ station: "CP-7", evses: [] }, { station: "depot:north", evses: [1, 2] }];
  expect(textOfPlaces(places)).toBe("CP-7\ndepot:north: 1, 2");
  expect(placesOf(" CP-7 \n\ndepot:north: 1, 2\nodd: one")).toEqual([{ station: "CP-7" }, { station: "depot:north", evses: [1, 2] }, { station: "odd: one" }]);
});

test("an empty field of the form means the default", () => {
  const given: Record<string, string> = { value: " 04A2 ", expiresAt: "2026-05-01", alsoKnownAs: "04A, 04B\n04C", maxSessions: "0", blocked: "on" };
  const body = bodyOf((name) => given[name] ?? "");
  expect(body).toEqual({
    value: "04A2",
    type: null,
    group: null,
    blocked: true,
    expiresAt: new Date(2026, 4, 1).toISOString(),
    maxSessions: 0,
    allowed: [],
    priority: null,
    language: null,
    personalMessage: null,
    note: null,
    alsoKnownAs: ["04A", "04B", "04C"],
  });
  expect(dayOf(body.expiresAt ?? null)).toBe("2026-05-01");
});

test("the address's filters become the question", () => {
  expect(tokenFilter({ q: "04", group: "", blocked: "false", other: "x" })).toEqual({ q: "04", blocked: false });
  expect(tokenFilter({ blocked: "perhaps" })).toEqual({});
});

test("a token counts until it is blocked or expires", () => {
  const expiresAt = "2026-05-01T00:00:00Z";
  expect(standingOf({ blocked: false, expiresAt }, Date.parse(expiresAt) - 1).word).toBe("counts");
  expect(standingOf({ blocked: false, expiresAt }, Date.parse(expiresAt)).word).toBe("expired");
  expect(standingOf({ blocked: true, expiresAt: null }, 0).word).toBe("blocked");
});
