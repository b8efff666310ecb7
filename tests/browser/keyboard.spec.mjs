// The main job by keyboard alone. No step here uses the mouse.

import { openFile } from "./support/files.mjs";
import { units } from "./support/facts.mjs";
import { press, stop, tabTo } from "./support/focus.mjs";
import { Planner } from "./support/planner.mjs";
import { block, spoil, unblock } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

test.describe("by keyboard alone", () => {
  test("an award is planned from the first card to “all rules met”", async ({ planner, page }) => {
    await planner.open();
    await tabTo(page, "Level 5 Award in Leadership and Management");
    await press(page, "Enter");
    await expect(planner.heading("8607-award")).toBeFocused();
    await tabTo(page, units.get("8607-518").title);
    await press(page, "Space");
    await tabTo(page, units.get("8607-519").title);
    await press(page, "Space");
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await press(page, "Space");
    await expect(planner.state).toHaveText(/^Open: /);
  });

  test("every stop from the top of a long list to the end of the page is seen", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await tabTo(page, "Delete everything from this browser");
    await tabTo(page, "Qualification planner", "Shift+Tab");
  });

  test("every stop is seen on a phone too, whatever lies over the page", async ({ planner, page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await planner.open("8607-award");
    await tabTo(page, "Delete everything from this browser");
    await tabTo(page, "Qualification planner", "Shift+Tab");
  });

  test("the plan is opened and closed on a phone", async ({ planner, page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await planner.open("8604-award");
    await tabTo(page, "See plan");
    await expect(planner.rules.first()).toBeHidden();
    await press(page, "Enter");
    await expect(planner.rules.first()).toBeVisible();
    await expect(planner.button("Close plan")).toHaveAttribute("aria-expanded", "true");
    await tabTo(page, "Pick every mandatory unit");
    await press(page, "Space");
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await page.keyboard.press("Escape");
    await expect(planner.rules.first()).toBeHidden();
  });

  test("a search, a level and what to show are set", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await tabTo(page, "Search units by title or code");
    await page.keyboard.type("manag");
    await tabTo(page, /^Level$/);
    await page.keyboard.press("ArrowDown");
    await expect(planner.scope.getByRole("combobox", { name: "Level" })).toHaveValue("4");
    await expect(planner.row("8607-501")).toBeHidden();
    await tabTo(page, /^Show$/);
    await page.keyboard.press("ArrowDown");
    await expect(planner.scope.getByText("No unit fits this search")).toBeVisible();
    await tabTo(page, "Show all units");
    await page.keyboard.press("Enter");
    await expect(planner.row("8607-501")).toBeVisible();
  });

  test("the rules and facts of a qualification are opened and closed, and give the focus back", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await tabTo(page, "Rules and facts");
    await press(page, "Enter");
    await expect(planner.scope.getByRole("heading", { name: "Rules and facts" })).toBeFocused();
    await expect(planner.scope.getByRole("heading", { name: "Good to know" })).toBeVisible();
    await press(page, "Escape");
    await expect(planner.scope.getByRole("dialog")).toHaveCount(0);
    await expect(planner.button("Rules and facts")).toBeFocused();
  });

  test("everything is deleted, or kept, and the focus comes back from the dialogue", async ({ planner, page }) => {
    await planner.open("8607-award");
    await tabTo(page, units.get("8607-501").title);
    await press(page, "Space");
    const dialog = page.getByRole("dialog", { name: "Delete everything from this browser?" });

    await tabTo(page, "Delete everything from this browser");
    await press(page, "Enter");
    await expect(dialog).toBeVisible();
    await press(page, "Escape");
    await expect(dialog).toBeHidden();
    await expect(planner.button("Delete everything from this browser")).toBeFocused();

    await press(page, "Enter");
    await tabTo(page, "Keep it");
    await press(page, "Enter");
    await expect(dialog).toBeHidden();
    await expect(planner.button("Delete everything from this browser")).toBeFocused();

    await press(page, "Enter");
    await tabTo(page, "Delete everything");
    await press(page, "Enter");
    await expect(planner.heading()).toBeFocused();
    await expect(planner.drafts).toHaveCount(0);
  });

  test("the dialogue keeps the focus inside", async ({ planner, page }) => {
    await planner.open();
    await tabTo(page, "Delete everything from this browser");
    await press(page, "Enter");
    const dialog = page.getByRole("dialog");
    for (let stops = 0; stops < 8; stops++) {
      await page.keyboard.press("Tab");
      const { tag } = await stop(page); // the browser's own bar is a stop too, and shows as the body
      if (tag !== "BODY") await expect(dialog.locator(":focus")).toHaveCount(1);
    }
  });

  test("a second draft is made, renamed, deleted and brought back, a file is added and a link is kept", async ({ planner, page }) => {
    test.slow();
    const start = "Plan for the Level 5 Award in Leadership and Management";
    await planner.open("8607-award");
    await tabTo(page, "Name of this plan");
    await page.keyboard.type("First");
    await tabTo(page, units.get("8607-518").title);
    await press(page, "Space");
    await tabTo(page, "Other plans", "Shift+Tab");
    await press(page, "Enter");
    await expect(planner.button("Start another plan")).toBeVisible();
    await tabTo(page, "Start another plan");
    await press(page, "Enter");
    await expect(planner.heading("8607-award")).toBeFocused();
    await expect(planner.name).toHaveValue("");
    await tabTo(page, units.get("8607-519").title);
    await press(page, "Space");
    await tabTo(page, "Qualification planner", "Shift+Tab");
    await press(page, "Enter");
    await expect(planner.heading()).toBeFocused();
    await expect(planner.drafts).toHaveCount(2);

    await tabTo(page, `Rename: ${start}`);
    await press(page, "Enter");
    await expect(planner.scope.getByLabel("New name")).toBeFocused();
    await page.keyboard.type("Second");
    await press(page, "Enter");
    await expect(planner.scope.getByRole("status").filter({ hasText: "is called “Second” now" })).toBeVisible();
    await tabTo(page, "Delete: Second");
    await press(page, "Enter");
    await expect(planner.draft("Second")).toHaveCount(0);
    await tabTo(page, "Deleted plans (1)");
    await press(page, "Enter");
    await tabTo(page, "Remove for good: Second");
    await tabTo(page, "Undo deleting", "Shift+Tab");
    await press(page, "Enter");
    await expect(planner.draft("Second")).toHaveCount(1);

    await tabTo(page, "Save all plans as a file");
    const { text } = await planner.download({ click: () => page.keyboard.press("Enter") });
    await tabTo(page, "Delete: Second", "Shift+Tab");
    await press(page, "Enter");
    await tabTo(page, /^Open a file/);
    await press(page, "Enter");
    await tabTo(page, "Plan file or catalogue file (JSON)");
    // The browser’s own dialogue, which no test can reach: the field is given the file while it has the focus.
    await openFile(planner, "drafts.json", text);
    await expect(page.getByRole("heading", { name: "Plans in drafts.json" })).toBeFocused();
    await tabTo(page, "1 plan that is already here, and the same");
    await press(page, "Enter");
    await tabTo(page, /^What to do with First$/);
    await expect(planner.scope.getByLabel("What to do with First")).toHaveValue("leave");
    await tabTo(page, "Add the chosen plans");
    await press(page, "Enter");
    await expect(planner.heading("8607-award")).toBeFocused();
    await expect(planner.name).toHaveValue("Second");

    await tabTo(page, "Share", "Shift+Tab");
    await press(page, "Enter");
    await expect(planner.sheet.getByLabel("Put my name in the link")).toBeVisible();
    await expect(planner.sheet.getByRole("heading", { name: "Share “Second”" })).toBeFocused();
    await tabTo(page, "Put my name in the link");
    await press(page, "Space");
    await tabTo(page, "Link to this plan", "Shift+Tab");
    const address = await planner.sheet.getByLabel("Link to this plan").inputValue();
    await press(page, "Escape");
    await expect(planner.sheet).toBeHidden();
    await expect(planner.button("Share").first()).toBeFocused();
    await page.goto("about:blank");
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: "Second" })).toBeVisible();
    await tabTo(page, "Keep it as another plan");
    await press(page, "Enter");
    await expect(planner.heading("8607-award")).toBeFocused();
    await expect(planner.name).toHaveValue("Second");
    await tabTo(page, "Qualification planner", "Shift+Tab");
    await press(page, "Enter");
    await expect(planner.drafts.getByRole("heading")).toHaveText(["Second", "Second", "First"]);
  });

  test("an unknown qualification leads back to the list", async ({ planner, page }) => {
    await page.goto(`${planner.address}#/nothing`);
    await expect(page.getByRole("heading", { name: "This qualification is not here" })).toBeVisible();
    await tabTo(page, "See all qualifications");
    await press(page, "Enter");
    await expect(planner.heading()).toBeFocused();
  });
});

