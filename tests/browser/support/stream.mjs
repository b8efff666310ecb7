// A stream of changes to one plan, fired inside the page as fast as it takes them, and what the page
// said of each. What it said is kept outside the page, and so outlives it.

import { expect } from "@playwright/test";
import { credits, qualification } from "./facts.mjs";
import { between, random } from "./runs.mjs";

/** The units that a stream ticks: few, so that they are often ticked and taken out again. */
export const unitsOf = (id) => qualification(id).groups[0].units.slice(0, 12);

/** How many streams were played: each page tells each of its own under a name of its own. */
let plays = 0;

const text = (ticked, name) => `${ticked.join(" ")} | ${name}`;

/** What a planner shows of a stream’s units and of the name, as one text. */
export async function shown(planner, id) {
  const units = unitsOf(id);
  const checked = await Promise.all(units.map((code) => planner.box(code).isChecked()));
  return text(units.filter((_, at) => checked[at]), await nameOf(planner));
}

/** The name of the plan, in the sheet that has it: a stream has it open. */
async function nameOf(planner) {
  if (await planner.name.isVisible()) return planner.name.inputValue();
  let name;
  await planner.inPlans(async () => (name = await planner.name.inputValue()));
  return name;
}

/** The planner shows exactly this, and a total that fits it. */
export async function expectWhole(planner, state) {
  // That two tabs changed the draft at once is said, and no fault.
  await expect(planner.notices.filter({ hasNotText: "Two tabs changed this plan" })).toHaveCount(0);
  await expect(planner.saving).toHaveText(/^(Saved in this browser|Nothing to save yet)$/);
  const ticked = state.split(" | ")[0].split(" ").filter(Boolean);
  await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(ticked)}`);
}

/**
 * Steps, and the state after each: `states[n]` is what step `n` leads to, `states[0]` what is there.
 * No two names are the same, so that states seldom are. No name is followed by a name: whether two
 * are one step to take back is the planner’s to decide.
 */
export function stream(seed, id, length, from = text([], "")) {
  const next = random(seed);
  const units = unitsOf(id);
  const steps = [null];
  const states = [from];
  const before = [];
  const [ticked, name] = from.split(" | ");
  let now = { ticked: new Set(ticked.split(" ").filter(Boolean)), name };
  const step = (what, then) => {
    before.push({ what, now });
    now = then;
  };
  for (let n = 1; n <= length; n++) {
    const chance = next();
    if (chance < 0.2 && before.length > 0) {
      steps.push({ what: "undo" });
      now = before.pop().now;
    } else if (chance < 0.4 && before.at(-1)?.what !== "rename") {
      const name = `Plan ${n} of ${seed}`;
      steps.push({ what: "rename", name });
      step("rename", { ...now, name });
    } else {
      const unit = between(next, 0, units.length - 1);
      const ticked = new Set(now.ticked);
      if (!ticked.delete(units[unit])) ticked.add(units[unit]);
      steps.push({ what: "tick", unit });
      step("tick", { ...now, ticked });
    }
    states.push(text(units.filter((code) => now.ticked.has(code)), now.name));
  }
  return { id, steps, states };
}

/** What a stream takes hold of, found as a reader finds it. It leaves the sheet open that has the name. */
export async function find(planner, id) {
  if (!(await planner.name.isVisible())) await planner.button("Plans").click();
  const boxes = await Promise.all(unitsOf(id).map((code) => planner.box(code).elementHandle()));
  const others = [planner.name, planner.undo, planner.saving].map((one) => one.elementHandle());
  const [name, undo, saving] = await Promise.all(others);
  return { boxes, name, undo, saving };
}

/**
 * Sets a stream going in the page and returns at once with what comes of it.
 * @param every milliseconds from step to step; 0 for as fast as the page can
 * @param from when the first step is taken, so that several pages begin together
 * @param rest the first step and every so many are waited for to be called saved; 0 for none
 * @param controls what `find` found before, which saves the time
 * @param free true where others change the plan too, and no step leads where it would by itself
 */
export async function play(planner, { id, steps, states }, { every = 0, from = 0, rest = 0, controls, free = false } = {}) {
  const heard = new Heard(free ? [] : states);
  const session = await planner.page.context().newCDPSession(planner.page);
  const tell = `tellTest${++plays}`;
  session.on("Runtime.bindingCalled", ({ payload }) => heard.hear(JSON.parse(payload)));
  await session.send("Runtime.enable");
  // A call of it has left the page when it returns. Playwright’s own bindings wait for an answer.
  await session.send("Runtime.addBinding", { name: tell });

  controls ??= await find(planner, id);
  await planner.page.evaluate(inThePage, { ...controls, units: unitsOf(id), steps, every, from, rest, tell });
  return heard;
}

/** What a page said of its stream. */
class Heard {
  /** The last state that was called saved. */
  saved = 0;
  /** When each step was taken. */
  times = [];
  #states;
  #waiting = [];
  #last = 0;
  #trouble;

  constructor(states) {
    this.#states = states;
  }

  hear({ step, at, now, status, trouble }) {
    if (trouble) this.#trouble = trouble;
    else if (step in this.#states && now !== this.#states[step]) this.#trouble = `step ${step} shows “${now}” in place of “${this.#states[step]}”`;
    else {
      this.#last = step;
      this.times[step] = at;
      if (status === "Saved in this browser") this.saved = step;
    }
    for (const waiting of this.#waiting) this.#answer(waiting);
  }

  /** Waits for the page to have taken so many steps. */
  reaches(step) {
    return new Promise((done, failed) => {
      const waiting = { step, done, failed };
      this.#waiting.push(waiting);
      this.#answer(waiting);
    });
  }

  /** Every step led to what it should have. */
  check() {
    if (this.#trouble) throw new Error(this.#trouble);
  }

  #answer({ step, done, failed }) {
    if (this.#trouble) failed(new Error(this.#trouble));
    else if (this.#last >= step) done();
  }
}

/** Runs inside the page, and by itself. */
function inThePage({ units, boxes, name, undo, saving, steps, every, from, rest, tell }) {
  const channel = new MessageChannel();
  const turn = () =>
    new Promise((done) => {
      channel.port1.onmessage = done;
      // A task of its own: by then the page has drawn up what it shows, whatever it has put off to
      // the end of the click.
      if (every) setTimeout(done, every);
      else channel.port2.postMessage(0);
    });

  const take = ({ what, unit, name: typed }) => {
    if (what === "tick") boxes[unit].click();
    else if (what === "undo") undo.click();
    else {
      name.value = typed;
      name.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      name.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };

  const go = async () => {
    while (Date.now() < from) await turn();
    for (let step = 1; step < steps.length; step++) {
      const at = Date.now();
      take(steps[step]);
      await turn();
      const waits = rest && (step === 1 || step % rest === 0);
      while (waits && saving.textContent !== "Saved in this browser") await turn();
      if (![...boxes, name, undo, saving].every((one) => one.isConnected)) throw new Error("the screen was built anew");
      const ticked = units.filter((_, at) => boxes[at].checked);
      const now = `${ticked.join(" ")} | ${name.value}`;
      window[tell](JSON.stringify({ step, at, now, status: saving.textContent }));
    }
  };
  go().catch((error) => window[tell](JSON.stringify({ trouble: error.stack })));
}
