// Lets the build fail where a message is missing in a language, is not used, or is used and nowhere written.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const languages = ["en", "de", "es", "fr", "ru", "th", "uz"];
const plural = /_(zero|one|two|few|many|other)$/;
const faults = [];

function flat(node, path = "") {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );
}

const places = (text) => [...text.matchAll(/{{\s*([\w.]+)/g)].map(([, name]) => name).sort().join(" ");

/** By folder: the keys of its English messages, without the endings of plurals. */
const written = new Map();
for (const folder of readdirSync("src")) {
  const file = (language) => join("src", folder, "messages", `${language}.json`);
  if (!existsSync(file("en"))) {
    continue;
  }
  const english = new Map(flat(JSON.parse(readFileSync(file("en"), "utf8"))));
  written.set(folder, new Map([...english.keys()].map((key) => [key.replace(plural, ""), false])));
  for (const language of languages) {
    if (!existsSync(file(language))) {
      faults.push(`${file(language)} is missing`);
      continue;
    }
    const texts = new Map(flat(JSON.parse(readFileSync(file(language), "utf8"))));
    const endings = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wanted = new Set();
    for (const key of english.keys()) {
      const stem = key.replace(plural, "");
      (stem === key ? [key] : endings.map((ending) => `${stem}_${ending}`)).forEach((each) => wanted.add(each));
    }
    for (const key of wanted) {
      const text = texts.get(key);
      if (text === undefined || text.trim() === "") {
        faults.push(`${file(language)}: ${key} is missing`);
      } else {
        const same = english.get(key) ?? english.get(key.replace(plural, "_other"));
        // A plural may say "one" instead of the number.
        const needs = places(same ?? "");
        if (places(text) !== needs && !(plural.test(key) && places(text) === needs.replace(/ ?\bcount\b/, "").trim())) {
          faults.push(`${file(language)}: ${key} has other {{places}} than in English`);
        }
      }
    }
    for (const key of texts.keys()) {
      if (!wanted.has(key)) {
        faults.push(`${file(language)}: ${key} is not in en.json`);
      }
    }
  }
}

const sources = readdirSync("src", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/schema\.d\.ts$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

for (const source of sources) {
  const text = readFileSync(source, "utf8");
  const own = source.split("/")[1];
  const used = text.match(/useTranslation\("(\w+)"\)/)?.[1] ?? own;
  // t("key"), t(`key.${word}`), and keys that are handed on: text: "folder:key"
  const uses = [
    ...[...text.matchAll(/\bt\(\s*(?:"([^"]*)"|`([^`]*)`)/g)].map(([, plain, template]) => plain ?? template),
    ...[...text.matchAll(/\bt\([^()]*\?\s*"([\w.:]+)"\s*:\s*"([\w.:]+)"/g)].flatMap(([, one, other]) => [one, other]),
    ...[...text.matchAll(/["'`]((?:[a-z]\w*):[\w.$${}]+)["'`]/g)].map(([, key]) => key).filter((key) => written.has(key.split(":")[0])),
  ];
  for (const use of uses) {
    const [folder, key] = use.includes(":") ? use.split(":") : [used, use];
    const keys = written.get(folder);
    if (keys === undefined) {
      faults.push(`${source}: t("${use}"): there are no messages of ${folder}`);
      continue;
    }
    const [beginning, ...more] = key.split("${");
    const ending = more.length === 1 ? more[0].replace(/^[^}]*}/, "") : "";
    const found = [...keys.keys()].filter((each) =>
      more.length === 0 ? each === key : each.startsWith(beginning) && each.endsWith(ending),
    );
    found.forEach((each) => keys.set(each, true));
    if (found.length === 0) {
      faults.push(`${source}: t("${use}"): ${folder}/messages/en.json has no such key`);
    }
  }
}
for (const [folder, keys] of written) {
  for (const [key, isUsed] of keys) {
    if (!isUsed) {
      faults.push(`src/${folder}/messages/en.json: ${key} is not used`);
    }
  }
}
if (faults.length > 0) {
  console.error(faults.slice(0, 60).join("\n") + `\n${faults.length} faults in the messages`);
  process.exit(1);
}
