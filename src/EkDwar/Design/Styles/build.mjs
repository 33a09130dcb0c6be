// Builds ../../wwwroot/ek.css from theme.scss. `node build.mjs --check` rebuilds and fails if the committed file differs.
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";
import { assertReadable } from "./contrast.mjs";
import { flatten, foreignColours } from "./flatten.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "../../wwwroot/ek.css");
const budget = 16 * 1024; // bytes, brotli

const states = JSON.parse(readFileSync(join(here, "states.json"), "utf8"));
assertReadable(states);

const brands = Object.entries(states).map(([code, c]) => `${code}: ("brand": ${c.brand}, "brand-dark": ${c["brand-dark"]})`);
const brandsSheet = `@use "sass:map"; $brands: (${brands.join(", ")}); @function of($m, $k) { @return map.get($m, $k); }`;
const brandsUrl = new URL("ekdwar:brands");

const { css } = sass.compile(join(here, "theme.scss"), {
  style: "compressed",
  charset: false,
  quietDeps: true,
  importers: [{
    canonicalize: name => name === "brands" || name.endsWith("/brands") ? brandsUrl : null,
    load: url => url.href === brandsUrl.href ? { contents: brandsSheet, syntax: "scss" } : null,
  }],
});

const licence = "/*! EkDwar. Contains govuk-frontend 6.6.0, MIT, (c) Crown Copyright (Government Digital Service) */\n";
const built = licence + flatten(css).trim() + "\n";

const tokens = readFileSync(join(here, "_tokens.scss"), "utf8") + JSON.stringify(states);
const problems = [
  ...foreignColours(built, tokens).map(colour => `colour ${colour} is not one of the tokens`),
  ...["var(", "GDS Transport", "@font-face", "url(", "letter-spacing:", "text-transform:", "italic"].filter(word => built.includes(word)).map(word => `'${word}' must not appear`),
];
const size = brotliCompressSync(built).length;
if (size > budget) problems.push(`${size} bytes brotli, more than ${budget}`);
if (problems.length) {
  console.error("ek.css: " + problems.join("\nek.css: "));
  process.exit(1);
}

if (process.argv.includes("--check")) {
  const same = readFileSync(target, "utf8") === built;
  console.log(same ? `ek.css is what its sources build (${size} bytes brotli)` : "ek.css differs from its sources: run `npm run build-styles` and commit it");
  process.exit(same ? 0 : 1);
}
writeFileSync(target, built);
console.log(`ek.css: ${built.length} bytes, ${size} brotli`);
