// Several tabs that change one draft in a random order, each as fast as it can.

import { Planner } from "./support/planner.mjs";
import { between, everything, random, seeds } from "./support/runs.mjs";
import { expectWhole, find, play, shown, stream } from "./support/stream.mjs";
import { expect, servers, test } from "./support/test.mjs";

const QUALIFICATION = "8607-diploma";
const ROUNDS = everything ? 8 : 4;

for (const seed of seeds(everything ? 2 : 1)) {
  const count = 2 + (seed % 2);

  test(`${count} tabs that change a plan at once come to show the same (seed ${seed})`, async ({ planner, context }) => {
    const planners = [planner];
    while (planners.length < count) planners.push(new Planner(await context.newPage(), servers.site));
    for (const one of planners) await one.open(QUALIFICATION);
    // One draft for all: several that begin at once would be several.
    await planner.rename("Begun");
    for (const one of planners) await one.expectName("Begun");

    const all = () => Promise.all(planners.map((one) => shown(one, QUALIFICATION)));
    const controls = await Promise.all(planners.map((one) => find(one, QUALIFICATION)));
    const next = random(seed);
    for (let round = 1; round <= ROUNDS; round++) {
      // One step each, or few, so that the last of one tab falls together with the last of another.
      const lengths = planners.map(() => (round % 2 ? 1 : between(next, 2, 8)));
      // What a step leads to is not known here: another tab may have changed the plan before it.
      const together = { from: Date.now() + 300, free: true };
      const works = lengths.map((length, at) => stream((seed * ROUNDS + round) * 10 + at, QUALIFICATION, length));
      const heard = await Promise.all(planners.map((one, at) => play(one, works[at], { ...together, controls: controls[at] })));
      await Promise.all(heard.map((one, at) => one.reaches(lengths[at])));
      const different = async () => [...new Set(await all())];
      await expect.poll(different, `the plans that are shown after round ${round}`).toHaveLength(1);
      for (const one of planners) await expect(one.saving).toHaveText("Saved in this browser");
    }

    // And it is what is kept.
    const [state] = await all();
    const another = new Planner(await context.newPage(), servers.site);
    await another.open(QUALIFICATION);
    expect(await shown(another, QUALIFICATION), "what opens").toBe(state);
    expect(await all(), "what the tabs show once another is open").toEqual(planners.map(() => state));
    for (const one of [...planners, another]) await expectWhole(one, state);
  });
}
