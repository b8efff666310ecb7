// How many taps the main jobs take, by finger, by mouse, and whether the keyboard alone does them too. What is counted
// is every press that the page sees; going to what is out of view takes none.

import { qualification } from "./support/facts.mjs";
import { HANDS, Hand } from "./support/hand.mjs";
import { byTurns } from "./support/runs.mjs";
import { expect, test } from "./support/test.mjs";

/** Plans that are met with their last unit and not before, in the order in which Tab comes to them. */
const PLANS = {
  "8607-award": ["8607-520", "8607-518"],
  "8607-certificate": ["8607-503", "8607-501", "8607-400", "8607-415"],
  "8607-diploma": ["8607-521", "8607-519", "8607-409", "8607-403"],
};

for (const [at, [name, { by, use }]] of Object.entries(HANDS).entries()) {
  test.describe(`with ${name}`, () => {
    test.use(use);

    // One size a hand from day to day.
    for (const id of byTurns(["8607-certificate", "8607-diploma"], at)) {
      test(`from the start to a plan of the ${id} that is met: at most 6 taps, its size chosen and each unit picked by hand`, async ({ planner }) => {
        const hand = await Hand.at(planner, by);
        await planner.open();
        await hand.choose(planner.scope.getByRole("group", { name: "Size" }), qualification(id).size);
        await hand.press(planner.card(id).getByRole("link"));
        await expect(planner.heading(id)).toBeFocused();
        await met(planner, hand, id);
        await hand.took(6);
      });
    }

    test("from the link to an award to a plan that is met, which is printed with 1 tap and given away with 2", async ({ planner, page, context }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.addInitScript(() => {
        window.printed = 0;
        window.print = () => (window.printed += 1);
      });
      const hand = await Hand.at(planner, by);
      await planner.open("8607-award");
      await met(planner, hand, "8607-award");
      await hand.took(2);

      await hand.press(planner.button("Print"));
      await expect.poll(() => page.evaluate(() => window.printed)).toBe(1);
      await hand.took(1);

      await hand.press(planner.button("Share").first());
      const link = planner.sheet.getByLabel("Link to this plan");
      await expect(link).toHaveValue(/#qp=/);
      await expect(planner.sheet.getByRole("img", { name: "QR code of the link" })).toBeVisible();
      await hand.press(planner.button("Copy"));
      await expect(planner.sheet.getByText("The link is on the clipboard.")).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue());
      await hand.took(2);
    });

    test("from the link to a plan that is met by the fewest hours: 2 taps", async ({ planner }) => {
      const hand = await Hand.at(planner, by);
      await planner.open("8607-certificate");
      await hand.press(planner.primary);
      await hand.press(planner.ways.first());
      await expect(planner.state).toHaveText(/^\S*Met: Complete/);
      await expect(planner.box("8607-524")).toBeChecked();
      await expect(planner.box("8607-404")).toBeChecked();
      await hand.took(2);
    });

    test("a plan that is broken is put right with 1 tap", async ({ planner }) => {
      const hand = await Hand.at(planner, by);
      await planner.open("8607-certificate");
      for (const code of ["8607-400", "8607-401"]) await hand.tick(code);
      await expect(planner.state).toHaveText(/^\S*Broken: /);
      await hand.took(2);

      await hand.press(planner.primary);
      await expect(planner.state).toHaveText(/^\S*Met: Complete/);
      await hand.took(1);
    });
  });
}

/** Picks the units of its plan; with the last it is met. */
async function met(planner, hand, id) {
  for (const code of PLANS[id]) {
    await expect(planner.state).toHaveText(/^Open: /);
    await hand.tick(code);
  }
  await expect(planner.state).toHaveText(/^\S*Met: Complete/);
}
