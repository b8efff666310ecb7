// The sheet in which a file is opened: what it says, what it adds, where the focus goes.

import { openFile, small } from "./support/files.mjs";
import { block, unblock } from "./support/storage.mjs";
import { expect, test } from "./support/test.mjs";

const plan = (name, codes, qualification = "8607-diploma") => ({ plan: { qualification, name, units: codes.map((code) => ({ code })) } });
const fileOf = (...drafts) => JSON.stringify({ format: "qualification-planner drafts", schema: 2, drafts });

test("what came of a file has the focus once, says all that there is to say, and goes with the sheet", async ({ planner }) => {
  await planner.open();
  await openFile(planner, "units.xlsx", Buffer.from("PK\x03\x04\0\0\0\0", "latin1"));
  const came = planner.came("“units.xlsx” cannot be opened here");
  await expect(came).toBeFocused();
  await expect(came).toHaveAccessibleDescription(/^It is a workbook .* ends in \.json\. ?Nothing of it was added, and nothing in your plans has changed\.$/);
  // Who hears the focus hears it all: nothing says it a second time.
  await expect(planner.scope.getByRole("alert").filter({ visible: true })).toHaveCount(0);
  await planner.closeFile();
  await expect(planner.button("Open a file")).toBeFocused();
  await planner.button("Open a file").click();
  await expect(planner.fileSheet.getByLabel("Choose a file")).toBeAttached();
  await expect(came).toHaveCount(0);
});

test("the button says what it does with the plans that are ticked, and goes where that is nothing", async ({ planner }) => {
  await planner.open();
  await openFile(planner, "two.json", fileOf(plan("One", ["8607-501"]), plan("Two", ["8607-503"])));
  await expect(planner.takeIn).toHaveText("Add 2 plans");
  await planner.takeIn.click();
  await expect(planner.scope.getByRole("status").filter({ hasText: "2 plans were added from the file." })).toBeVisible();
  await expect(planner.heading()).toBeFocused();

  const others = [plan("One", ["8607-501", "8607-504"]), plan("Three", ["8607-505"])];
  await planner.acts("One");
  const { text } = await planner.download(planner.button("Save as a file"));
  others[0].draft = JSON.parse(text).drafts[0].draft;
  await openFile(planner, "others.json", fileOf(...others));
  await expect(planner.takeIn).toHaveText("Add 2 plans");
  await planner.replace.check();
  await expect(planner.takeIn).toHaveText("Add 1 plan and replace 1");
  await planner.arrival("Three").uncheck();
  await expect(planner.takeIn).toHaveText("Replace 1 plan");
  await planner.arrival("One").uncheck();
  await expect(planner.takeIn).toHaveCount(0);
  await expect(planner.replace).toHaveCount(0);
  await planner.closeFile();
  await expect(planner.drafts).toHaveCount(2);
});

test("why plans of a file could not be added is said in the sheet, and they can be added again", async ({ planner, page }) => {
  await planner.open();
  await openFile(planner, "two.json", fileOf(plan("One", ["8607-501"]), plan("Two", ["8607-503"])));
  await planner.arrival("Two").uncheck();
  await page.evaluate(block);
  await planner.takeIn.click();
  const told = planner.came("That could not be done");
  await expect(told).toBeFocused();
  await expect(told).toHaveAccessibleDescription(/Nothing of it was added, and nothing in your plans has changed\.$/);
  await expect(planner.arrival("Two")).not.toBeChecked();
  await page.evaluate(unblock);
  await planner.takeIn.click();
  await expect(planner.box("8607-501")).toBeChecked();
  await expect(planner.heading("8607-diploma")).toBeFocused();
});

test("what was added of a file before something could not be is not added again", async ({ planner, page }) => {
  await planner.open();
  await openFile(planner, "two.json", fileOf(plan("One", ["8607-501"]), plan("Two", ["8607-503"])));
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, text) {
      if (text.includes('"Two"')) throw new DOMException("there is no room", "QuotaExceededError");
      setItem.call(this, key, text);
    };
    window.makeRoom = () => (Storage.prototype.setItem = setItem);
  });
  await planner.takeIn.click();
  await expect(planner.came("That could not be done")).toHaveAccessibleDescription(/Before that: 1 plan was added from the file\.$/);
  await expect(planner.arrival("One")).not.toBeChecked();
  await expect(planner.takeIn).toHaveText("Add 1 plan");
  await page.evaluate(() => window.makeRoom());
  await planner.takeIn.click();
  await expect(planner.box("8607-503")).toBeChecked();
  await planner.open();
  await expect(planner.drafts).toHaveCount(2);
});

test("a file of catalogues alone says what it adds, and that it was added", async ({ planner, page }) => {
  await planner.open();
  await openFile(planner, "own.json", JSON.stringify(small));
  await planner.closeFile();
  await planner.askToDeleteEverything();
  const { text } = await planner.download(planner.button("Download everything first"));
  await planner.button("Delete everything").click();
  await expect(page.getByText("Small Award")).toHaveCount(0);
  await openFile(planner, "everything.json", text);
  await expect(planner.takeIn).toHaveText("Add 1 catalogue file");
  await planner.takeIn.click();
  await expect(page.getByText("1 catalogue file was added from the file.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Small Award", exact: true })).toBeVisible();
});

