import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const server = process.env["OHMSTEAD_URL"] ?? "http://127.0.0.1:8080";
const out = "target/classes/dashboard";
const typeface = "node_modules/@fontsource-variable/inter/LICENSE";

/** What the server serves is what this list names, so it needs to look into no folder; texts lie there compressed, too. */
function listForTheServer(): Plugin {
  return {
    name: "list-for-the-server",
    apply: "build",
    closeBundle() {
      // Vite knows of scripts only.
      appendFileSync(join(out, "licenses.md"), `\n## Inter (OFL-1.1)\n\n${readFileSync(typeface, "utf8")}`);
      const files = readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1).split(sep).join("/"));
      const zipped = files.filter((file) => /\.(html|js|css|svg|md)$/.test(file));
      for (const file of zipped) {
        const text = readFileSync(join(out, file));
        writeFileSync(join(out, `${file}.gz`), gzipSync(text, { level: 9 }));
        // Browsers take it by https and from their own machine only.
        writeFileSync(join(out, `${file}.br`), brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }));
      }
      const all = [...files, ...zipped.flatMap((file) => [`${file}.br`, `${file}.gz`])].sort();
      writeFileSync(join(out, "files.txt"), all.map((file) => `${file}\n`).join(""));
    },
  };
}

export default defineConfig({
  plugins: [react(), tailwind(), listForTheServer()],
  build: {
    outDir: out,
    emptyOutDir: true,
    // The server's Content-Security-Policy knows no data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Of all that is bundled.
    license: { fileName: "licenses.md" },
  },
  server: {
    proxy: Object.fromEntries(
      // The server takes requests of pages of its own only, so the proxy asks as one. Not all that begins so: /api-keys is a page.
      ["^/(api|health|docs|openapi|metrics)(/|\\?|$)"].map((path) => [
        path,
        { target: server, changeOrigin: true, headers: { origin: new URL(server).origin } },
      ]),
    ),
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
    restoreMocks: true,
  },
});
