import i18next from "i18next";
import { expect, test } from "vitest";
import { ApiError, Unreachable } from "../api/errors";
import type { Model } from "../api/client";
import { verdict } from "./verdict";

const well: Model<"Health"> = { status: "up", database: { kind: "sqlite", status: "up", reason: null }, threads: [], listeners: [] };

test("a server that says up and has no failed threads is healthy", () => {
  expect(verdict(well, null, i18next.t)).toMatchObject({ tone: "good", title: "Healthy" });
});

test("a server that is down says what its database says", () => {
  const full: Model<"Health"> = { ...well, status: "down", database: { ...well.database, status: "down", reason: "disk full" } };
  expect(verdict(full, null, i18next.t)).toMatchObject({ tone: "bad", sentences: ["Database: disk full"] });
});

test("a thread that has failed is told, though the server works", () => {
  const after: Model<"Health"> = { ...well, threads: [{ name: "lane-0", status: "up", failures: 1 }] };
  const { tone, sentences } = verdict(after, null, i18next.t);
  expect(tone).toBe("warn");
  expect(sentences[0]).toContain("lane-0 has failed 1 time");
});

test("what was well a moment ago is not well any more when nobody answers", () => {
  expect(verdict(well, new Unreachable(), i18next.t)).toMatchObject({ tone: "bad", title: "Not reachable" });
  const refused = new ApiError({ status: 502, title: "Bad Gateway", detail: "of the proxy", field: null, retryAfter: null });
  expect(verdict(well, refused, i18next.t)).toMatchObject({ tone: "bad", sentences: ["of the proxy"] });
});

test("before the first answer nothing is claimed", () => {
  expect(verdict(undefined, null, i18next.t).tone).toBe("unknown");
});
