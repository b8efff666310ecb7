// Where Chromium is: $CHROMIUM, PATH, the usual places of macOS, Playwright's own download.
// Run by itself it prints the path, or fails.
import { accessSync, constants, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const ON_PATH = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ON_MACOS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export async function chromium() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = [
    ...ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...ON_MACOS,
    await playwrights(),
  ];
  // A named one is used or missed, never replaced by another.
  const named = process.env.CHROMIUM;
  const found = (named ? [named] : places).find(runs);
  if (!found) throw new Error("no Chromium was found; name one in CHROMIUM");
  return found;
}

async function playwrights() {
  try {
    return (await import("playwright-core")).chromium.executablePath();
  } catch {
    return ""; // the npm packages are not there yet
  }
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return path !== "";
  } catch {
    return false;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  console.log(await chromium());
}
