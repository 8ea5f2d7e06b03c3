// Visits every screen that the navigation leads to, with a station's parts, a session and a token, and prints as JSON what
// is wrong with them; KIND is light, dark or phone: node screens.js KIND ADDRESS EMAIL PASSWORD STATION [FOLDER]
// With a folder, a picture of each screen is left there. SCREENS=certificates,server looks only at those whose address has such a part.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { complaintsOf, openBrowser, seriousFindings, signedIn } from "./browser.js";

const [kind, address, email, password, station, folder] = process.argv.slice(2);
/** A page that loads more than this, with the frame, is heavier than any was (docs/dashboard.md has what each weighs). In bytes, compressed. */
const MOST_SCRIPT = 290_000;
/** Of a list: whoever is in a hurry reads the first one. */
const FIRST_LINKS = ["/sessions/", "/tokens/", "/commands/", "/firmware/"];
/** Pages whose own tabs lead to more of them. */
const WITH_TABS = ["/certificates"];

const browser = await openBrowser();
const faults = [];
const figures = {};

/** The screens that there are, by what leads to them. */
async function screens(page) {
  const links = async (within) =>
    page.locator(`${within} a[href]`).evaluateAll((all) => all.map((link) => new URL(link.href)).filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname));
  const found = new Set((await links("nav")).filter((path) => path !== "/docs/"));
  await page.goto(`${address}/stations/${station}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator("main nav a[href]").first().waitFor(); // not until the network is idle: the page listens for as long as it is open
  (await links("main nav")).forEach((path) => found.add(path));
  for (const beginning of FIRST_LINKS) {
    await page.goto(`${address}${beginning.slice(0, -1)}`);
    await page.locator(`main a[href^="${beginning}"]`).first().waitFor({ timeout: 3_000 }).catch(() => undefined); // there may be none
    const one = (await links("main")).find((path) => path.startsWith(beginning) && path.length > beginning.length);
    if (one !== undefined) {
      found.add(one);
    }
  }
  for (const path of WITH_TABS) {
    await page.goto(`${address}${path}`);
    await page.locator("main nav a[href]").first().waitFor({ timeout: 10_000 }).catch(() => faults.push(`${kind} ${path}: no tabs`));
    (await links("main nav")).forEach((tab) => found.add(tab));
  }
  found.add("/account");
  const only = (process.env.SCREENS ?? "").split(",").filter((part) => part !== "");
  return [...found].filter((path) => only.length === 0 || only.some((part) => path.includes(part))).sort();
}

const nameOf = (path) => path.slice(1).replace(station, "station").replace(/\/[^/]*\d[^/]*$/, "/one").replaceAll("/", "-") || "overview";

async function look(page, path) {
  const complaints = page.complaints;
  complaints.length = 0;
  let script = 0;
  const count = (response) => {
    if (/\/assets\/.*\.js$/.test(response.url())) {
      script += Number(response.headers()["content-length"] ?? 0);
    }
  };
  page.on("response", count);
  await page.goto(address + path);
  await page.getByRole("heading", { level: 1 }).first().waitFor({ timeout: 15_000 }).catch(() => faults.push(`${kind} ${path}: no heading`));
  await page.locator(".motion-safe\\:animate-pulse").first().waitFor({ state: "detached", timeout: 10_000 }).catch(() => undefined);
  await page.waitForTimeout(400);
  page.off("response", count);
  const what = `${kind} ${path}`;
  complaints.forEach((complaint) => faults.push(`${what}: ${complaint}`));
  if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) {
    faults.push(`${what}: scrolls sideways`);
  }
  (await seriousFindings(page)).forEach((finding) => faults.push(`${what}: ${finding}`));
  const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null);
  if (script > MOST_SCRIPT) {
    faults.push(`${what}: ${script} bytes of script, compressed; ${MOST_SCRIPT} at most`);
  }
  figures[path] = { script, paint: paint === null ? null : Math.round(paint) };
  if (folder) {
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${nameOf(path)}-${kind}.jpg`), type: "jpeg", quality: 82 });
  }
}

const first = await signedIn(browser, address, email, password);
const all = await screens(first);
const storageState = await first.context().storageState();
await first.context().close();
const kinds = {
  light: { colorScheme: "light", viewport: { width: 1440, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1440, height: 900 } },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};
const opened = await browser.newContext({ storageState, ...kinds[kind] });
/** Each screen waits most of its time. */
const AT_ONCE = 4;
const waiting = [...all];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const page = await opened.newPage();
      page.complaints = complaintsOf(page);
      await look(page, path);
      await page.close();
    }
  }),
);
await browser.close();
console.log(JSON.stringify({ screens: all, faults, figures }));
