// Works with the dashboard as an operator does, and prints as JSON what came of each scenario:
// node scenarios.js ADDRESS EMAIL PASSWORD API_KEY SETUP_LINK
// Expects stations BULK-01 … BULK-20 of which two answer errors, and LIVE-16, LIVE-201, LIVE-21 that are connected; the setup link is
// that of another server, which has no owner yet.
import { connect, createServer } from "node:net";
import { complaintsOf, openBrowser, seriousFindings, signedIn } from "./browser.js";

const [address, email, password, key, setupLink] = process.argv.slice(2);
const browser = await openBrowser();
const SOON = 1_000;

async function api(method, path, body) {
  const answer = await fetch(address + path, {
    method,
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  }
  return answer.status === 204 ? null : answer.json();
}

function check(isSo, what) {
  if (!isSo) {
    throw new Error(what);
  }
}

/** A way to the server that can be cut and mended. */
async function way(to) {
  const { hostname, port } = new URL(to);
  const open = new Set();
  const server = createServer((client) => {
    const onward = connect(Number(port), hostname);
    open.add(client);
    client.pipe(onward).pipe(client);
    const end = () => {
      open.delete(client);
      client.destroy();
      onward.destroy();
    };
    [client, onward].forEach((socket) => socket.on("error", end).on("close", end));
  });
  const listen = (on) => new Promise((resolve) => server.listen(on, "127.0.0.1", resolve));
  await listen(0);
  const { port: own } = server.address();
  return {
    address: `http://127.0.0.1:${own}`,
    cut: () => {
      server.close();
      open.forEach((client) => client.destroy());
    },
    mend: () => listen(own),
  };
}

const scenarios = {
  /** From the link that the server prints to a session on the screen. */
  async firstRun() {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const begun = Date.now();
    await page.goto(setupLink);
    await page.getByLabel("E-mail address").fill("first@example.org");
    await page.getByLabel("Name", { exact: true }).fill("First Owner");
    await page.getByLabel("Password", { exact: true }).fill("a sentence of the first");
    await page.locator('button[type="submit"]').click();
    await page.getByRole("link", { name: "Connect your first charger" }).click();
    await page.getByRole("button", { name: "Register it" }).click();
    await page.getByText("Type this into the charger").waitFor();
    await page.getByRole("group", { name: "Identity" }).getByText("CP-1").waitFor();
    await page.getByRole("button", { name: "Another one" }).click();
    await page.getByRole("button", { name: "Start it" }).click();
    await page.getByText("A session runs").waitFor({ timeout: 90_000 });
    const took = Date.now() - begun;
    await page.getByRole("link", { name: /to the session/ }).first().click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.context().close();
    return { took };
  },

  /** One command to twenty stations, of which two fail. */
  async bulk() {
    const page = await signedIn(browser, address, email, password);
    await page.goto(`${address}/stations?q=BULK-`);
    await page.getByRole("link", { name: "BULK-20" }).waitFor();
    await page.getByLabel("Select all").check();
    await page.getByText("20 selected").waitFor();
    await page.getByRole("button", { name: "Any command" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/Stations of OCPP 2/).selectOption("ClearCache");
    await dialog.getByLabel(/Stations of OCPP 1.6/).selectOption("ClearCache");
    await dialog.getByRole("button", { name: "Send" }).click();
    await page.getByText("20 of 20 stations").waitFor({ timeout: 60_000 });
    const failed = await page.getByText("Error answered").count();
    check(failed >= 2, `two stations answer an error, and ${failed} are shown so`);
    await page.context().close();
  },

  /** What happens is on the screen within a second. */
  async live() {
    const page = await signedIn(browser, address, email, password);
    await page.goto(`${address}/events`);
    await page.getByText("Live", { exact: true }).waitFor();
    const seen = [];
    for (let turn = 0; turn < 3; turn++) {
      const before = await page.getByText("Connector blocked").count();
      const begun = Date.now();
      await api("PUT", "/api/v1/stations/LIVE-201/block", { reason: `turn ${turn}` });
      await page.waitForFunction(
        (count) => [...document.querySelectorAll('[role="row"]')].filter((row) => row.textContent?.includes("Connector blocked")).length > count,
        before,
        { timeout: 10_000, polling: 20 },
      );
      seen.push(Date.now() - begun);
      await api("DELETE", "/api/v1/stations/LIVE-201/block");
    }
    await page.context().close();
    check(Math.min(...seen) <= SOON, `seen after ${seen.join(", ")} ms`);
    return { seen };
  },

  /** Five actions of each version by the form that is drawn from their schemas. */
  async commands() {
    const page = await signedIn(browser, address, email, password);
    const actions = {
      "LIVE-16": ["ClearCache", "GetConfiguration", "GetLocalListVersion", "GetDiagnostics", "TriggerMessage"],
      "LIVE-201": ["ClearCache", "GetLocalListVersion", "GetBaseReport", "GetTransactionStatus", "TriggerMessage"],
      "LIVE-21": ["ClearCache", "GetLocalListVersion", "GetBaseReport", "GetPeriodicEventStream", "TriggerMessage"],
    };
    for (const [station, names] of Object.entries(actions)) {
      await page.goto(`${address}/stations/${station}/commands`);
      for (const name of names) {
        await page.getByRole("button", { name: "Send a command" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByLabel("Action").selectOption(name);
        const location = dialog.getByLabel("location", { exact: false });
        if (name === "GetDiagnostics") {
          await location.first().fill("ftp://127.0.0.1/nowhere");
        }
        await dialog.getByRole("button", { name: "Send", exact: true }).click();
        await dialog.getByRole("button", { name: "Once more" }).waitFor({ timeout: 40_000 });
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "detached" });
      }
    }
    await page.context().close();
  },

  /** Who may only look is offered nothing else. */
  async viewer() {
    const { link } = await api("POST", "/api/v1/users", { email: "vic@example.org", role: "viewer" });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address + new URL(link).pathname + new URL(link).hash);
    await page.getByLabel("Password", { exact: true }).fill("a sentence of vic");
    await page.locator('button[type="submit"]').click();
    await page.getByRole("navigation").first().waitFor();
    await page.goto(`${address}/stations`);
    await page.getByRole("link", { name: "LIVE-16" }).waitFor();
    check((await page.getByRole("button", { name: "New station" }).count()) === 0, "a viewer is offered to create a station");
    check((await page.getByLabel("Select all").count()) === 0, "a viewer is offered to select stations for commands");
    check((await page.getByRole("link", { name: "Users" }).count()) === 0, "a viewer is offered the users");
    await page.goto(`${address}/stations/LIVE-16/commands`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    check((await page.getByRole("button", { name: "Send a command" }).count()) === 0, "a viewer is offered to send commands");
    await page.goto(`${address}/users`);
    await page.getByText("You may not see this").waitFor();
    await page.context().close();
  },

  /** The server goes away and comes back: it is said, and what happened meanwhile is there. */
  async lost() {
    const road = await way(address);
    const page = await signedIn(browser, road.address, email, password);
    await page.goto(`${road.address}/events`);
    await page.getByText("Live", { exact: true }).waitFor();
    const before = await page.getByText("Connector blocked").count();
    road.cut();
    await page.getByText("Broken off").waitFor({ timeout: 10_000 });
    await api("PUT", "/api/v1/stations/LIVE-21/block", { reason: "while the way was cut" });
    await road.mend();
    await page.getByText("Live", { exact: true }).waitFor({ timeout: 20_000 });
    await page.waitForFunction(
      (count) => [...document.querySelectorAll('[role="row"]')].filter((row) => row.textContent?.includes("Connector blocked")).length > count,
      before,
      { timeout: 10_000 },
    );
    await api("DELETE", "/api/v1/stations/LIVE-21/block");
    await page.context().close();
    road.cut();
  },

  /** Without a mouse: the search, a page, a row, and a dialog and out of it again. */
  async keyboard() {
    const page = await signedIn(browser, address, email, password);
    await page.goto(`${address}/events`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search" }).waitFor();
    await page.keyboard.type("LIVE-201");
    await page.getByRole("option", { name: /^LIVE-201/ }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/stations\/LIVE-201$/);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search" }).waitFor();
    await page.keyboard.type("stations");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/stations(\?|$)/);
    await page.getByRole("link", { name: "LIVE-16" }).waitFor();
    let focused = "";
    for (let presses = 0; presses < 120 && focused !== "BULK-01"; presses++) {
      await page.keyboard.press("Tab");
      focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
      const outline = await page.evaluate(() => {
        const at = document.activeElement;
        return at === null || at === document.body || getComputedStyle(at).outlineStyle !== "none" || at.matches("main");
      });
      check(outline, `the focus on "${focused.slice(0, 40)}" is not to be seen`);
    }
    check(focused === "BULK-01", "the tab key does not reach the first station");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/stations\/BULK-01$/);
    await page.goBack();
    await page.waitForURL(/\/stations(\?|$)/);
    await page.context().close();
  },

  /** A language is chosen and stays. */
  async language() {
    const page = await signedIn(browser, address, email, password);
    const complaints = complaintsOf(page);
    await page.getByRole("button", { name: /your account/ }).click();
    await page.getByRole("menuitem", { name: "Language" }).press("ArrowRight");
    await page.getByRole("menuitemradio", { name: "Deutsch" }).press("Enter");
    await page.getByRole("link", { name: "Übersicht" }).waitFor();
    await page.reload();
    await page.getByRole("link", { name: "Übersicht" }).waitFor();
    check((await page.evaluate(() => document.documentElement.lang)) === "de", "the page does not say its language");
    (await seriousFindings(page)).concat(complaints).forEach((finding) => check(false, finding));
    await page.context().close();
  },
};

const only = (process.env.SCENARIOS ?? "").split(",").filter((name) => name !== "");
const results = {};
for (const [name, run] of Object.entries(scenarios)) {
  if (only.length > 0 && !only.includes(name)) {
    continue;
  }
  try {
    results[name] = { ok: true, ...(await run()) };
  } catch (error) {
    results[name] = { ok: false, message: String(error?.message ?? error).slice(0, 1500) };
    for (const context of browser.contexts()) {
      const text = await context.pages()[0]?.locator("body").innerText().catch(() => "");
      results[name].page ??= (text ?? "").slice(0, 1500);
      await context.close();
    }
  }
}
await browser.close();
console.log(JSON.stringify(results));
