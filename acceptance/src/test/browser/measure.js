// Measures how the dashboard feels, for docs/dashboard.md: node measure.js ADDRESS EMAIL PASSWORD API_KEY
// Leaves 10,000 stations behind: never at a server that counts.
import { createServer, request } from "node:http";
import { openBrowser, signedIn } from "./browser.js";

const [address, email, password, key] = process.argv.slice(2);
const STATIONS = 10_000;
const UPDATES_A_SECOND = 200;
const target = new URL(address);

async function makeStations() {
  const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
  for (let next = 1; next <= STATIONS; next += 50) {
    await Promise.all(
      Array.from({ length: 50 }, (_, offset) =>
        fetch(`${address}/api/v1/stations`, {
          method: "POST",
          headers,
          body: JSON.stringify({ identity: `MEASURE-${String(next + offset).padStart(5, "0")}` }),
        }),
      ),
    );
  }
}

/** The server, but for the stream of events: so many a second, as from a fleet that charges. */
function busyWay() {
  const server = createServer((asked, answer) => {
    if (!asked.url.startsWith("/api/v1/events/live")) {
      const onward = request(
        { host: target.hostname, port: target.port, path: asked.url, method: asked.method, headers: { ...asked.headers, host: target.host, ...(asked.headers.origin && { origin: target.origin }) } },
        (reply) => {
          answer.writeHead(reply.statusCode, reply.headers);
          reply.pipe(answer);
        },
      );
      asked.pipe(onward);
      return;
    }
    answer.writeHead(200, { "Content-Type": "text/event-stream" });
    let id = 1;
    const timer = setInterval(() => {
      for (let each = 0; each < UPDATES_A_SECOND / 20; each++) {
        const at = new Date().toISOString();
        const station = `MEASURE-${String(1 + (id % 500)).padStart(5, "0")}`;
        const meter = { session: id % 500, station, at, powerW: 11_000 + (id % 700), energyWh: id };
        answer.write(`event: session.meter\ndata: ${JSON.stringify(meter)}\n\n`);
        const event = { id, at, storedAt: at, kind: "connector.changed", station, payload: {} };
        answer.write(`id: ${id}\nevent: connector.changed\ndata: ${JSON.stringify(event)}\n\n`);
        id++;
      }
    }, 50);
    asked.on("close", () => clearInterval(timer));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({ server, address: `http://127.0.0.1:${server.address().port}` })));
}

const sorted = (values) => [...values].sort((one, other) => one - other);
const share = (values, part) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? null;

await makeStations();
const browser = await openBrowser();
const page = await signedIn(browser, address, email, password);
await page.goto(`${address}/stations?q=MEASURE-`);
await page.getByRole("link", { name: "MEASURE-00001" }).waitFor();
const paint = Math.round(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime));
await page.mouse.move(800, 500);
await page.evaluate(() => {
  window.frames_ = [];
  let last = performance.now();
  const tick = (now) => {
    window.frames_.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
});
for (let turn = 0; turn < 300; turn++) {
  await page.mouse.wheel(0, 1_500);
  await page.waitForTimeout(30);
}
const frames = await page.evaluate(() => window.frames_.slice(5));
const rows = Number(await page.getByRole("table").getAttribute("aria-rowcount")) - 1;
await page.context().close();

const busy = await busyWay();
const live = await signedIn(browser, busy.address, email, password);
await live.goto(`${busy.address}/stations?q=MEASURE-`);
await live.getByRole("link", { name: "MEASURE-00001" }).waitFor();
await live.evaluate(() => {
  window.typed_ = [];
  addEventListener("keydown", (event) => {
    const at = event.timeStamp;
    requestAnimationFrame(() => requestAnimationFrame((now) => window.typed_.push(now - at)));
  });
});
const box = live.getByRole("searchbox").first();
await box.click();
await box.pressSequentially("MEASURE-000 and then something else", { delay: 60 });
const typed = await live.evaluate(() => window.typed_);
await browser.close();
busy.server.closeAllConnections();
busy.server.close();
console.log(
  JSON.stringify({
    paint,
    scroll: { rows, frames: frames.length, median: share(frames, 0.5), p99: share(frames, 0.99), above50: frames.filter((frame) => frame > 50).length },
    typing: { keys: typed.length, median: share(typed, 0.5), p99: share(typed, 0.99) },
  }),
);
