// What comes from outside and is wrong: it is said where, what could be read stays, nothing runs.

import { openFile, file, small } from "./support/files.mjs";
import { embed } from "./support/embed.mjs";
import { qualifications } from "./support/facts.mjs";
import { sample } from "./support/runs.mjs";
import { kept } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

const broken = JSON.parse(file("broken/expected.json"));
const LONGEST = 2 * 1024 * 1024;

test.describe("an address", () => {
  for (const [what, fragment, shown] of [
    ["of a qualification that nobody knows", "#/8607-doctorate", "8607-doctorate"],
    ["with a script in it", "#/<img src=x onerror=alert(1)>", "img"],
    ["that is far too long", `#/${"x".repeat(100_000)}`, "x".repeat(80)],
    ["that is no word at all", "#/../%00%ff", "%"],
  ]) {
    test(`${what} is answered in the page, and leads back to the list`, async ({ planner, page }) => {
      await page.goto(planner.address + fragment);
      await expect(page.getByRole("heading", { level: 1, name: "This qualification is not here" })).toBeVisible();
      await expect(page.getByRole("main")).toContainText(shown);
      await expect(page.getByRole("main")).toContainText("Plans in this browser are untouched");
      await planner.button("See all qualifications").click();
      await expect(planner.heading()).toBeFocused();
      await expect(planner.card("8607-diploma")).toBeVisible();
    });
  }
});

