// Many drafts: made, renamed, duplicated, deleted and brought back, and what two tabs make at once.

import { readFileSync } from "node:fs";
import { openFile, small } from "./support/files.mjs";
import { Planner } from "./support/planner.mjs";
import { block, forget, inStep, kept, unblock } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

const TITLE = "Level 5 Diploma in Leadership and Management";

async function two(planner) {
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await planner.rename("First");
  await planner.byPlans("Start another plan");
  await expect(planner.box("8607-501")).not.toBeChecked();
  await planner.expectName("");
  await planner.tick("8607-503", "8607-504");
  await planner.rename("Second");
}

test("several plans for one qualification stand in a list, the one changed last first", async ({ planner, page }) => {
  await two(planner);
  await planner.open();
  await expect(planner.drafts.getByRole("heading")).toHaveText(["Second", "First"]);
  await expect(planner.draft("Second")).toContainText(TITLE);
  await expect(planner.draft("Second")).toContainText("28 credits to go");
  await expect(planner.draft("Second")).toContainText(/Changed today at \d\d:\d\d\./);
  await page.reload();
  await planner.draft("First").getByRole("link").click();
  await expect(planner.box("8607-501")).toBeChecked();
  await expect(planner.box("8607-503")).not.toBeChecked();
  await page.reload();
  await planner.expectName("First");
  // Without a draft in the address the one that was changed last opens.
  await planner.open("8607-diploma");
  await planner.expectName("Second");
});

test("the plan itself leads to the other plans of its qualification", async ({ planner }) => {
  await two(planner);
  await planner.byPlans("First");
  await expect(planner.box("8607-501")).toBeChecked();
  await planner.expectName("First");
  const address = planner.page.url();
  await planner.byPlans("Duplicate this plan");
  await expect(planner.page).not.toHaveURL(address);
  await planner.expectName("Copy of First");
  await expect(planner.box("8607-501")).toBeChecked();
  await planner.tick("8607-503");
  await planner.open();
  await expect(planner.drafts).toHaveCount(3);
  await expect(planner.draft("First")).toContainText("34 credits to go");
});

test("a plan is renamed in the list, also by keyboard, and the name is a step that undo takes back", async ({ planner, page }) => {
  await two(planner);
  await planner.open();
  await planner.button("More: First").focus();
  await page.keyboard.press("Enter");
  const field = planner.scope.getByLabel("New name");
  await field.fill("Siân’s plan");
  await page.keyboard.press("Enter");
  await expect(planner.scope.getByRole("status").filter({ hasText: "is called “Siân’s plan” now" })).toBeVisible();
  await expect(planner.draft("First")).toHaveCount(0);
  await planner.draft("Siân’s plan").getByRole("link").click();
  await planner.undo.click();
  await planner.expectName("First");
});

test("a deleted plan is brought back by undo, and deleted again by redo, after a reload too", async ({ planner, page }) => {
  await two(planner);
  await planner.open();
  await planner.act("First", "Delete");
  await expect(planner.scope.getByRole("status").filter({ hasText: "“First” deleted." })).toBeVisible();
  await expect(planner.draft("First")).toHaveCount(0);
  await page.reload();
  await planner.button("Undo deleting").click();
  await expect(planner.draft("First")).toHaveCount(1);
  await page.reload();
  await planner.button("Redo deleting").click();
  await expect(planner.draft("First")).toHaveCount(0);
  await planner.button("Undo deleting").click();
  await planner.draft("First").getByRole("link").click();
  await expect(planner.box("8607-501")).toBeChecked();
});

test("deleting is taken back and done again by the usual keys too", async ({ planner, page }) => {
  await two(planner);
  await planner.open();
  await planner.act("First", "Delete");
  await expect(planner.drafts).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(planner.drafts).toHaveCount(2);
  await page.keyboard.press("Control+Shift+Z");
  await expect(planner.drafts).toHaveCount(1);
  await expect(planner.heading()).toBeFocused();
});

