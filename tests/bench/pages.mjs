// The pages that the planner is measured beside. Each becomes a folder with its files and their
// compressed neighbours, as the build of the planner has them.
//
//   by hand   vanilla.html and vanilla.js: the same rows from the same catalogue with the same styles
//   plain     plain.js: rows and totals in plain JavaScript, no styles
//   React     react.jsx: the same in React, bundled as its makers recommend

import { copyFile, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const CATALOGUE = here("../../src/catalogue/data/8607.json");

const newFolder = (name) => mkdtemp(join(tmpdir(), `qp-${name}-`));

async function compressed(folder) {
  for (const name of await readdir(folder)) {
    const content = await readFile(join(folder, name));
    // Node's brotli is at its highest level unless told otherwise.
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(content));
  }
  return folder;
}

/** @param dist the build of the planner, for its styles */
export async function byHand(dist) {
  const folder = await newFolder("vanilla");
  const styles = (await readdir(dist)).find((name) => /^planner-[0-9a-f]{8}\.css$/.test(name));
  await copyFile(join(dist, styles), join(folder, "planner.css"));
  await copyFile(here("vanilla.html"), join(folder, "index.html"));
  await copyFile(here("vanilla.js"), join(folder, "vanilla.js"));
  await copyFile(CATALOGUE, join(folder, "8607.json"));
  return compressed(folder);
}

/** What react.jsx shows: code, title, level, credits, hours and group of each unit. */
async function rows() {
  const { units, qualifications, suites } = JSON.parse(await readFile(CATALOGUE, "utf8"));
  const own = qualifications.find(({ id }) => id === "8607-diploma");
  // What the sizes of a suite share stands there.
  const groups = own.groups ?? suites.find(({ id }) => id === own.suite).groups;
  const of = new Map(units.map((unit) => [unit.code, unit]));
  return groups.flatMap((group, at) =>
    group.units.map((code) => {
      const { title, level, credits, guided_learning_hours: hours } = of.get(code);
      return [code, title, level, credits, hours, at + 1];
    }),
  );
}

/** The small planners that stay as they are: plain.js and react.jsx. */
export const plain = () => bundled("plain.js");
export const react = () => bundled("react.jsx");

async function bundled(entry) {
  const folder = await newFolder(entry);
  const units = JSON.stringify(await rows());
  await build({
    entryPoints: [here(entry)],
    outfile: join(folder, "app.js"),
    bundle: true,
    define: { "process.env.NODE_ENV": '"production"' },
    format: "esm",
    jsx: "automatic",
    minify: true,
    plugins: [
      {
        name: "units",
        setup(build) {
          build.onResolve({ filter: /^\.\/units\.json$/ }, ({ path }) => ({ path, namespace: "units" }));
          build.onLoad({ filter: /^/, namespace: "units" }, () => ({ contents: units, loader: "json" }));
        },
      },
    ],
    target: "es2022",
  });
  await copyFile(here("bundled.html"), join(folder, "index.html"));
  return compressed(folder);
}
