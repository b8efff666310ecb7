// A tab that ends in the middle of the work: what was called saved is there in the next one.

import { Planner } from "./support/planner.mjs";
import { between, everything, random, seeds } from "./support/runs.mjs";
import { expectWhole, play, shown, stream } from "./support/stream.mjs";
import { expect, servers, test } from "./support/test.mjs";

const QUALIFICATION = "8607-diploma";

/** Ends a tab, and waits until it has ended. */
const WAYS = {
  // On a thread of its own, so in the middle of whatever the page is doing.
  "a crash": (page) => crashed(page, async () => (await page.context().newCDPSession(page)).send("Page.crash")),
  // Between two tasks of the page.
  "a crash of the page’s own thread": (page) => crashed(page, () => page.goto("chrome://crash")),
  "a kill of the tab’s process": (page) => crashed(page, () => page.goto("chrome://kill")),
  "the tab is closed": (page) => Promise.all([page.waitForEvent("close"), page.close()]),
  "the tab is closed the way a user does": (page) =>
    Promise.all([page.waitForEvent("close"), page.close({ runBeforeUnload: true })]),
  "another page is opened in the tab": (page) => page.goto("about:blank"),
};

for (const seed of seeds(everything ? Object.keys(WAYS).length : 2)) {
  const [way, end] = Object.entries(WAYS)[seed % Object.keys(WAYS).length];

  test(`what was called saved is there after: ${way} (seed ${seed})`, async ({ planner, page, context }, info) => {
    await planner.open(QUALIFICATION);
    const work = stream(seed, QUALIFICATION, 3000, await shown(planner, QUALIFICATION));
    const heard = await play(planner, work, { rest: between(random(seed), 1, 20) });
    await heard.reaches(between(random(-seed), 1, 400));
    await end(page);

    const next = new Planner(await context.newPage(), servers.site);
    await next.open(QUALIFICATION);
    heard.check();
    const opened = await shown(next, QUALIFICATION);
    const { saved } = heard;
    const found = work.states.indexOf(opened, saved);
    info.annotations.push({ type: "states", description: `${saved} was called saved last, ${found} opened` });
    expect(saved, "something was called saved").toBeGreaterThan(0);
    expect(found, `“${work.states[saved]}” was called saved (state ${saved}), “${opened}” opened`).toBeGreaterThanOrEqual(saved);
    await expectWhole(next, opened);

    // And the work goes on.
    const more = stream(seed, QUALIFICATION, 5, opened);
    const onward = await play(next, more);
    await onward.reaches(5);
    await expect(next.saving).toHaveText("Saved in this browser");
    expect(await shown(next, QUALIFICATION)).toBe(more.states[5]);
    await next.open();
    await expect(next.drafts).toHaveCount(1);
  });
}

async function crashed(page, act) {
  const crash = page.waitForEvent("crash");
  // What asks for it is never answered.
  act().catch(() => {});
  await crash;
}
