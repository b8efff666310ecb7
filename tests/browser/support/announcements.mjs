// What a screen reader is told while something is done: everything that any live region of the page says, in its order.

import { expect } from "@playwright/test";

/** Listens from before the page begins. The page’s time is held still between the steps: see {@link Announcements.step}. */
export async function listen(page) {
  await page.clock.install({ time: new Date("2026-11-22T12:00:00") });
  await page.addInitScript(record);
  return new Announcements(page);
}

/** A few frames of a page, in milliseconds. */
const FRAMES = 50;

/** By then all is said. */
const LONG = 10_000;

class Announcements {
  #lines = [];

  constructor(page) {
    this.page = page;
  }

  /** From now on time stands still, so that nothing is said between the steps. What was said until now is told as a step of its own. */
  async begin(name) {
    await this.page.clock.pauseAt(new Date("2026-11-22T13:00:00"));
    await this.#take(name);
  }

  /**
   * Does something, waits for what is seen of it, and lets all the time pass in which something may be said of it; or so
   * many milliseconds, where the reader goes on at once.
   */
  async step(name, act, seen, time) {
    await act();
    // What follows from a tick is worked out once that is painted.
    await this.page.clock.runFor(FRAMES);
    await (time === undefined ? this.#until(seen) : seen());
    await this.page.clock.runFor(time ?? LONG);
    await this.#take(name);
  }

  /** What comes with a part of the program, whenever it comes, is drawn in a frame after that. */
  async #until(seen) {
    let isSeen = false;
    const looking = seen().finally(() => (isSeen = true));
    looking.catch(() => {}); // It fails below.
    while (!isSeen) await this.page.clock.runFor(FRAMES);
    await looking;
  }

  /** All steps, each with what was said. */
  get text() {
    return this.#lines.join("\n") + "\n";
  }

  async #take(name) {
    const said = await this.page.evaluate(() => window.said.splice(0));
    this.#lines.push(name, ...(said.length > 0 ? said : ["(nothing)"]).map((line) => `    ${line}`), "");
  }
}

/** Runs in the page. Nothing is said of what is not there for a screen reader: hidden, or behind a dialogue. */
function record() {
  // The clock's timers have numbers that no browser gives, too large for a program of 32 bits.
  const { setTimeout, clearTimeout } = window;
  const timers = [];
  window.setTimeout = (...args) => timers.push(setTimeout(...args));
  window.clearTimeout = (number) => clearTimeout(timers[number - 1]);

  const LIVE = "[role=status], [role=alert], [role=log], [role=timer], [aria-live]:not([aria-live=off]), output";
  const said = (window.said = []);
  const roots = new Set();
  /** The regions that a screen reader has, with what they said last. */
  let there = new Map();

  const observer = new MutationObserver((changes) => look(changes));
  const watch = (root) => {
    if (roots.has(root)) return;
    roots.add(root);
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (how) {
    const root = attach.call(this, how);
    watch(root);
    return root;
  };
  watch(document);

  function look(changes) {
    const written = new Set();
    for (const { type, target } of changes) {
      if (type === "attributes") continue;
      const region = (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(LIVE);
      if (region) written.add(region);
    }
    const before = there;
    there = new Map();
    for (const root of roots) {
      for (const region of root.querySelectorAll(LIVE)) {
        if (!isTold(region)) continue;
        const words = region.innerText.trim().replace(/\s*\n\s*/g, " | ");
        there.set(region, words);
        const role = region.getAttribute("role") ?? `live ${region.getAttribute("aria-live")}`;
        if (!words) continue;
        if (!before.has(region)) said.push(`${role}, which has come: ${words}`);
        else if (before.get(region) !== words) said.push(`${role}: ${words}`);
        else if (written.has(region)) said.push(`${role}, once more: ${words}`);
      }
    }
  }

  function isTold(region) {
    if (!region.checkVisibility({ visibilityProperty: true })) return false;
    const modal = [...roots].map((root) => root.querySelector("dialog:modal")).find(Boolean);
    for (let one = region, root; one; one = one.parentElement ?? root?.host) {
      if (one.inert || one.getAttribute("aria-hidden") === "true") return false;
      if (one === modal) return true;
      root = one.parentElement ? undefined : one.getRootNode();
    }
    return !modal;
  }
}
