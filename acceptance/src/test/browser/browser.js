// What the programs here share: a browser, and what is looked at on each page.
import { accessSync, constants, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The machine's browser; null: it has none. */
function ofThisMachine() {
  const places = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The machine's browser, or the one that npm brought. */
export async function openBrowser() {
  const own = ofThisMachine();
  if (own !== undefined) {
    return chromium.launch({ executablePath: own, args: ["--no-sandbox"] });
  }
  const { default: packaged } = await import("@sparticuz/chromium");
  return chromium.launch({ executablePath: await packaged.executablePath(), args: packaged.args });
}

/** What is wrong with a page, for the log: a script or style that is refused is told in the console, too. */
export function complaintsOf(page) {
  const complaints = [];
  page.on("console", (line) => {
    // The API says so to strangers, and the browser tells of each.
    if (line.type() === "error" && !/status of 401/.test(line.text())) {
      complaints.push(line.text());
    }
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What WCAG AA forbids on the page as it is, as far as axe can tell, and is serious. */
export async function seriousFindings(page) {
  await page.evaluate(axe); // not a script element: the page's policy would refuse it
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).slice(0, 3).join(" | ")}`);
}

/** A page of somebody who has signed in. */
export async function signedIn(browser, address, email, password, context = {}) {
  const opened = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...context });
  const page = await opened.newPage();
  await page.goto(`${address}/sign-in`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation").first().waitFor({ state: "attached" });
  return page;
}
