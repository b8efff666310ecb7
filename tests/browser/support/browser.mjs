// A Chromium with a profile of its own: as its settings page would make it, or to be killed. It is the one with
// windows, as readers have it.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { chromium as whole } from "../../../tools/chromium.mjs";

/** @param settings what all sites may do, by Chromium's names: 1 for yes, 2 for no */
export async function withSettings(info, settings) {
  const profile = info.outputPath("profile");
  mkdirSync(join(profile, "Default"), { recursive: true });
  const preferences = { profile: { default_content_setting_values: settings } };
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
  return launch(info, profile);
}

/** A Chromium on this profile, new or used before. */
export async function launch(info, profile, more = {}) {
  const { launchOptions, locale, viewport } = info.project.use;
  const executablePath = await whole();
  return chromium.launchPersistentContext(profile, { ...launchOptions, executablePath, locale, viewport, ...more });
}

/** Kills a whole browser, every process of it at once, and waits until it is gone. */
export async function kill(context, profile) {
  const gone = context.waitForEvent("close");
  const processes = family(profile);
  const at = Date.now();
  for (const pid of processes) process.kill(pid, "SIGKILL");
  await gone;
  return { at, processes: processes.length };
}

/** The process that has the profile, and all that came of it, as Linux lists them. */
function family(profile) {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const [, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
      return { pid: Number(pid), parent: Number(parent), words };
    } catch {
      return []; // it ended while we looked
    }
  });
  const browser = all.find(({ words }) => words.includes(`--user-data-dir=${profile}`) && !words.some((word) => word.startsWith("--type=")));
  if (!browser) throw new Error(`no browser has the profile ${profile}`);
  const found = [browser];
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid));
  return found.map(({ pid }) => pid);
}