test("a deleted plan stays among the deleted ones until it is removed for good", async ({ planner, page }) => {
  await two(planner);
  await planner.byPlans("Delete this plan");
  await expect(planner.heading()).toBeFocused();
  await expect(planner.drafts).toHaveCount(1);
  const address = page.url();
  expect(address.endsWith("#/")).toBe(true);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "This plan was deleted" })).toBeVisible();
  await planner.button("Bring it back").click();
  await expect(planner.box("8607-503")).toBeChecked();
  await planner.open();
  await planner.act("Second", "Delete");
  await planner.scope.getByText("Deleted plans (1)").click();
  await planner.button("Remove for good: Second").click();
  await expect(planner.scope.getByText(/Deleted plans/)).toHaveCount(0);
  expect(JSON.stringify(await kept(page))).not.toContain("8607-503");
});

test("undo and redo go on after a reload, through every change", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await planner.rename("Siân");
  await planner.clear();
  await page.reload();
  await expect(planner.box("8607-501")).not.toBeChecked();
  await planner.undo.click();
  await expect(planner.box("8607-501")).toBeChecked();
  await page.reload();
  await planner.undo.click();
  await planner.expectName("");
  await planner.undo.click();
  await expect(planner.box("8607-501")).not.toBeChecked();
  await expect(planner.undo).toHaveAttribute("aria-disabled", "true");
  await page.reload();
  for (let step = 0; step < 3; step += 1) await planner.redo.click();
  await planner.expectName("Siân");
  await expect(planner.redo).toHaveAttribute("aria-disabled", "true");
});

test("what two tabs change at the same moment is kept twice, and said", async ({ planner, context }) => {
  const deaf = await context.newPage();
  // It hears nothing of what others save, as if both had changed the draft in the same moment.
  await deaf.addInitScript(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), true));
  const other = new Planner(deaf, servers.site);
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await other.open("8607-diploma");
  // What the second copy gives back to a page that opens would be heard by it.
  await inStep(deaf);
  await planner.tick("8607-503");
  // The box is as it was again, where the first is the draft.
  await other.row("8607-504").getByText("Leading Innovation and Change").click();
  await expect(other.notice("Two tabs changed this plan")).toContainText("Both versions are kept");
  await planner.open();
  await expect(planner.drafts).toHaveCount(2);
  await expect(planner.drafts.filter({ hasText: "Conflicting copy" })).toHaveCount(1);
  await expect(planner.drafts.filter({ hasText: "30 credits to go" })).toHaveCount(1);
  await expect(planner.drafts.filter({ hasText: "29 credits to go" })).toHaveCount(1);
});

test("a plan that is not in this browser is said not to be here", async ({ planner, page }) => {
  await page.goto(`${planner.address}#/8607-diploma:nosuchdraft`);
  await expect(planner.notice("This plan is not here")).toContainText("it was made in another browser, or it was removed");
  await planner.tick("8607-501");
  await expect(planner.notice("This plan is not here")).toHaveCount(0);
  await page.reload();
  await expect(planner.box("8607-501")).toBeChecked();
});

test("what was kept once is there, with all that it says", async ({ planner, page }) => {
  const lines = readFileSync(new URL("../drafts/2/storage.txt", import.meta.url), "utf8").trimEnd().split("\n");
  await page.goto(planner.address);
  await page.evaluate((pairs) => pairs.forEach(([key, text]) => localStorage.setItem(key, text)), lines.map((line) => line.split("\t")));
  await page.reload();
  await planner.draft("Siân’s “plan”, née Gaëlle").getByRole("link").click();
  await expect(planner.box("8607-523")).toBeChecked();
  await planner.expectRegistered("2019-09-01");
  await planner.tick("8607-505");
  await page.reload();
  await expect(planner.box("8607-505")).toBeChecked();
  await planner.open();
  await expect(planner.drafts).toHaveCount(2);
});