// A button that goes, or becomes disabled, with its own click must hand the focus on.
test.describe("the focus is not lost with the button", () => {
  const goes = async (page, button) => {
    await button.focus();
    await press(page, "Enter");
  };

  test("“Undo”, where nothing more can be taken back", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-501");
    await goes(page, planner.undo);
    await expect(planner.undo).toBeDisabled();
    expect((await stop(page)).tag).not.toBe("BODY");
    await tabTo(page, "Redo"); // is still near
  });

  test("“Redo”, where nothing more can be made again", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-501");
    await planner.undo.click();
    await goes(page, planner.redo);
    await expect(planner.redo).toBeDisabled();
    expect((await stop(page)).tag).not.toBe("BODY");
  });

  test("“Clear all units”", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-501");
    await goes(page, planner.button("Clear all units"));
    await expect(planner.box("8607-501")).not.toBeChecked();
    expect((await stop(page)).tag).not.toBe("BODY");
  });

  test("“Take out …”, beside a unit that does not count", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-530");
    await goes(page, planner.button("Take out 8607-530"));
    await expect(planner.box("8607-530")).not.toBeChecked();
    expect((await stop(page)).tag).not.toBe("BODY");
  });

  test("“Show all units”", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.search.fill("no such unit");
    await goes(page, planner.button("Show all units"));
    await expect(planner.search).toBeFocused();
  });

  test("“Try again”, once it has saved", async ({ planner, page }) => {
    await planner.open("8607-award");
    await page.evaluate(block);
    await planner.tick("8607-501");
    await page.evaluate(unblock);
    await goes(page, planner.button("Try again"));
    await expect(planner.button("Try again")).toHaveCount(0);
    expect((await stop(page)).tag).not.toBe("BODY");
  });

  test("“Remove it”, of a draft that cannot be read", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-501");
    await spoil(page, "8607-award", ["8607-501", "damaged"]);
    await page.reload();
    await goes(page, planner.button("Remove it"));
    await expect(planner.button("Remove it")).toHaveCount(0);
    expect((await stop(page)).tag).not.toBe("BODY");
  });

  test("“Close”, of a box that reports a trouble", async ({ planner, page }) => {
    await planner.open();
    await openFile(planner, "bad.json", "{");
    await goes(page, planner.button("Close"));
    await expect(planner.button("Close")).toHaveCount(0);
    expect((await stop(page)).tag).not.toBe("BODY");
  });

  /** Two drafts in the list. */
  const two = async (planner) => {
    await planner.open("8607-award");
    await planner.tick("8607-501");
    await planner.rename("One");
    await planner.open("8604-award");
    await planner.tick("8604-308");
    await planner.rename("Two");
    await planner.open();
  };

  test("“Rename”, “Save the name”, “Duplicate”, “Delete” and the ways back, in the list of plans", async ({ planner, page }) => {
    await two(planner);
    await goes(page, planner.button("Rename: One"));
    await expect(planner.scope.getByLabel("New name")).toBeFocused();
    await goes(page, planner.button("Save the name"));
    await goes(page, planner.button("Duplicate: One"));
    await goes(page, planner.button("Delete: One"));
    await goes(page, planner.button("Undo deleting"));
    await goes(page, planner.button("Redo deleting"));
    await planner.scope.getByText("Deleted plans (1)").click();
    await goes(page, planner.button("Bring back: One"));
    await goes(page, planner.button("Delete: One"));
    await planner.scope.getByText("Deleted plans (1)").click();
    await goes(page, planner.button("Remove for good: One"));
    await expect(planner.scope.getByText("“One” is gone for good.")).toBeVisible();
  });

  test("“Rename”, where it closes the form again", async ({ planner, page }) => {
    await two(planner);
    await planner.button("Rename: One").click();
    await expect(planner.scope.getByLabel("New name")).toBeFocused();
    await goes(page, planner.button("Rename: One"));
    await expect(planner.scope.getByLabel("New name")).toHaveCount(0);
    expect((await stop(page)).tag).not.toBe("BODY");
  });

  test("nor with the field of a new name, where another tab saves meanwhile", async ({ planner, page, context }) => {
    await two(planner);
    const other = new Planner(await context.newPage(), servers.site);
    await other.open("8604-award");
    await page.bringToFront();
    await planner.button("Rename: One").click();
    // The name is selected then, so that what is typed at once takes its place.
    await expect(planner.scope.getByLabel("New name")).toBeFocused();
    await page.keyboard.press("End");
    await page.keyboard.type(" and more");
    await expect(planner.scope.getByLabel("New name")).toHaveValue("One and more");
    const before = await planner.draft("Two").getByText(/credits/).innerText();
    await other.tick("8604-401");
    await expect(other.saving).toHaveText("Saved in this browser");
    await expect(planner.scope.getByLabel("New name")).toHaveValue("One and more");
    await expect(planner.scope.getByLabel("New name")).toBeFocused();
    // The list waits for the name.
    await page.keyboard.press("Enter");
    await expect(planner.draft("One and more")).toHaveCount(1);
    await expect(planner.draft("Two")).not.toContainText(before);
  });

  test("“Add nothing”, of a file of drafts", async ({ planner, page }) => {
    await two(planner);
    const { text } = await planner.download(planner.button("Save all plans as a file"));
    await openFile(planner, "drafts.json", text);
    await goes(page, planner.button("Add nothing"));
    await expect(planner.button("Add nothing")).toHaveCount(0);
  });

  test("“Escape”, where it was in the plan that closes on a phone", async ({ planner, page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await planner.open("8604-award");
    await planner.button("See plan").click();
    await planner.button("Pick every mandatory unit").focus();
    await press(page, "Escape");
    await expect(planner.button("See plan")).toBeFocused();
  });
});
