// Storage that the browser itself takes away while a plan is open: in its settings, by hand.
//
// Chromium asks its settings once for each document. One that was allowed to keep something goes on
// keeping it until it is left, so “not saved” is to be seen in the next document, and not before.

import { launch } from "./support/browser.mjs";
import { Planner } from "./support/planner.mjs";
import { keeps } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

const QUALIFICATION = "8607-diploma";

/** A planner in a browser with a profile, which is what settings need. */
async function open(troubles, info) {
  const context = await launch(info, info.outputPath("profile"));
  const planner = new Planner(context.pages()[0], servers.site);
  troubles.watch(context);
  await planner.open(QUALIFICATION);
  return planner;
}

/** What sites may keep, as Chromium’s own page lets it be set. */
class Settings {
  static async open(context) {
    // A large page, and slow to draw itself on a busy machine.
    test.slow();
    const page = await context.newPage();
    await page.goto("chrome://settings/content/siteData");
    return new Settings(page);
  }

  constructor(page) {
    this.page = page;
    this.listed = page.getByRole("grid", { name: "Not allowed to save data on your device" });
  }

  async block(site) {
    await this.page.getByRole("button", { name: "Add site to not-allowed list" }).click();
    await this.page.getByRole("textbox", { name: "Site", exact: true }).fill(new URL(site).origin);
    await this.page.getByRole("button", { name: "Add", exact: true }).last().click();
    await expect(this.listed).toContainText(new URL(site).host);
  }

  async allow(site) {
    await this.listed.getByRole("button", { name: `More options for ${new URL(site).origin}` }).click();
    await this.page.getByRole("menuitem", { name: "Remove" }).click();
    await expect(this.listed.getByRole("row")).toHaveCount(0);
  }
}

/** The browser’s own word on it. */
function storage(page) {
  return page.evaluate(() => {
    try {
      return `${window.localStorage}`;
    } catch (error) {
      return error.name;
    }
  });
}

test("blocked in the settings, the next document says so, can be used, and finds everything once allowed", async ({ troubles }, info) => {
  const planner = await open(troubles, info);
  const { page } = planner;
  await planner.tick("8607-501");
  const settings = await Settings.open(page.context());
  await settings.block(servers.site);

  // This document may still keep things, and what it has not said to be unsaved is saved.
  await planner.tick("8607-503");
  expect(await storage(page)).toBe("[object Storage]");
  await keeps(page, "8607-503");
  await expect(planner.notices).toHaveCount(0);

  const next = new Planner(await page.context().newPage(), servers.site);
  await next.open(QUALIFICATION);
  expect(await storage(next.page), "Chromium really blocks").toBe("SecurityError");
  await expect(next.notices).toHaveCount(0);
  await next.tick("8607-504", "8607-505");
  await expect(next.notice("Your plan is not saved")).toBeVisible();
  await next.undo.click();
  await planner.tick("8607-506");
  await expect(next.box("8607-504")).toBeChecked();
  await expect(next.box("8607-505")).not.toBeChecked();
  await expect(next.notice("Your plan is not saved")).toBeVisible();

  await settings.allow(servers.site);
  await next.page.reload();
  for (const code of ["8607-501", "8607-503", "8607-506"]) await expect(next.box(code)).toBeChecked();
  await expect(next.box("8607-504")).not.toBeChecked();
  await expect(next.notices).toHaveCount(0);
  await page.context().close();
});

test("a plan whose data the browser deletes stays where it is open, is said to be deleted, and is saved with the next change", async ({ troubles }, info) => {
  const planner = await open(troubles, info);
  const { page } = planner;
  await planner.tick("8607-501", "8607-503");
  const session = await page.context().newCDPSession(page);
  // What “Delete site data” in the settings does.
  await session.send("Storage.clearDataForOrigin", { origin: new URL(servers.site).origin, storageTypes: "all" });
  await expect(planner.saving).toHaveText("Deleted from this browser; the next change saves it again");
  await planner.tick("8607-504");
  await keeps(page, "8607-504");
  await page.reload();
  for (const code of ["8607-501", "8607-503", "8607-504"]) await expect(planner.box(code)).toBeChecked();
  await page.context().close();
});
