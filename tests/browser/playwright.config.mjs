// The browser tests: npx playwright test --config tests/browser/playwright.config.mjs
//
// They need a built site, in `dist` or where QP_SITE says, and a Chromium.

import { defineConfig } from "@playwright/test";
import { chromium, headless } from "../../tools/chromium.mjs";
import { everything } from "./support/runs.mjs";

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  globalSetup: "./support/servers.mjs",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // They wait more than they work: two leave half of two cores idle.
  workers: 3,
  timeout: 90_000,
  // Long enough for a busy machine: what is waited for is looked at again and again until it is there.
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    launchOptions: {
      executablePath: await (everything ? chromium() : headless()),
      // A browser in a container, which looks for nothing outside it.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
    locale: "en-GB",
    timezoneId: "Europe/London",
    viewport: { width: 1280, height: 900 },
    screenshot: "only-on-failure",
  },
});
