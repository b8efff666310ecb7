// A Chromium as its own settings page would make it.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";

/** @param settings what all sites may do, by Chromium's names: 1 for yes, 2 for no */
export async function withSettings(info, settings) {
  const profile = info.outputPath("profile");
  mkdirSync(join(profile, "Default"), { recursive: true });
  const preferences = { profile: { default_content_setting_values: settings } };
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
  const { launchOptions, locale } = info.project.use;
  return chromium.launchPersistentContext(profile, { ...launchOptions, locale });
}
