// A picked unit that does not count since another picked unit does: what gets out of that stands where it is said.

import { listen } from "./support/announcements.mjs";
import { file, openFile } from "./support/files.mjs";
import { inspect } from "./support/inspect.mjs";
import { byTurns } from "./support/runs.mjs";
import { expect, test } from "./support/test.mjs";

const CONTENT = file("../forms/17-one-content-two-codes.catalogue.json");
const BARRED = file("../forms/15-barred-pair-and-one-that-bars.catalogue.json");

/** A qualification of a file, the unit that counts, the one that does not and its code, and what keeps it out. */
const PAIRS = [
  ["law-certificate", CONTENT, "Law of Contract", ["Contract Law", "201"], "101"],
  ["economics-certificate", BARRED, "Finance in Practice", ["Finance in Theory", "LS-59"], "LS-92"],
];

const open = async (planner, page, id, text) => {
  await planner.open();
  await openFile(planner, "own.json", text);
  await planner.closeFile();
  await page.goto(`${planner.address}#/${id}`);
};

const SIZES = [
  [390, 844],
  [1280, 900],
];
for (const [size, [width, height]] of SIZES.entries()) {
  // One width a pair from day to day.
  for (const [id, text, counted, [kept, code], other] of byTurns(PAIRS, size)) {
    test(`a unit of ${id} is taken out by a button of its row, or kept for the other, at ${width} px`, async ({ planner, page }) => {
      await page.setViewportSize({ width, height });
      await open(planner, page, id, text);
      await planner.tick(counted, kept);
      const row = planner.row(kept);
      const remove = row.getByRole("button", { name: `Remove ${code}`, exact: true });
      const keep = row.getByRole("button", { name: `Keep this one, remove ${other}`, exact: true });
      await expect(row).toContainText(`Not counted: you also chose ${other}`);
      await expect(remove).toBeVisible();
      await expect(planner.row(counted).getByRole("button", { name: /^(Remove|Keep)/ })).toHaveCount(0);
      await inspect(page);

      await keep.click();
      await expect(planner.box(kept)).toBeChecked();
      await expect(planner.box(counted)).not.toBeChecked();
      await expect(row).not.toContainText("Not counted");
      await expect(keep).toHaveCount(0);
      await expect(planner.box(kept)).toBeFocused();
      // One step.
      await page.keyboard.press("Control+z");
      await expect(planner.box(counted)).toBeChecked();
      await expect(row).toContainText("Not counted");

      await remove.click();
      await expect(planner.box(kept)).not.toBeChecked();
      await expect(planner.box(counted)).toBeChecked();
      await expect(remove).toHaveCount(0);
      await expect(planner.box(kept)).toBeFocused();
    });
  }

  test(`the same is offered in “My plan”, at ${width} px`, async ({ planner, page }) => {
    await page.setViewportSize({ width, height });
    await open(planner, page, "law-certificate", CONTENT);
    await planner.tick("Law of Contract", "Contract Law", "Torts");
    if (width < 1000) await planner.dock.click();
    const picked = planner.picked.filter({ hasText: "Contract Law" });
    await expect(picked).toContainText("Not counted");
    await expect(planner.remove("Contract Law")).toBeVisible();
    // Opened from the dock it stands before the rows.
    if (width >= 1000) await inspect(page);
    await picked.getByRole("button", { name: "Keep this one, remove 101", exact: true }).click();
    await expect(planner.picked).toHaveCount(2);
    await expect(picked).not.toContainText("Not counted");
    await expect(planner.remove("Contract Law")).toBeFocused();
    await planner.undo.click();
    await expect(planner.picked).toHaveCount(3);
  });
}

test("a unit that is taken out of a list of those chosen leaves the focus where the plan stands", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.register("2020-06-30");
  await planner.tick("8607-530", "8607-550");
  await planner.scope.getByLabel("Show", { exact: true }).selectOption({ label: "In my plan" });
  await planner.row("8607-530").getByRole("button", { name: "Remove 530" }).click();
  await expect(planner.row("8607-530")).toBeHidden();
  await expect(planner.state).toBeFocused();
});

test("what came of it is announced once", async ({ planner, page }) => {
  const said = await listen(page);
  await open(planner, page, "law-certificate", CONTENT);
  await said.begin("The plan is opened");
  planner.clockIsHeld = true;
  const says = (words) => () => expect(planner.row("Contract Law")).toContainText(words);
  await said.step("Two of one content are ticked", () => planner.tick("Law of Contract", "Contract Law"), says("Not counted"));
  await said.step("The other is kept", () => planner.row("Contract Law").getByRole("button", { name: /^Keep this one/ }).click(), () => expect(planner.box("Law of Contract")).not.toBeChecked());
  const [, kept] = said.text.split("The other is kept\n");
  expect(kept.trim().split("\n")).toEqual([expect.stringContaining("12 of 36 credits")]);
});
