// Where Chromium is: $CHROMIUM, PATH, the usual places of macOS, Playwright's own download. And the same without
// windows, a program of its own in which a page takes half the time, where that is on PATH.
// Run by itself it prints the path, or fails; with `headless` it looks for the other one only.
import { accessSync, constants, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const ON_PATH = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const HEADLESS = "chromium-headless-shell";
const ON_MACOS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export async function chromium() {
  const places = [
    ...ON_PATH.flatMap(onPath),
    ...ON_MACOS,
    await playwrights(),
  ];
  // A named one is used or missed, never replaced by another.
  const named = process.env.CHROMIUM;
  const found = (named ? [named] : places).find(runs);
  if (!found) throw new Error("no Chromium was found; name one in CHROMIUM");
  return found;
}

/** The one for pages that need no window, profile or setting of a browser. */
export async function headless() {
  return (!process.env.CHROMIUM && onPath(HEADLESS).find(runs)) || chromium();
}

function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name));
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
  const isWanted = process.argv[2] === "headless";
  if (isWanted && !onPath(HEADLESS).some(runs)) throw new Error(`no ${HEADLESS} was found`);
  console.log(await (isWanted ? headless() : chromium()));
}