test("all plans are taken along in one file, and come back from it", async ({ planner, page }) => {
  await two(planner);
  await planner.open();
  const { name, text } = await planner.download(planner.button("Save all plans as a file"));
  expect(name).toMatch(/^qualification-planner-plans-\d{4}-\d\d-\d\d\.json$/);
  // It is said where it was asked for, by ear too, and moves nothing that stands above.
  const said = planner.scope.getByRole("status").filter({ hasText: name });
  await expect(said).toHaveText(`Saved as a file: ${name}. It is where this browser puts what it downloads.`);
  await expect(said).toBeInViewport();
  const file = JSON.parse(text);
  expect(file.drafts.map((draft) => draft.plan.name)).toEqual(["Second", "First"]);
  await forget(page);
  await page.reload();
  await expect(planner.drafts).toHaveCount(0);
  await openFile(planner, "all.json", text);
  await planner.arrival("First").uncheck();
  await planner.takeIn.click();
  await planner.expectName("Second");
  await planner.open();
  await expect(planner.drafts.getByRole("heading")).toHaveText(["Second"]);
});

test("a file says what it has otherwise than the plan here, and which of its plans cannot be read", async ({ planner, page }) => {
  await two(planner);
  await planner.open();
  await planner.acts("Second");
  const one = await planner.download(planner.button("Save as a file"));
  await expect(planner.scope.getByRole("status").filter({ hasText: `Saved as a file: ${one.name}.` })).toBeVisible();
  expect(one.name).toMatch(/^8607-diploma-second-\d{4}-\d\d-\d\d\.plan\.json$/);
  const file = JSON.parse(one.text);
  file.drafts[0].plan.units = [{ code: "8607-503" }, { code: "8607-530" }];
  file.drafts[0].plan.registered = "2024-09-01";
  file.drafts[0].changed -= 86_400;
  file.drafts.push({ plan: { qualification: "no name: at all" } });
  delete file.checksum;
  await openFile(planner, "other.json", JSON.stringify(file));
  const preview = planner.fileSheet;
  await expect(preview).toContainText("1 more plan in it cannot be read.");
  await expect(preview).toContainText("drafts[1].plan.qualification");
  const row = preview.getByRole("listitem");
  await expect(row).toContainText("Already here, and not the same.");
  await expect(row).toContainText(/The one here was changed today at \d\d:\d\d, after the one in the file\./);
  await expect(row).toContainText("Only in the file: 8607-530.");
  await expect(row).toContainText("Only in the plan here: 8607-504.");
  await expect(row).toContainText("Registration date: 1 September 2024 in the file, none here.");

  await page.evaluate(block);
  await openFile(planner, "other.json", JSON.stringify(file));
  await expect(preview).toContainText("it cannot be told which of these plans are here already");
  await expect(preview).not.toContainText("Not in this browser yet.");
});

test("a plan of a file that is kept beside the one here is told apart from it by its name", async ({ planner }) => {
  await two(planner);
  await planner.open();
  await planner.acts("Second");
  const { text } = await planner.download(planner.button("Save as a file"));
  await planner.act("Second", "Duplicate");
  await planner.acts("Copy of Second");
  await planner.scope.getByLabel("New name").fill("Second (2)");
  await planner.button("Save the name").click();
  const file = JSON.parse(text);
  file.drafts[0].plan.units.push({ code: "8607-505" });
  delete file.checksum;
  await openFile(planner, "other.json", JSON.stringify(file));
  await expect(planner.fileSheet.getByRole("radio", { name: "Keep both" })).toBeChecked();
  await planner.takeIn.click();
  await planner.expectName("Second (3)");
  await expect(planner.box("8607-505")).toBeChecked();
  await planner.open();
  await expect(planner.drafts).toHaveCount(4);
  expect((await planner.drafts.getByRole("heading").allTextContents()).sort()).toEqual(["First", "Second", "Second (2)", "Second (3)"]);
});

