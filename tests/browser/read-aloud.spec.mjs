// What is read aloud of the planning screen: its accessibility tree in every state of a plan, and what is announced while
// a plan is made. The expected texts are in expected/, to be read as somebody hears them.

import { listen } from "./support/announcements.mjs";
import { file, openFile, small } from "./support/files.mjs";
import { everyPart } from "./support/inspect.mjs";
import { block } from "./support/storage.mjs";
import { expect, test } from "./support/test.mjs";
import { tree } from "./support/tree.mjs";
import { expectWritten } from "./support/written.mjs";

const SIZES = { 1280: { width: 1280, height: 900 }, 390: { width: 390, height: 844 } };

/** So much time passes until something was said, in milliseconds, and no more. */
const AT_ONCE = 1_500;

/** Plans, each with what is said of it once it is judged. */
const PLANS = {
  empty: { of: "8604-award", picks: [], says: /^Open: / },
  open: { of: "8607-certificate", picks: ["8607-501", "8607-400"], says: /^Open: / },
  met: { of: "8604-award", picks: ["8604-308", "8604-401"], says: /Met: / },
  // Too much of Group 2, and a unit that does not count.
  broken: { of: "8607-diploma", picks: ["8607-501", "8607-530", "8607-409", "8607-424"], says: /Broken: / },
};

for (const [width, size] of Object.entries(SIZES)) {
  test.describe(`the planning screen at ${width} px is read aloud as expected:`, () => {
    test.use({ viewport: size });

    for (const [name, { of, picks, says }] of Object.entries(PLANS)) {
      test(`a plan that is ${name}`, async ({ planner }) => {
        await planner.open(of);
        await planner.tick(...picks);
        await expect(planner.state).toHaveText(says);
        await reads(planner, `planning-${name}-${width}.yml`);
        if (name !== "broken" || (await planner.undo.isVisible())) return;
        await planner.dock.click();
        await expect(planner.undo).toBeVisible();
        await reads(planner, `planning-${name}-${width}-opened.yml`);
      });
    }

    test("a plan of which it is not known whether it can be met", async ({ planner }) => {
      await planner.open();
      await openFile(planner, "not-known.json", file("not-known.json"));
      await planner.closeFile();
      await planner.scope.getByRole("link", { name: "Made-up Diploma" }).click();
      await expect(planner.state).toContainText("Not worked out: too many ways");
      await reads(planner, `planning-not-known-${width}.yml`);
    });
  });
}

/** A qualification of so many units in one group. */
function longList(many) {
  const units = Array.from({ length: many }, (_, at) => ({ code: `X${1000 + at}`, title: `Unit number ${at + 1}`, level: 4, credits: 2, guided_learning_hours: 9 }));
  const [one] = small.qualifications;
  const group = { id: "one", title: "One", units: units.map((unit) => unit.code) };
  const rule = { id: "overall-credits", kind: "amount", measure: "credits", at_least: 6, heading: "Rules" };
  return { ...small, units, qualifications: [{ ...one, groups: [group], rules: [rule] }] };
}

for (const [width, size] of Object.entries(SIZES)) {
  test.describe(`a list of 700 units at ${width} px`, () => {
    test.use({ viewport: size });

    test("is given to a screen reader row by row, each at its place in a list of so many", async ({ planner, page }) => {
      const long = longList(700);
      await planner.open();
      await openFile(planner, "long.json", JSON.stringify(long));
      await planner.closeFile();
      await planner.scope.getByRole("link", { name: long.qualifications[0].title }).click();
      await expect(planner.search).toBeVisible();
      await everyPart(page);
      const titles = long.units.map((unit) => unit.title);
      expect((await tree(page)).unitLists()).toEqual([titles]);

      // A search in the page comes to the last, and a press anywhere in a row ticks its box.
      const box = page.getByRole("checkbox", { name: "Unit number 690", exact: true });
      expect(await page.evaluate(() => window.find("Unit number 690"))).toBe(true);
      await expect(box).toBeInViewport();
      const row = planner.scope.getByRole("listitem").filter({ has: box });
      const { width: across, height: down } = await row.boundingBox();
      const places = [[across * 0.4, 3], [across - 80, down / 2], [across * 0.4, down - 3], [across * 0.6, down / 2]];
      for (const [at, [x, y]] of places.entries()) {
        await row.click({ position: { x, y } });
        await expect(box).toBeChecked({ checked: at % 2 === 0 });
      }

      await planner.search.fill("number 69");
      await expect(planner.found).toHaveText(/11/);
      expect((await tree(page)).unitLists()).toEqual([titles.filter((title) => title.includes("number 69"))]);
      expect((await tree(page)).faults()).toEqual([]);
    });
  });
}

async function reads(planner, name) {
  await everyPart(planner.page);
  await expect(planner.primary.or(planner.button("Look longer")).first()).toBeVisible();
  await expect(planner.saving).toHaveText(/^(Saved in this browser|Nothing to save yet)$/);
  await expectWritten(name, async () => `${await tree(planner.page)}`);
  expect((await tree(planner.page)).faults()).toEqual([]);
}

