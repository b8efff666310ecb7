// The main job by keyboard alone. No step here uses the mouse.

import { catalogue, instance } from "../bench/instances.mjs";
import { openFile } from "./support/files.mjs";
import { qualification, units } from "./support/facts.mjs";
import { press, rowTo, stop, tabTo, walk } from "./support/focus.mjs";
import { Planner } from "./support/planner.mjs";
import { block, keeps, spoil, unblock } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

test.describe("by keyboard alone", () => {
  test("an award is planned from the first card to “all rules met”", async ({ planner, page }) => {
    await planner.open();
    await tabTo(page, "Level 5 Award in Leadership and Management");
    await press(page, "Enter");
    await expect(planner.heading("8607-award")).toBeFocused();
    await rowTo(page, units.get("8607-518").title);
    await press(page, "Space");
    await rowTo(page, units.get("8607-519").title);
    await press(page, "Space");
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await press(page, "Space");
    await expect(planner.state).toHaveText(/^Open: /);
  });

  test("every stop of the first screen is seen, forth and back, wide and on a phone", async ({ planner, page }) => {
    for (const [width, height] of [[1280, 900], [360, 640]]) {
      await page.setViewportSize({ width, height });
      await planner.open();
      const stops = await walk(page);
      expect(stops).toContain(qualification("8617-award").title);
      expect(stops.at(-1)).toBe("Delete everything from this browser");
      expect(await walk(page, "Shift+Tab")).toEqual(stops.reverse());
    }
  });

  test("every stop and every row of a long list is seen, forth and back", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-501");
    await page.reload();
    await expect(planner.heading("8607-diploma")).toBeVisible();
    const stops = await walk(page);
    expect(stops.slice(0, 2)).toEqual(["Skip to the units", "Skip to my plan"]);
    expect(stops.at(-1)).toBe("Help me fill");
    await walk(page, "Shift+Tab");
  });

  test("every stop is seen on a phone too, whatever lies over the page", async ({ planner, page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await planner.open("8607-award");
    expect((await walk(page)).at(-1)).toBe("Help me fill");
    await walk(page, "Shift+Tab");
  });

  test("the way to the plan is short: it can be led to at once, and a group is one stop", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await tabTo(page, "Skip to the units", "Shift+Tab");
    await tabTo(page, "Skip to my plan");
    await press(page, "Enter");
    await expect(planner.state).toBeFocused();
    await tabTo(page, "Help me fill");
    await tabTo(page, "Skip to the units", "Shift+Tab");
    await press(page, "Enter");
    const groups = qualification("8607-diploma").groups;
    await expect(planner.box(groups[0].units[0])).toBeFocused();
    await press(page, "End");
    await press(page, "ArrowRight");
    await press(page, "ArrowLeft");
    expect((await press(page, "Tab")).name).toBe("1 replaced unit");
    await press(page, "Tab");
    await expect(planner.box(groups[1].units[0])).toBeFocused();
  });

  test("a unit is opened from its row, and gives the focus back", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    const { title } = units.get("8607-503");
    await rowTo(page, title);
    await press(page, "ArrowRight");
    await expect(planner.more("8607-503")).toBeFocused();
    await press(page, "Enter");
    await expect(planner.details("8607-503").getByRole("heading", { name: title })).toBeFocused();
    await press(page, "Escape");
    await expect(planner.more("8607-503")).toBeFocused();
  });

  test("the plan is opened and closed on a phone", async ({ planner, page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await planner.open("8604-award");
    await tabTo(page, "My plan (0)");
    await expect(planner.rules.first()).toBeHidden();
    await press(page, "Enter");
    await expect(planner.rules.first()).toBeVisible();
    await expect(planner.dock).toHaveAttribute("aria-expanded", "true");
    // What stands above the units comes before them.
    await tabTo(page, "Pick every mandatory unit");
    await press(page, "Space");
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await expect(planner.state).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(planner.rules.first()).toBeHidden();
  });

  test("the arrows go through a list that is so long that a browser lays out what is in view of it", async ({ planner, page }) => {
    await planner.open();
    const text = JSON.stringify(catalogue(instance("ordinary", 700, 1)));
    await openFile(planner, "many.json", text);
    await planner.button("See all qualifications").click();
    await planner.open(JSON.parse(text).qualifications[0].id);
    const rows = planner.scope.getByRole("list", { name: /^/ }).filter({ has: page.getByRole("checkbox") }).first().getByRole("listitem");
    const count = await rows.count();
    expect(count).toBeGreaterThan(200);
    const box = (at) => rows.nth(at).getByRole("checkbox");
    await box(0).focus();
    for (const key of ["End", "Home"]) {
      await page.keyboard.press(key);
      await expect(box(key === "End" ? count - 1 : 0)).toBeFocused();
      await expect(box(key === "End" ? count - 1 : 0)).toBeInViewport();
    }
    for (let at = 1; at <= 51; at++) await page.keyboard.press("ArrowDown");
    await expect(box(51)).toBeFocused();
    for (let at = 1; at <= 3; at++) await page.keyboard.press("ArrowUp");
    await expect(box(48)).toBeFocused();
    await page.keyboard.press("Space");
    await expect(box(48)).toBeChecked();
  });

  test("a search, a level and what to show are set", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await tabTo(page, "Search units");
    await page.keyboard.type("manag");
    await tabTo(page, /^Level$/);
    await page.keyboard.press("ArrowDown");
    await expect(planner.scope.getByRole("combobox", { name: "Level" })).toHaveValue("4");
    await expect(planner.row("8607-501")).toBeHidden();
    await tabTo(page, /^Show$/);
    await page.keyboard.press("ArrowDown");
    await expect(planner.scope.getByText(/^No unit fits this search/)).toBeVisible();
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

  for (const place of ["the first screen", "a plan"]) {
    test(`everything is deleted on ${place}, or kept, and the focus comes back from the dialogue`, async ({ planner, page }) => {
      await planner.open("8607-award");
      await rowTo(page, units.get("8607-501").title);
      await press(page, "Space");
      await keeps(page, "8607-501");
      const dialog = page.getByRole("dialog", { name: "Delete everything from this browser?" });
      if (place === "the first screen") {
        await planner.open();
      } else {
        await tabTo(page, "Plans", "Shift+Tab");
        await press(page, "Enter");
      }

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
      await expect(dialog).toBeHidden();
      await expect(place === "a plan" ? planner.heading() : planner.button("Delete everything from this browser")).toBeFocused();
      await expect(planner.drafts).toHaveCount(0);
      await keeps(page, "8607-501", false);
    });
  }

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

  test("a second plan is made, renamed, deleted and brought back, a file is added and a link is kept", async ({ planner, page }) => {
    test.slow();
    const start = "Plan for the Level 5 Award in Leadership and Management";
    const openPlans = async () => {
      await tabTo(page, "Plans", "Shift+Tab");
      await press(page, "Enter");
      await expect(planner.plans.getByRole("heading", { name: "Plans" })).toBeFocused();
    };
    await planner.open("8607-award");
    await rowTo(page, units.get("8607-518").title);
    await press(page, "Space");
    await openPlans();
    await tabTo(page, "Name of this plan");
    await page.keyboard.type("First");
    await press(page, "Escape");
    await expect(planner.button("Plans")).toBeFocused();
    await press(page, "Enter");
    await tabTo(page, "Start another plan");
    await press(page, "Enter");
    await expect(planner.heading("8607-award")).toBeFocused();
    await expect(planner.plans).toBeHidden();
    await expect(planner.box("8607-518")).not.toBeChecked();
    await rowTo(page, units.get("8607-519").title);
    await press(page, "Space");
    await openPlans();
    await tabTo(page, "All plans and qualifications");
    await press(page, "Enter");
    await expect(planner.heading()).toBeFocused();
    await expect(planner.drafts).toHaveCount(2);

    await tabTo(page, `More: ${start}`);
    await press(page, "Enter");
    await tabTo(page, "New name");
    await page.keyboard.type("Second");
    await press(page, "Enter");
    await expect(planner.scope.getByRole("status").filter({ hasText: "is called “Second” now" })).toBeVisible();
    await tabTo(page, "More: Second");
    await press(page, "Enter");
    await tabTo(page, "Delete");
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
    await tabTo(page, "More: Second", "Shift+Tab");
    await press(page, "Enter");
    await tabTo(page, "Delete");
    await press(page, "Enter");
    await tabTo(page, /^Open a file/);
    await press(page, "Enter");
    await tabTo(page, "Choose a file");
    // The browser’s own dialogue, which no test can reach: the field is given the file while it has the focus.
    await openFile(planner, "drafts.json", text);
    await expect(planner.fileSheet.getByRole("heading", { name: "Plans in drafts.json" })).toBeFocused();
    await tabTo(page, "1 plan that is already here, and the same");
    await press(page, "Enter");
    await tabTo(page, "First");
    await expect(planner.arrival("First")).not.toBeChecked();
    await tabTo(page, "Add 1 plan");
    await press(page, "Enter");
    await expect(planner.heading("8607-award")).toBeFocused();

    await tabTo(page, "Share");
    await press(page, "Enter");
    await expect(planner.sheet.getByLabel("Put the plan’s name in the link")).toBeVisible();
    await expect(planner.sheet.getByRole("heading", { name: "Share “Second”" })).toBeFocused();
    await tabTo(page, "Put the plan’s name in the link");
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
    await openPlans();
    await tabTo(page, "All plans and qualifications");
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
    await planner.button("Plans").click();
    await goes(page, planner.button("Clear all units"));
    await expect(planner.box("8607-501")).not.toBeChecked();
    await expect(planner.state).toBeFocused();
  });

  test("“Remove …”, in the list of the plan: it is on that of the next unit, and then on the plan", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.unfold();
    await planner.tick("8607-501", "8607-530", "8607-601");
    await goes(page, planner.remove("8607-501"));
    await expect(planner.remove("8607-530")).toBeFocused();
    await press(page, "Enter");
    await expect(planner.box("8607-530")).not.toBeChecked();
    await expect(planner.remove("8607-601")).toBeFocused();
    await press(page, "Enter");
    await expect(planner.state).toBeFocused();
  });

  test("the first repair of a broken plan, and a way that is chosen", async ({ planner, page }) => {
    await planner.open("8607-certificate");
    await planner.tick("8607-400", "8607-401");
    await goes(page, planner.primary);
    await expect(planner.state).toBeFocused();
    await expect(planner.state).not.toHaveText(/Broken/);
    await planner.clear();
    await planner.help();
    await goes(page, planner.ways.first());
    await expect(planner.fill).toHaveCount(0);
    await expect(planner.state).toBeFocused();
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

  test("“Remove it”, of a plan that cannot be read", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-501");
    await spoil(page, "8607-award", ["8607-501", "damaged"]);
    await page.reload();
    await goes(page, planner.button("Remove it"));
    await expect(planner.button("Remove it")).toHaveCount(0);
    expect((await stop(page)).tag).not.toBe("BODY");
  });

  test("“Close”, of the sheet in which a file is opened", async ({ planner, page }) => {
    await planner.open();
    await openFile(planner, "bad.json", "{");
    await goes(page, planner.button("Close"));
    await expect(planner.button("Open a file")).toBeFocused();
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

  test("what can be done with a plan of the list, and the ways back", async ({ planner, page }) => {
    await two(planner);
    for (const name of ["Save the name", "Duplicate", "Delete"]) {
      await goes(page, planner.button("More: One"));
      await goes(page, planner.button(name));
    }
    await goes(page, planner.button("Undo deleting"));
    await goes(page, planner.button("Redo deleting"));
    await planner.scope.getByText("Deleted plans (1)").click();
    await goes(page, planner.button("Bring back: One"));
    await goes(page, planner.button("More: One"));
    await goes(page, planner.button("Delete"));
    await planner.scope.getByText("Deleted plans (1)").click();
    await goes(page, planner.button("Remove for good: One"));
    await expect(planner.scope.getByText("“One” is gone for good.")).toBeVisible();
  });

  test("what can be done with a plan of the list, where it is closed again", async ({ planner, page }) => {
    await two(planner);
    await planner.acts("One");
    await page.keyboard.press("Escape");
    await expect(planner.button("More: One")).toBeFocused();
  });

  test("nor with the field of a new name, where another tab saves meanwhile", async ({ planner, page, context }) => {
    await two(planner);
    const other = new Planner(await context.newPage(), servers.site);
    await other.open("8604-award");
    await page.bringToFront();
    await planner.acts("One");
    await planner.scope.getByLabel("New name").focus();
    await page.keyboard.press("End");
    await page.keyboard.type(" and more");
    await expect(planner.scope.getByLabel("New name")).toHaveValue("One and more");
    const before = await planner.draft("Two").getByText(/credits/).innerText();
    await other.tick("8604-401");
    await keeps(other.page, "8604-401");
    await expect(planner.scope.getByLabel("New name")).toHaveValue("One and more");
    await expect(planner.scope.getByLabel("New name")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(planner.draft("One and more")).toHaveCount(1);
    await expect(planner.draft("Two")).not.toContainText(before);
  });

  test("“Escape”, where it was in the plan that closes on a phone", async ({ planner, page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await planner.open("8604-award");
    await planner.dock.click();
    await planner.button("Pick every mandatory unit").focus();
    await press(page, "Escape");
    await expect(planner.dock).toBeFocused();
  });
});
