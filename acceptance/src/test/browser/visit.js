// Opens the dashboard in a browser and prints as JSON what was there: node visit.js CHROMIUM ADDRESS TOKEN [FOLDER]
// With a folder, pictures of it are left there.
import { join } from "node:path";
import { chromium } from "playwright-core";

const [executablePath, address, token, folder] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });

/** What a page looks like once `sign` stands on it. */
async function look(name, { path = "/", sign = '[role="timer"]', width = 1280, ...context }) {
  const page = await browser.newPage({ viewport: { width, height: 860 }, ...context });
  const complaints = [];
  // A script or style that is refused is told in the console, too.
  page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  const answer = await page.goto(address + path);
  await page.locator(sign).first().waitFor();
  if (folder) {
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
  const seen = await page.evaluate(async () => ({
    title: document.title,
    text: document.body.innerText,
    ground: getComputedStyle(document.documentElement).backgroundColor,
    fonts: [...(await document.fonts.ready)].filter((font) => font.status === "loaded").length,
    isScrolledSideways: document.documentElement.scrollWidth > window.innerWidth,
  }));
  await page.close();
  return { status: answer.status(), ...seen, complaints };
}

const elsewhere = { extraHTTPHeaders: { "X-Forwarded-For": "203.0.113.9" } };
const password = (value) => ({ httpCredentials: { username: "anybody", password: value } });
const seen = {
  light: await look("light", { colorScheme: "light" }),
  dark: await look("dark", { colorScheme: "dark" }),
  narrow: await look("narrow", { width: 390 }),
  lost: await look("lost", { path: "/no/such/page", sign: "h1" }),
  // A browser asks its user again, who gives up.
  stranger: await look("stranger", { ...elsewhere, ...password("wrong"), sign: "button" }),
  signedIn: await look("signedIn", { ...elsewhere, ...password(token) }),
};
await browser.close();
console.log(JSON.stringify(seen));
