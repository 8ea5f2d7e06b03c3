// Opens the dashboard in a browser and prints as JSON what was there: node visit.js ADDRESS EMAIL PASSWORD [FOLDER]
// With a folder, pictures of it are left there. Somebody is invited on the way: never at a server that counts.
import { join } from "node:path";
import { complaintsOf, openBrowser } from "./browser.js";

const [address, email, password, folder] = process.argv.slice(2);
const browser = await openBrowser();

/** A page whose complaints are kept. */
async function open({ width = 1280, ...context }) {
  const page = await browser.newPage({ viewport: { width, height: 860 }, ...context });
  const complaints = complaintsOf(page);
  return { page, complaints };
}

/** What a page looks like now. */
async function seenOn(name, { page, complaints }) {
  if (folder) {
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
  const seen = await page.evaluate(async () => ({
    title: document.title,
    address: location.pathname + location.search + location.hash,
    text: document.body.innerText,
    ground: getComputedStyle(document.documentElement).backgroundColor,
    fonts: [...(await document.fonts.ready)].filter((font) => font.status === "loaded").length,
    isScrolledSideways: document.documentElement.scrollWidth > window.innerWidth,
  }));
  return { ...seen, complaints };
}

/** What a page looks like once `sign` stands on it. */
async function look(name, { path = "/server", sign = '[role="timer"]', then = async () => {}, ...context }) {
  const opened = await open(context);
  const answer = await opened.page.goto(address + path);
  await opened.page.locator(sign).first().waitFor();
  await then(opened.page);
  const seen = { status: answer.status(), ...(await seenOn(name, opened)) };
  await opened.page.context().close();
  return seen;
}

/** Signs in where one is sent to, and comes to where one wanted to go. */
async function signIn(name) {
  const opened = await open({});
  const { page } = opened;
  await page.goto(`${address}/api-keys`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "API keys" }).waitFor();
  const seen = await seenOn(name, opened);
  const storageState = await page.context().storageState();
  await page.context().close();
  return { seen, storageState };
}

/** Invites somebody who may only see, and gives the link. */
async function invite(page) {
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByLabel("E-mail address").fill("vera@example.org");
  await page.getByLabel("Role", { exact: true }).selectOption("viewer");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const link = await page.getByRole("group", { name: "Link" }).innerText();
  await page.getByRole("button", { name: "I have it" }).click();
  await page.getByRole("button", { name: "Change vera" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).waitFor();
  return new URL(link.trim());
}

/** Comes by the link, and chooses a password. */
async function accept(page) {
  await page.getByLabel("Password", { exact: true }).fill("a sentence of vera");
  await page.getByRole("button", { name: "Sign in with it" }).click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await page.getByRole("button", { name: "your account" }).waitFor();
}

const stranger = await look("stranger", { path: "/users", sign: 'input[type="password"]' });
const { seen: signedIn, storageState } = await signIn("signedIn");
const inside = { storageState };
let link;
const seen = {
  stranger,
  signedIn,
  light: await look("light", { ...inside, colorScheme: "light" }),
  dark: await look("dark", { ...inside, colorScheme: "dark" }),
  narrow: await look("narrow", { ...inside, width: 390 }),
  lost: await look("lost", { ...inside, path: "/no/such/page", sign: "h1" }),
  users: await look("users", {
    ...inside,
    path: "/users",
    sign: "table",
    then: async (page) => {
      link = await invite(page);
    },
  }),
  account: await look("account", { ...inside, path: "/account", sign: "li >> text=This one", width: 390 }),
};
seen.invited = await look("invited", {
  path: link.pathname + link.hash,
  sign: 'input[type="password"]',
});
seen.viewer = await look("viewer", { path: link.pathname + link.hash, sign: 'input[type="password"]', then: accept });
await browser.close();
console.log(JSON.stringify(seen));
