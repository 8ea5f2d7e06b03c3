import { expect, test } from "vitest";
import { campaignOf, identitiesOf, orderOf } from "./order";
import { doneShare, stepStanding } from "./words";

const form = (fields: Record<string, string>) => (name: string) => fields[name] ?? "";

test("an image is either one that was uploaded or one that lies elsewhere", () => {
  expect(orderOf(form({ file: "7", location: "https://example.org/old" }))).toEqual({ file: 7 });
  expect(orderOf(form({ file: "", location: " https://example.org/f.bin " }))).toEqual({ location: "https://example.org/f.bin" });
});

test("times and signature are told where they were given", () => {
  const order = orderOf(form({ file: "7", installAt: "2026-01-01T02:00", signature: "abc", signingCertificate: " " }));
  expect(order).toEqual({ file: 7, installAt: new Date("2026-01-01T02:00").toISOString(), signature: "abc" });
});

test("a campaign is for a group, or for stations by their identities", () => {
  const fields = { name: " New ", stations: "group:3", file: "7", canary: "1", waveSize: "50", parallel: "20", haltAtPercent: "20", pause: "0" };
  expect(campaignOf(form(fields), undefined)).toEqual({
    name: "New",
    stationGroup: 3,
    firmware: { file: 7 },
    canary: 1,
    waveSize: 50,
    parallel: 20,
    haltAtPercent: 20,
  });
  expect(campaignOf(form({ ...fields, pause: "15" }), ["A", "B"])).toMatchObject({ stations: ["A", "B"], pause: "15m" });
});

test("identities are written in any way", () => {
  expect(identitiesOf(" A\nB, C;A\n\n")).toEqual(["A", "B", "C"]);
});

test("a campaign's share counts what is over, well or not", () => {
  expect(doneShare({ stations: 4, waiting: 1, running: 0, installed: 1, failed: 1, skipped: 1 })).toBe(75);
  expect(doneShare({ stations: 0, waiting: 0, running: 0, installed: 0, failed: 0, skipped: 0 })).toBe(0);
});

test("words of stations stand as they end", () => {
  expect(["Downloading", "DownloadFailed", "InvalidSignature", "Installed", "AcceptedCanceled", "UploadFailure"].map(stepStanding)).toEqual([
    "busy",
    "bad",
    "bad",
    "good",
    "off",
    "bad",
  ]);
});
