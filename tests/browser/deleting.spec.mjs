// The one button that deletes everything from this browser.

import { openFile, small } from "./support/files.mjs";
import { Planner } from "./support/planner.mjs";
import { kept } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

test.describe("deleting everything", () => {
  test("offers a copy first, takes every draft, and leaves what others keep here", async ({ planner, page }) => {
    await page.goto(planner.address);
    await page.evaluate(() => {
      localStorage.setItem("somebody else’s", "stays");
      localStorage.setItem("qualification-planners of another make", "stay");
    });
    await planner.open("8607-diploma");
    await planner.tick("8607-501");
    await planner.open("8607-award");
    await planner.tick("8607-520");
    const before = await kept(page);
    expect(Object.keys(before)).toHaveLength(2);

    await planner.button("Delete everything from this browser").click();
    const dialog = page.getByRole("dialog", { name: "Delete everything from this browser?" });
    await expect(dialog).toContainText("cannot be undone");
    const copy = await planner.download(planner.button("Download everything first"));
    expect(JSON.parse(copy.text)).toEqual(before);
    await dialog.getByRole("button", { name: "Delete everything", exact: true }).click();
    await expect(planner.heading()).toBeVisible();
    expect(await kept(page)).toEqual({});
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({
      "somebody else’s": "stays",
      "qualification-planners of another make": "stay",
    });
    await page.reload();
    await planner.open("8607-award");
    await expect(planner.box("8607-520")).not.toBeChecked();
    expect(await kept(page), "looking saves nothing").toEqual({});
  });

  test("takes the catalogue files too", async ({ planner, page }) => {
    await planner.open();
    await openFile(planner, "own.json", JSON.stringify(small));
    await expect(page.getByText("Small Award")).toBeVisible();
    await planner.button("Delete everything from this browser").click();
    await planner.button("Delete everything").click();
    await expect(page.getByText("Small Award")).toHaveCount(0);
    await page.reload();
    await expect(planner.heading()).toBeVisible();
    await expect(page.getByText("Small Award")).toHaveCount(0);
  });

  test("is noticed by another tab, which does not go on saying that its plan is saved", async ({ planner, context }) => {
    const other = new Planner(await context.newPage(), servers.site);
    await planner.open("8607-award");
    await planner.tick("8607-520");
    await other.open("8607-award");
    await expect(other.saving).toHaveText("Saved in this browser");
    await planner.button("Delete everything from this browser").click();
    await planner.button("Delete everything").click();
    await expect(planner.heading()).toBeVisible();
    await expect(other.saving).toHaveText("Deleted from this browser; the next change saves it again");
    await other.tick("8607-518");
    await expect(other.saving).toHaveText("Saved in this browser");
  });

  test("is not done by “Keep it” nor by Escape", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-520");
    const dialog = page.getByRole("dialog");
    await planner.button("Delete everything from this browser").click();
    await planner.button("Keep it").click();
    await expect(dialog).toBeHidden();
    await planner.button("Delete everything from this browser").click();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await page.reload();
    await expect(planner.box("8607-520")).toBeChecked();
  });
});