test("everything that a browser kept opens as a file", async ({ planner, page }) => {
  await two(planner);
  await planner.askToDeleteEverything();
  const { text } = await planner.download(planner.button("Download everything first"));
  await planner.button("Delete everything").click();
  await expect(planner.drafts).toHaveCount(0);
  await openFile(planner, "everything.json", text);
  await planner.takeIn.click();
  await expect(planner.drafts).toHaveCount(2);
  await expect(page.getByText("2 plans were added from the file.")).toBeVisible();
});

test("everything that a browser kept opens as a file, with the catalogue files in it, though it is long", async ({ planner, page }) => {
  await planner.open();
  await openFile(planner, "own.json", JSON.stringify(small));
  await planner.closeFile();
  await page.getByRole("link", { name: "Small Award" }).click();
  await planner.rename("A small one");
  await planner.open("8607-award");
  await planner.tick("8607-520");
  await planner.askToDeleteEverything();
  const { text } = await planner.download(planner.button("Download everything first"));
  await planner.button("Delete everything").click();
  await expect(planner.drafts).toHaveCount(0);
  await expect(page.getByText("Small Award")).toHaveCount(0);
  // As much as a browser has room for.
  const long = JSON.stringify({ ...JSON.parse(text), "qualification-planner/2//draft/x/y-1": "“".repeat(4_000_000) });
  await openFile(planner, "everything.json", long);
  await expect(page.getByText("It also holds catalogue files that are not here yet: A small catalogue for tests.")).toBeVisible();
  await expect(page.getByText("1 more plan in it cannot be read.")).toBeVisible();
  const box = page.getByRole("checkbox", { name: "A small one", exact: true });
  await expect(planner.fileSheet.getByRole("listitem").filter({ has: box })).toContainText("6 credits to go");
  await planner.takeIn.click();
  await expect(planner.drafts).toHaveCount(2);
  await page.reload();
  await planner.draft("A small one").getByRole("link").click();
  await expect(planner.scope.getByRole("heading", { level: 1, name: "Small Award" })).toBeVisible();
});

test("a file of plans that is too long is called so, and one of which something cannot be read names that", async ({ planner, page }) => {
  await two(planner);
  await planner.open();
  const { text } = await planner.download(planner.button("Save all plans as a file"));
  await openFile(planner, "long.json", text + " ".repeat(1024 * 1024));
  const notice = planner.came("“long.json” cannot be opened");
  await expect(notice).toContainText("It is longer than 1 MiB, more than a plan file may be.");
  await expect(notice).toContainText("nothing in your plans has changed.");
  const file = JSON.parse(text);
  file.drafts[0].plan.units.push({ code: "no; code" });
  delete file.drafts[0].draft;
  delete file.checksum;
  await openFile(planner, "odd.json", JSON.stringify(file));
  const odd = planner.fileSheet.getByRole("listitem");
  await expect(odd.filter({ hasText: "Not in this browser yet." })).toContainText(/Left out: plan.units\[\d\].code/);
  await expect(odd.getByText("Left out: ")).toHaveCount(1);
  await planner.takeIn.click();
  await expect(planner.heading("8607-diploma")).toBeVisible();
  await planner.open();
  await expect(planner.drafts).toHaveCount(3);
});

test("the name of a plan that has meanwhile gone is not called saved", async ({ planner, context }) => {
  await two(planner);
  await planner.open();
  const other = new Planner(await context.newPage(), servers.site);
  await other.open();
  await planner.acts("First");
  await other.act("First", "Delete");
  await other.scope.getByText("Deleted plans (1)").click();
  await other.button("Remove for good: First").click();
  await expect(other.drafts).toHaveCount(1);
  await planner.scope.getByLabel("New name").fill("Third");
  await planner.button("Save the name").click();
  await expect(planner.scope.getByText("That plan is no longer here")).toBeVisible();
  await expect(planner.drafts.getByRole("heading")).toHaveText(["Second"]);
});

