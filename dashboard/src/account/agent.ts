import type { TFunction } from "i18next";

const browsers: [RegExp, string][] = [
  // Most call themselves Chrome and Safari, too; so the order decides.
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/\bAndroid\b/, "Android"],
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b|\bX11\b/, "Linux"],
];

/** What somebody recognises of a User-Agent: `Firefox on Windows`. A program's is left as it is. */
export function agent(userAgent: string | null, t: TFunction): string {
  if (userAgent === null || userAgent === "") {
    return t("account:agent.unknown");
  }
  const named = (names: [RegExp, string][]) => names.find(([sign]) => sign.test(userAgent))?.[1];
  const browser = named(browsers);
  const system = named(systems);
  if (browser === undefined) {
    return userAgent;
  }
  return system === undefined ? browser : t("account:agent.on", { browser, system });
}
