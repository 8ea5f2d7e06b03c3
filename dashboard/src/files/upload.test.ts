import { expect, test } from "vitest";
import { uploadUrl } from "./upload";

const file = new File(["abc"], "image 1.bin");

test("only what was written is told", () => {
  expect(uploadUrl({ file, version: " ", note: "" })).toBe("/api/v1/files?name=image+1.bin");
  expect(uploadUrl({ file, version: "1.4.2", note: "a & b", sha256: "ab" })).toBe("/api/v1/files?name=image+1.bin&version=1.4.2&note=a+%26+b&sha256=ab");
});