test("a plan of which something is in no save stays deleted, and a new name meanwhile is kept beside", async ({ planner, page }) => {
  const unsaved = async (name) => {
    await planner.draft(name).getByRole("link").click();
    // The plan is open: one that cannot be read would begin anew.
    await planner.expectName(name);
    await page.evaluate(block);
    await planner.tick("8607-505");
    await expect(planner.saving).toHaveText("Your plan is not saved");
    await planner.leave();
    await page.evaluate(unblock);
    // The list reads again.
    await page.evaluate(() => window.dispatchEvent(new Event("storage")));
    await expect(planner.draft(name)).toHaveCount(1);
  };
  const hide = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await two(planner);
  await planner.open();
  await unsaved("First");
  await planner.act("First", "Delete");
  await hide();
  await expect(planner.notice("Not everything is saved")).toHaveCount(0);
  await expect(planner.drafts.getByRole("heading")).toHaveText(["Second"]);

  await unsaved("Second");
  await planner.acts("Second");
  await planner.scope.getByLabel("New name").fill("Third");
  await planner.button("Save the name").click();
  await hide();
  await expect(planner.notice("Not everything is saved")).toHaveCount(0);
  await planner.drafts.getByRole("link").first().click();
  await expect(planner.box("8607-503")).toBeChecked();
  await planner.open();
  await expect(planner.draft("Second")).toHaveCount(1);
  await expect(planner.draft("Third")).toHaveCount(1);
});

test("the browser is asked to keep what is stored at the first save, and once", async ({ planner, page }) => {
  await page.addInitScript(() => {
    window.asked = 0;
    StorageManager.prototype.persist = async () => Boolean((window.asked += 1));
  });
  await planner.open("8607-diploma");
  expect(await page.evaluate(() => window.asked)).toBe(0);
  await planner.tick("8607-501", "8607-503");
  await expect.poll(() => page.evaluate(() => window.asked)).toBe(1);
  await planner.tick("8607-504");
  await expect(planner.saving).toHaveText("Saved in this browser");
  expect(await page.evaluate(() => window.asked)).toBe(1);
  // It has promised: nothing more needs to be said.
  await expect(planner.scope.getByText(/Saved on this device only/)).toHaveCount(0);
});

test("that no copy was taken is said once, when the plan is met, and after that when one was", async ({ planner }) => {
  await planner.open("8607-award");
  await planner.tick("8607-501");
  const reminder = planner.scope.getByText(/Saved on this device only/);
  await planner.share();
  await expect(planner.sheet.getByText(/copy of this plan/)).toHaveCount(0);
  await planner.closeShare();
  await expect(reminder).toHaveCount(0);
  await planner.tick("8607-503", "8607-504");
  await expect(reminder).toBeVisible();
  await planner.shared("Plan file");
  await expect(reminder).toHaveCount(0);
  await planner.share();
  await expect(planner.sheet.getByText(/The last copy of this plan was taken today at \d\d:\d\d\./)).toBeVisible();
});