for (const [width, size] of Object.entries(SIZES)) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: size });

    test("each state of a plan is announced once, and so is a unit that does not count", async ({ planner, page, context }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const said = await listen(page);
      const states = (words) => () => expect(planner.state).toHaveText(words);
      const achieved = (is) => () => expect(planner.achieved("8607-530")).toHaveAttribute("aria-pressed", `${is}`);
      const closed = () => expect(planner.scope.getByRole("dialog")).toHaveCount(0);
      /** What is done in “My plan”, which is opened for that where it is docked. */
      const inPlan = async (act) => {
        const isDocked = await planner.dock.isVisible();
        if (isDocked) await planner.dock.click();
        await act();
        if (isDocked) await planner.dock.click();
      };
      await planner.open("8607-certificate");
      await states(/^Open: /)();
      await said.begin("The planner is opened");
      planner.clockIsHeld = true;

      await said.step("Managing Improvement is ticked", () => planner.tick("8607-501"), states(/^Open: /));
      await said.step("two more are ticked, one at once after the other", () => planner.tick("8607-503", "8607-400"), states(/^Open: /));
      await said.step("the last one is ticked", () => planner.tick("8607-415"), states(/Met: /));
      await said.step("one too many is ticked", () => planner.tick("8607-401"), states(/Broken: /));
      await said.step("Undo", () => inPlan(() => planner.undo.click()), states(/Met: /));
      await said.step("Redo", () => inPlan(() => planner.redo.click()), states(/Broken: /));
      await said.step("the plan is put right", () => planner.primary.click(), states(/Met: /));
      await said.step("a unit is removed in My plan", () => inPlan(() => planner.remove("8607-503").click()), states(/^Open: /));

      await said.step("the units that are closed are unfolded", () => planner.unfold(), () => expect(planner.row("8607-530")).toBeVisible());
      await said.step("one of them is ticked", () => planner.tick("8607-530"), () => expect(planner.row("8607-530")).toContainText("Not counted"));
      await said.step("it was achieved before", () => planner.achieved("8607-530").click(), achieved(true));
      await said.step("it was not", () => planner.achieved("8607-530").click(), achieved(false));
      await said.step("the unit that has replaced it is chosen", () => planner.row("8607-530").getByRole("button", { name: "Choose 550" }).click(), states(/Met: /));

      await said.step("a search finds nothing", () => planner.search.fill("no such unit"), () => expect(planner.button("Show all units")).toBeVisible());
      await said.step("another finds some", () => planner.search.fill("coach"), () => expect(planner.row("8607-501")).toBeHidden());
      await said.step("one of them is taken out", () => planner.untick("8607-550"), states(/^Open: /));
      await said.step("and ticked again", () => planner.tick("8607-550"), states(/Met: /));
      await said.step("the search is emptied", () => planner.search.fill(""), () => expect(planner.row("8607-501")).toBeVisible());

      await said.step("the rules are opened", () => planner.button("Rules and facts").click(), () => expect(planner.scope.getByRole("dialog").getByRole("heading", { name: "Source" })).toBeVisible());
      await said.step("and closed", () => planner.close(), closed);
      await said.step("a unit is opened", () => planner.more("8607-530").click(), () => expect(planner.details("8607-530")).toContainText("Your centre has the full unit."));
      const have = planner.details("8607-530").getByRole("button", { name: "I already have 530" });
      await said.step("it was achieved before", () => have.click(), () => expect(have).toBeHidden());
      await said.step("it is closed", () => planner.close(), closed);
      await said.step("the plans are opened", () => planner.button("Plans").click(), () => expect(planner.registered).toBeVisible());
      await said.step("a day of registration before which 550 was not there", () => planner.registered.fill("2020-06-30"), () => expect(planner.registered).toHaveValue("2020-06-30"));
      await said.step("they are closed", () => planner.close(), closed);
      // Who goes on at once hears nothing twice either.
      await said.step("a unit is taken out", () => planner.untick("8607-415"), states(/Met: /), AT_ONCE);
      await said.step("at once another one is opened", () => planner.more("8607-501").click(), () => expect(planner.details("8607-501")).toContainText("Your centre has the full unit."), AT_ONCE);
      const take = planner.details("8607-501").getByRole("button", { name: "Remove from my plan" });
      await said.step("and taken out there", () => take.click(), () => expect(take).toBeHidden(), AT_ONCE);
      await said.step("at once it is closed", () => planner.close(), closed);
      await said.step("the plan is shared", () => planner.button("Share").first().click(), () => expect(planner.sheet.getByLabel("Link to this plan")).toHaveValue(/#qp=/));
      await said.step("its link is copied", () => planner.button("Copy").click(), () => expect(planner.sheet.getByText("The link is on the clipboard.")).toBeVisible());
      await said.step("the sheet is closed", () => planner.closeShare(), closed);
      await said.step("all units are cleared", () => planner.clear(), states(/^Open: /));
      await expectWritten("announcements.txt", () => said.text);
    });

    test("that a plan is not saved is announced once", async ({ planner, page }) => {
      await page.addInitScript(block);
      const said = await listen(page);
      await planner.open("8604-award");
      await expect(planner.state).toHaveText(/^Open: /);
      await said.begin("The planner is opened where nothing can be kept");
      planner.clockIsHeld = true;
      await said.step("a unit is ticked", () => planner.tick("8604-308"), () => expect(planner.notice("Your plan is not saved")).toBeVisible());
      await said.step("another one is", () => planner.tick("8604-401"), () => expect(planner.state).toHaveText(/Met: /));
      await expectWritten("announcements-not-saved.txt", () => said.text);
    });
  });
}
