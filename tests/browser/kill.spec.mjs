// A browser that is killed, all of it, in the middle of the work, and started again on its profile.
//
// What was called saved has been given to the browser, which writes it to disk when it sees fit.
// Chromium writes localStorage five seconds after the first change. After that it holds itself to sixty
// writes an hour for each site, counted from when the site was opened: who edits all the time has a
// write a minute. The planner’s second copy, in IndexedDB, is written at once, so that the last moment
// is all that may be missing. What is measured stands beside each run.

import { rmSync } from "node:fs";
import { launch, kill } from "./support/browser.mjs";
import { Planner } from "./support/planner.mjs";
import { between, everything, random, seeds } from "./support/runs.mjs";
import { expectWhole, find, play, shown, stream } from "./support/stream.mjs";
import { expect, servers, test } from "./support/test.mjs";

const QUALIFICATIONS = ["8607-diploma", "8607-award"];
const SECOND = 1000;
/** “The last seconds”: much more than it takes, for a busy machine. */
const LAST = 3 * SECOND;

/** How long the work goes on, what is waited for before the kill, and how soon steps follow. */
const KINDS = {
  "in the middle of the work": { every: 20, steps: 2000, until: (next) => between(next, 0.2 * SECOND, (everything || process.env.QP_RUNS ? 9 : 3) * SECOND) },
  "after a rest": { every: 0, steps: 20, rest: true },
};
const LONG = { every: 50, steps: 6000, until: (next) => between(next, 60 * SECOND, 100 * SECOND) };

for (const seed of seeds(1)) {
  // Long runs only where there are many.
  const long = process.env.QP_RUNS && seed % 20 === 0;
  const [kind, { every, steps, until, rest }] = long
    ? ["in the middle of long work", LONG]
    : Object.entries(KINDS)[seed % 3 === 2 ? 1 : 0];

  test(`every plan is whole after the browser is killed ${kind} (seed ${seed})`, async ({ troubles }, info) => {
    // Most of it is for a busy machine.
    test.setTimeout(600 * SECOND);
    const next = random(-seed);
    const profile = info.outputPath("profile");
    const start = async () => {
      const context = await launch(info, profile);
      troubles.watch(context);
      const pages = [context.pages()[0], await context.newPage()];
      const planners = pages.map((page) => new Planner(page, servers.site));
      const opened = Date.now();
      await Promise.all(planners.map((planner, at) => planner.open(QUALIFICATIONS[at])));
      return { context, planners, opened };
    };
    const each = (act) => Promise.all(QUALIFICATIONS.map((id, at) => act(id, at)));

    // A first life, which ends well, so that there is something to lose. How much of it is kept is
    // not asked here: Playwright kills a browser that takes its time to close.
    const first = await start();
    const begun = await each(async (id, at) => {
      const work = stream(seed + 1000, id, 20, await shown(first.planners[at], id));
      await (await play(first.planners[at], work)).reaches(20);
      return work;
    });
    await first.context.close();

    const second = await start();
    const kept = await each((id, at) => shown(second.planners[at], id));
    for (const [at, { states }] of begun.entries()) expect(states, "states of the first life").toContain(kept[at]);
    const works = await each((id, at) => stream(seed, id, steps, kept[at]));
    const controls = await each((id, at) => find(second.planners[at], id));
    const heard = await each((id, at) => play(second.planners[at], works[at], { every, controls: controls[at] }));
    await Promise.all(heard.map((one) => one.reaches(rest ? steps : 1)));
    const last = Math.max(...heard.map(({ times }) => times.at(-1)));
    const moment = rest ? last + LAST : Date.now() + until(next);
    await expect.poll(() => Date.now(), { timeout: 60 * SECOND + LONG.steps * LONG.every, intervals: [10] }).toBeGreaterThan(moment);
    heard.forEach((one) => one.check());
    const { at: end, processes } = await kill(second.context, profile);
    expect(processes, "the browser and its children").toBeGreaterThan(3);

    const third = await start();
    const found = await each(async (id, at) => {
      const state = await shown(third.planners[at], id);
      await expectWhole(third.planners[at], state);
      return works[at].states.lastIndexOf(state);
    });
    // The first change that is missing, by how long before the kill it was made.
    const missing = heard.map(({ times }, at) => (times[found[at] + 1] ? end - times[found[at] + 1] : 0));
    const measured = found.map((step, at) => `state ${step} of ${heard[at].saved}, ${missing[at]} ms missing`);
    info.annotations.push({ type: "lost", description: `killed after ${end - second.opened} ms; ${measured.join("; ")}` });
    for (const [at, id] of QUALIFICATIONS.entries()) {
      expect(found[at], `${id} opens in a state that it was in`).toBeGreaterThanOrEqual(0);
      if (rest) expect(found[at], `${id} lost work of ${LAST} ms before the kill`).toBe(steps);
      expect(missing[at], `${id} lost work of so many milliseconds before the kill`).toBeLessThan(LAST);
    }

    // And the work goes on.
    await each(async (id, at) => {
      const planner = third.planners[at];
      const onward = await play(planner, stream(seed, id, 5, await shown(planner, id)));
      await onward.reaches(5);
      await expect(planner.saving).toHaveText("Saved in this browser");
    });
    // Nothing that came back was taken for the work of another tab.
    await third.planners[0].open();
    await expect(third.planners[0].drafts).toHaveCount(QUALIFICATIONS.length);
    await expect(third.planners[0].scope.getByText(/Conflicting copy/)).toHaveCount(0);
    await third.context.close();
    // Some megabytes, of use only where something failed.
    rmSync(profile, { recursive: true });
  });
}