test.describe("from the plans of the planning screen", () => {
  test("a file that cannot be opened leaves the plan as it is, and the focus comes back", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-520");
    await planner.byPlans("Open a file");
    await expect(planner.plans).toBeHidden();
    await openFile(planner, "bad.json", "{");
    await expect(planner.came("“bad.json” cannot be opened here")).toBeFocused();
    // Another way stands below it.
    await planner.fileSheet.getByText("Add units by their codes").click();
    await planner.fileSheet.getByLabel("Codes of units").fill("8607-518");
    await planner.fileSheet.getByRole("button", { name: "Add these units" }).click();
    await expect(planner.fileSheet.getByRole("status")).not.toBeEmpty();
    await page.keyboard.press("Escape");
    await expect(planner.fileSheet).toHaveCount(0);
    await expect(planner.button("Plans")).toBeFocused();
    await expect(planner.box("8607-520")).toBeChecked();
    await expect(planner.box("8607-518")).toBeChecked();
  });

  test("one plan of a file opens, and of more the list is shown", async ({ planner }) => {
    await planner.open("8607-award");
    await planner.tick("8607-520");
    await planner.byPlans("Open a file");
    await openFile(planner, "one.json", fileOf(plan("One", ["8607-501"])));
    await planner.takeIn.click();
    await expect(planner.heading("8607-diploma")).toBeFocused();
    await expect(planner.box("8607-501")).toBeChecked();
    await planner.byPlans("Open a file");
    await openFile(planner, "more.json", fileOf(plan("Two", ["8607-503"]), plan("Three", ["8607-504"])));
    await planner.takeIn.click();
    await expect(planner.heading()).toBeFocused();
    await expect(planner.drafts).toHaveCount(4);
  });

  test("a catalogue file in place of the plan’s own is said on the screen that comes", async ({ planner, page }) => {
    await planner.open();
    await openFile(planner, "own.json", JSON.stringify(small));
    await planner.closeFile();
    await page.getByRole("link", { name: "Small Award", exact: true }).click();
    await planner.tick("First");
    await planner.byPlans("Open a file");
    const later = structuredClone(small);
    later.units[0].credits = 3;
    await planner.fileSheet.getByLabel("Choose a file").setInputFiles({ name: "later.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(later)) });
    const told = planner.scope.getByRole("status").filter({ has: page.getByRole("heading", { name: "later.json was added" }) });
    await expect(told).toBeVisible();
    await expect(planner.fileSheet).toHaveCount(0);
    await expect(planner.box("First")).toBeChecked();
    await told.getByRole("button", { name: "Close" }).click();
    await expect(told).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1, name: "Small Award" })).toBeFocused();
  });
});

test("a file that is still read when the sheet closes changes nothing", async ({ planner, page }) => {
  await planner.open();
  await planner.button("Open a file").click();
  await planner.fileSheet.getByLabel("Choose a file").waitFor({ state: "attached" });
  // Closed in the task in which the file is chosen, before any of it can be there.
  await planner.fileSheet.evaluate((sheet, text) => {
    const field = sheet.querySelector("input[type=file]");
    const files = new DataTransfer();
    files.items.add(new File([text], "own.json", { type: "application/json" }));
    field.files = files.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    sheet.querySelector("button").click();
  }, JSON.stringify(small));
  await expect(planner.fileSheet).toHaveCount(0);
  await openFile(planner, "one.json", fileOf(plan("One", ["8607-501"])));
  await planner.takeIn.click();
  await expect(planner.heading("8607-diploma")).toBeFocused();
  await planner.open();
  await expect(page.getByRole("link", { name: "Small Award", exact: true })).toHaveCount(0);
});

for (const [what, name, text, plain] of [
  ["plans", "plans.json", '{"format": "qualification-planner drafts", "schema": 2, "drafts": [{"plan": ', "It is meant to hold plans, but it was changed or cut short since it was saved."],
  ["a catalogue", "own.json", JSON.stringify(small).slice(0, -20), "It is meant to be a catalogue, but it is not as a catalogue has to be."],
]) {
  test(`a damaged file of ${what} is told in plain words first, and the place of the damage after them`, async ({ planner }) => {
    await planner.open();
    await openFile(planner, name, text);
    const came = planner.came(`“${name}” cannot be opened here`);
    await expect(came).toBeFocused();
    const [first, ...others] = await came.getByRole("paragraph").allTextContents();
    expect(first).toContain(plain);
    expect(first).toMatch(/ask (for it again|whoever gave it to you for another)\.$/i);
    expect(others[0]).toBe("Nothing of it was added, and nothing in your plans has changed.");
    expect(others[1]).toMatch(/^line 1, column \d+: the text ends too early/);
    // What is read to who comes upon it ends before the places.
    await expect(came).toHaveAccessibleDescription(new RegExp(`^${plain}.*nothing in your plans has changed\\.$`));
  });
}