for (const width of [390, 1280]) {
  test(`the tick that makes the plan met leaves every row where it is, ${width} px wide`, async ({ planner, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await planner.open("8607-award");
    await planner.tick("8607-501");
    const place = () => planner.row("8607-502").evaluate((row) => row.getBoundingClientRect().top);
    const before = await place();
    await planner.tick("8607-502");
    await expect(planner.button("Share").last()).toBeVisible();
    if (await planner.dock.isVisible()) await planner.dock.click();
    await expect(planner.scope.getByText(/Saved on this device only/)).toBeVisible();
    if (await planner.dock.isVisible()) await planner.dock.click();
    expect(await place()).toBe(before);
  });
}

test("a catalogue file of one’s own can be removed and brought back, and the plan for it stays", async ({ planner, page }) => {
  const file = planner.scope.getByRole("listitem").filter({ has: page.getByRole("heading", { name: small.title, exact: true }) });
  await planner.open();
  await expect(page.getByRole("heading", { name: "Your catalogue files" })).toHaveCount(0);
  await openFile(planner, "own.json", JSON.stringify(small));
  await planner.closeFile();
  await expect(file).toContainText("2 qualifications, compared with its document on");
  const { text } = await planner.download(file.getByRole("button", { name: "Download it" }));
  expect(JSON.parse(text)).toEqual(small);
  await page.goto(`${planner.address}#/small-award`);
  await planner.tick("First");
  await planner.open();

  await planner.button(`Remove: ${small.title}`).click();
  await expect(planner.scope.getByRole("status").filter({ hasText: "1 catalogue file removed." })).toBeVisible();
  await expect(file).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Small Award", exact: true })).toHaveCount(0);
  await expect(planner.draft("Plan for small-award")).toContainText("no catalogue here has");

  // It can be looked at and taken along while it waits for its catalogue.
  await planner.acts("Plan for small-award");
  const along = await planner.download(planner.button("Save as a file"));
  expect(JSON.parse(along.text).drafts[0].plan.units[0].code).toBe("A-1");
  await planner.draft("Plan for small-award").getByRole("link").click();
  await expect(page.getByText("This plan is kept in this browser as it is.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /First\s*A-1\s*2 credits/ })).toBeVisible();
  await planner.open();

  await page.reload();
  await expect(file).toHaveCount(0);
  await planner.button("Undo removing a catalogue file").click();
  await expect(file).toHaveCount(1);
  await planner.draft("Plan for the Small Award").getByRole("link").click();
  await expect(planner.box("First")).toBeChecked();
  await page.reload();
  await expect(planner.box("First")).toBeChecked();
});

test("a catalogue file opened in place of another makes way for it again", async ({ planner, page }) => {
  const later = structuredClone(small);
  later.title = "A later catalogue";
  const files = planner.scope.getByRole("button", { name: /^Remove: / });
  await planner.open();
  await openFile(planner, "own.json", JSON.stringify(small));
  await expect(planner.came("own.json was added")).toBeVisible();
  await planner.closeFile();
  await openFile(planner, "later.json", JSON.stringify(later));
  await planner.closeFile();
  await expect(files).toHaveAccessibleName("Remove: A later catalogue");
  await planner.button("Undo opening a catalogue file").click();
  await expect(files).toHaveAccessibleName(`Remove: ${small.title}`);
  await page.reload();
  await expect(files).toHaveAccessibleName(`Remove: ${small.title}`);
  await planner.button("Redo opening a catalogue file").click();
  await expect(files).toHaveAccessibleName("Remove: A later catalogue");
});

test("a new name given in the list is taken back and given again", async ({ planner }) => {
  await two(planner);
  await planner.open();
  await planner.acts("Second");
  await planner.scope.getByLabel("New name").fill("Third");
  await planner.button("Save the name").click();
  await expect(planner.draft("Third")).toHaveCount(1);
  await planner.button("Undo renaming").click();
  await expect(planner.draft("Second")).toHaveCount(1);
  await expect(planner.draft("Third")).toHaveCount(0);
  await planner.button("Redo renaming").click();
  await expect(planner.draft("Third")).toHaveCount(1);
});

test("below “Start a plan” a new plan is started, and the one that there is stays as it is", async ({ planner }) => {
  await planner.open("8607-award");
  await planner.rename("Amira");
  await planner.tick("8607-501");
  await planner.leave();
  await planner.card("8607-award").getByRole("link").click();
  await expect(planner.heading("8607-award")).toBeFocused();
  await expect(planner.box("8607-501")).not.toBeChecked();
  await planner.expectName("");
  await planner.tick("8607-502");
  await planner.leave();
  await expect(planner.drafts).toHaveCount(2);
  await planner.draft("Amira").getByRole("link").click();
  await expect(planner.box("8607-501")).toBeChecked();
  await expect(planner.box("8607-502")).not.toBeChecked();
});