test.describe("a catalogue file that a learner opens", () => {
  test.beforeEach(({ planner }) => planner.open());

  test("is added, planned with, and is still there after a reload", async ({ planner, page }) => {
    await openFile(planner, "small.json", JSON.stringify(small));
    await expect(planner.came("small.json was added")).toBeVisible();
    await planner.closeFile();
    await page.getByRole("link", { name: "Small Diploma" }).click();
    await planner.register("2024-12-31"); // A-1 closes with 2025
    await planner.tick("First", "Third");
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await page.reload();
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await planner.open();
    await expect(planner.draft("Plan for the Small Diploma")).toContainText("Complete");
    await expect(planner.card("8607-diploma")).toBeVisible();
  });

  test("and whose rules nobody can meet says so, and is added", async ({ planner, page }) => {
    const hopeless = structuredClone(small);
    hopeless.qualifications[0].rules[0].at_least = 120;
    await openFile(planner, "small.json", JSON.stringify(hopeless));
    const notice = planner.came("small.json was added");
    await expect(notice).toContainText(/Small Award: whoever registers today cannot meet its rules.*At least 120 credits/);
    await expect(page.getByRole("link", { name: "Small Award" })).toBeVisible();
  });

  test("and that has problems shows place and reason of each, and keeps what could be read", async ({ planner, page }) => {
    test.setTimeout(60_000);
    for (const [name, { problems, kept: left }] of sample(Object.entries(broken), 4)) {
      await test.step(name, async () => {
        await openFile(planner, name, file(`broken/${name}`));
        const notice = planner.came(name);
        await expect(notice).toBeVisible();
        const text = await notice.innerText();
        const places = text.match(/\bline \d+, column \d+/g) ?? [];
        expect(places, text).toHaveLength(Math.min(problems.length, 10));
        if (problems.length > 10) expect(text).toContain(`And ${problems.length - 10} more.`);
        for (const id of left ?? []) await expect(page.locator(`a[href="#/${id}"]`)).toBeVisible();
        if (!left?.length) expect(text).toContain("Nothing of it was added, and nothing in your plans has changed.");
        await planner.closeFile();
      });
    }
    for (const { id } of qualifications) await expect(planner.card(id)).toBeVisible();
  });

  const accented = JSON.stringify({ ...small, title: "Catalogue of the café" });
  for (const [what, bytes, isGuessed] of [
    ["UTF-16 with a mark", Buffer.from(`\ufeff${accented}`, "utf16le"), false],
    ["UTF-16 without one", Buffer.from(accented, "utf16le"), false],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${accented}`), false],
    ["Windows-1252, which is said", Buffer.from(accented, "latin1"), true],
  ]) {
    test(`may be ${what}`, async ({ planner, page }) => {
      await openFile(planner, "own.json", bytes);
      const told = planner.came("own.json was added");
      await expect(told).toBeVisible();
      if (isGuessed) await expect(told).toContainText("Read as Windows-1252: check that accents and apostrophes are right.");
      await expect(page.getByRole("heading", { name: "Catalogue of the café" })).toBeVisible();
    });
  }

  for (const [what, text, reason] of [
    ["is not JSON", "qualifications: see the web site", /line 1, column 1: this is no JSON at all: it begins “qualifications: see/],
    ["is a table", "Name,Unit\nAda,8607-501\n", "It is not a plan file. Choose a file that you saved here; it ends in .json."],
    ["is a picture", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"), /It is no text at all/],
    ["is empty", "", "It is not a plan file"],
    ["is longer than a catalogue may be", `{"qualifications":${" ".repeat(LONGEST + 1)}`, /longer than 2 MiB/],
    ["is nested without end", `{"qualifications":${"[".repeat(200_000)}`, /more than 128 brackets/],
  ]) {
    test(`and that ${what} is refused with the reason`, async ({ planner, page }) => {
      await openFile(planner, "own.json", text);
      await expect(planner.came("“own.json” cannot be opened")).toContainText(reason);
      await expect(planner.came("“own.json” cannot be opened")).toContainText("nothing in your plans has changed");
      await expect(planner.card("8607-diploma")).toBeVisible();
      expect(await kept(page)).toEqual({});
    });
  }

  test("and that the browser cannot keep is used until the page is closed, and that is said", async ({ planner, page }) => {
    await page.evaluate(() => (Storage.prototype.setItem = () => {}));
    await openFile(planner, "small.json", JSON.stringify(small));
    await expect(planner.came("small.json")).toContainText("could not keep the file");
    await expect(page.getByRole("link", { name: "Small Award" })).toBeVisible();
  });

  test("and that was damaged in the browser’s storage since is not left out in silence", async ({ planner, page }) => {
    await openFile(planner, "small.json", JSON.stringify(small));
    await expect(planner.came("small.json was added")).toBeVisible();
    await planner.closeFile();
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((key) => key.includes("/catalogue/"));
      localStorage.setItem(key, localStorage.getItem(key).slice(0, 500));
    });
    await page.reload();
    await expect(planner.heading()).toBeVisible();
    await expect(planner.notice("There is a problem with")).toBeVisible();
    const keys = Object.keys(await kept(page)).filter((key) => key.includes("/catalogue/"));
    expect(keys, "the damaged file").toHaveLength(1);
  });
});

test.describe("hostile text", () => {
  const HOSTILE = [
    '<img src=x onerror="window.ran = 1">',
    '"><script>window.ran = 1</script>',
    "javascript:window.ran=1",
    "{{constructor.constructor('window.ran=1')()}}",
  ];

  async function harmless(page) {
    expect(await page.evaluate(() => window.ran)).toBeUndefined();
    await expect(page.locator("img, script:not([src])")).toHaveCount(0);
    await expect(page.locator('[href^="javascript:"], [onerror]')).toHaveCount(0);
  }

  test("in a plan’s name is shown as it is", async ({ planner, page }) => {
    for (const text of HOSTILE) {
      await planner.open("8607-award");
      await planner.rename(text);
      await page.reload();
      await planner.expectName(text);
      await planner.open();
      await expect(planner.drafts).toContainText(text);
      await harmless(page);
    }
  });

  test("in a catalogue file is shown as it is", async ({ planner, page }) => {
    await planner.open();
    for (const [index, text] of HOSTILE.entries()) {
      const catalogue = structuredClone(small);
      const [award] = catalogue.qualifications;
      for (const place of [catalogue.units[0], catalogue.units[2], award, award.groups[0]]) place.title = text;
      for (const key of ["suite", "accreditation_number", "heading", "purpose", "assessment", "designation"]) award[key] = text;
      award.post_nominals = text.slice(0, 40);
      catalogue.source.document = text;
      award.notes = [{ text, heading: text }];
      award.progression = [text];
      award.rules[0].note = text;

      await openFile(planner, `${text.replaceAll("/", "_")}.json`, JSON.stringify(catalogue));
      await planner.button("Close").click();
      await page.getByRole("link", { name: text, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: text, exact: true })).toBeVisible();
      await expect((await planner.rulesAndFacts()).getByText(text).first()).toBeVisible();
      await planner.close();
      await planner.unfold();
      const boxes = planner.scope.getByRole("checkbox", { name: text, exact: true });
      await expect(boxes).toHaveCount(2);
      for (const box of await boxes.all()) {
        if (!(await box.isChecked())) await box.press("Space");
        await expect(box).toBeChecked();
      }
      await expect(planner.summary.getByText(text).first()).toBeVisible();
      await harmless(page);
      if (index < HOSTILE.length - 1) await planner.open();
    }
  });

  test("in the attributes of an element is shown as it is", async ({ page, troubles }) => {
    troubles.expect(/answer 404/, /console error: Failed to load resource.*404/, /console error: The catalogue file .* could not be fetched/);
    await page.goto(`${servers.reader}hosts/bare.html`);
    const planner = await embed(page, { qualification: HOSTILE[0], catalogue: "<img src=x onerror=window.ran=1>", instance: HOSTILE[1] });
    await expect(planner.scope.getByText(HOSTILE[0])).toBeVisible();
    await expect(planner.scope.getByText("could not be loaded")).toBeVisible();
    await harmless(page);
  });
});
