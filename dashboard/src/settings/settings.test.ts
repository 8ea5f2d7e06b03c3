import { expect, test } from "vitest";
import { placeOf, shownSettings, type Setting } from "./settings";

const setting = (name: string, description: string, source: Setting["source"]): Setting => ({
  name,
  description,
  source,
  value: "",
  defaultValue: "",
  where: null,
  secret: false,
  allowed: "",
});

test("settings are found by all words of their name or description, and those that are set", () => {
  const all = [setting("port", "TCP port for HTTP", "flag"), setting("ping-interval", "How often stations are pinged", "default")];
  const names = (query: string, onlySet = false) => shownSettings(all, query, onlySet).map(({ name }) => name);
  expect(names("")).toEqual(["port", "ping-interval"]);
  expect(names("HTTP tcp")).toEqual(["port"]);
  expect(names("ping stations")).toEqual(["ping-interval"]);
  expect(names("", true)).toEqual(["port"]);
});

test("the place of a setting is told without its kind, which is translated", () => {
  expect(placeOf("flag --port")).toBe("--port");
  expect(placeOf("variable OHMSTEAD_PORT")).toBe("OHMSTEAD_PORT");
  expect(placeOf("port in /etc/ohmstead.properties")).toBe("port in /etc/ohmstead.properties");
  expect(placeOf(null)).toBe("");
});
