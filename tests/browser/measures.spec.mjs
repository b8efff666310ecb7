// Plans that are not counted in credits, and of more groups than two, on the same screens.

import { file, openFile, six, small } from "./support/files.mjs";
import { inspect } from "./support/inspect.mjs";
import { byTurns } from "./support/runs.mjs";
import { expect, test } from "./support/test.mjs";

const OTHER = file("whole/other-measures.json");

/** What each counts, units by title with their figures in it, and what is told of the first unit and of all. */
const PLANS = [
  ["wheel", OTHER, { Throwing: 90, Turning: 30 }, /^90 of 120 (guided learning )?hours/],
  ["stoneware", OTHER, { Stoneware: 16, Slip: 8 }, /^16 of 24 points/],
  ["raku", OTHER, { Raku: 1, Tiles: 1 }, /^1 unit/],
  [small.qualifications[0].id, six, Object.fromEntries([..."ABCDEF"].map((letter) => [`Unit ${letter}`, 2])), /^2 of 12 credits/],
];

// A segment moves to where it stands.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const SIZES = [
  [390, 844],
  [1280, 900],
];
for (const [size, [width, height]] of SIZES.entries()) {
  // One width a plan from day to day.
  for (const [id, text, units, one] of byTurns(PLANS, size)) {
    test(`${id} is planned in its own measure, at ${width} px`, async ({ planner, page }) => {
      await page.setViewportSize({ width, height });
      await planner.open();
      await openFile(planner, "own.json", text);
      await planner.closeFile();
      await page.goto(`${planner.address}#/${id}`);
      const [first, ...others] = Object.keys(units);
      await planner.tick(first);
      await expect(planner.summary.locator(".qp-my-total")).toHaveText(one);
      await expect(planner.state).toHaveText(/^Open: /);
      await planner.tick(...others);
      await expect(planner.state).toHaveText(/^\S*Met: Complete/);
      // Each is as wide as its figure.
      const widths = await planner.summary.locator(".qp-bar-segment").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
      const figures = Object.values(units);
      const unit = widths[0] / figures[0];
      for (const [at, figure] of figures.entries()) expect(Math.abs(widths[at] / unit - figure) / figure).toBeLessThan(0.15);
      await inspect(page);
    });
  }
}
