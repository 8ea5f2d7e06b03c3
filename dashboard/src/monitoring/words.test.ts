import { expect, test } from "vitest";
import { gistOf, monitorOf, severityStanding, watched } from "./words";

const form = (fields: Record<string, string>) => (name: string) => fields[name] ?? "";

test("a component is named with its place", () => {
  expect(watched({ name: "Connector", evse: { id: 1, connectorId: 2 } }, { name: "Power" })).toBe("Connector@1.2.Power");
  expect(watched({ name: "Fan", instance: "left" }, { name: "Problem", instance: "x" })).toBe("Fan[left].Problem[x]");
  expect(gistOf(null)).toEqual({ what: ".", value: "", trigger: "" });
});

test("a monitor is streamed where it is periodic only", () => {
  const fields = { component: "EVSE", variable: "Power", evse: "1", type: "Periodic", value: "10", severity: "8", stream: "60" };
  expect(monitorOf(form(fields))).toEqual({
    component: { name: "EVSE", evse: 1 },
    variable: { name: "Power" },
    type: "Periodic",
    value: 10,
    severity: 8,
    transaction: false,
    stream: { interval: 60 },
  });
  expect(monitorOf(form({ ...fields, type: "Delta", evse: "", transaction: "on" }))).toEqual({
    component: { name: "EVSE" },
    variable: { name: "Power" },
    type: "Delta",
    value: 10,
    severity: 8,
    transaction: true,
  });
});

test("the smaller a severity the worse", () => {
  expect([0, 4, 6, 9, undefined].map(severityStanding)).toEqual(["alert", "bad", "warn", "info", "off"]);
});
