import { beforeAll } from "vitest";
import { startI18n } from "../i18n/i18n";

beforeAll(async () => {
  await startI18n("en");
});
