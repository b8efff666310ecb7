// Plays a life of a browser at random, and holds the second copy to what is promised of it.

import assert from "node:assert/strict";
import { Browser, MODES, ROOT, settled } from "./browser.mjs";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DRAFTS = ["a", "b"];
const GENERATIONS = 3;

/** Numbers from a seed: the same each time. */
function numbers(seed) {
  let state = seed + 0x9e3779b9;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const keyOf = (draft, sequence) => `${ROOT}2//draft/${draft}/w${sequence}-${sequence}`;
const sequenceOf = (key) => Number(key.split("-").pop());
const isSave = (key) => key.includes("/draft/");
const draftOf = (key) => key.split("/draft/")[1].split("/")[0];

/** @param may what happens now and then: `kills` of the browser, and `troubles` of IndexedDB */
export async function play(protocol, seed, turns, may) {
  const life = new Life(protocol, seed, may);
  for (let turn = 0; turn < turns; turn++) {
    await life.turn();
    life.check();
  }
  await life.visit();
}

class Life {
  #number = 0; // of the last save, and of the last change of what has one key for good
  #written = new Set(); // every key there ever was
  #saved = new Map(); // every save that was called saved and has to be there, or one that follows it: its text
  #lasting = new Map(); // the same for what has one key for good
  #removed = new Set(); // for good, by the learner, and that was called saved
  #deleted = new Set(); // with everything else

  constructor(protocol, seed, may) {
    this.may = may;
    this.random = numbers(seed);
    this.browser = new Browser(protocol);
    this.browser.watch = (before, after) => {
      this.#neverOlder(before, after);
      // Where IndexedDB has no room for what follows, what is followed goes from it all the same.
      const isFollowed = (key) => [...after.keys()].some((other) => isSave(other) && draftOf(other) === draftOf(key) && sequenceOf(other) >= sequenceOf(key));
      if (this.browser.troubles) for (const key of this.#saved.keys()) if (!isFollowed(key)) this.#saved.delete(key);
      // What was saved while a deletion was on its way goes with it.
      const [then, now] = [before, after].map((copy) => copy.get("qualification-planner-life"));
      if (then !== now) this.#forget();
    };
    this.#open();
  }

  async turn() {
    const { browser, random } = this;
    const any = browser.tabs[random(browser.tabs.length)];
    // There is a planner once the page has its copy, or has waited long enough.
    const tab = any?.isOpened ? any : undefined;
    const kinds = [
      [40, () => browser.isBusy && browser.step()],
      [16, () => tab && this.#save(tab, DRAFTS[random(DRAFTS.length)])],
      [4, () => tab && this.#keep(tab, ["log", "catalogue/c"][random(2)])],
      [4, () => tab && this.#remove(tab, DRAFTS[random(DRAFTS.length)])],
      [2, () => tab && this.#deleteEverything(tab)],
      [6, () => browser.tabs.length < 3 && this.#open()],
      [3, () => any && browser.close(any)],
      [2, () => this.#clear()],
      [2, () => (browser.room = random(2) ? Infinity : 300 + random(300))],
      [6, () => browser.write()],
      [this.may.kills ? 3 : 0, () => this.#kill()],
      [this.may.troubles ? 2 : 0, () => browser.become(MODES[random(MODES.length)])],
      [3, () => browser.mode !== "well" && browser.become("well")],
      [6, () => browser.pass([10, 100, SECOND, 5 * SECOND, MINUTE][random(5)])],
      [1, () => this.#forgetSite()],
      [1, () => this.visit()],
    ];
    let at = random(kinds.reduce((sum, [weight]) => sum + weight, 0));
    const [, act] = kinds.find(([weight]) => (at -= weight) < 0);
    await act();
    await settled();
  }

  #open() {
    const tab = this.browser.open();
    const told = new Map(); // what it has done: key, and its text or null
    tab.written = new Set();
    tab.taken = new Set(); // what it has removed of what has one key for good
    tab.told = told;
    let since;
    tab.hear("saved", () => {
      tab.savedAt = this.browser.now;
      since = { troubles: this.browser.troubles, at: this.browser.now };
    });
    tab.hear("copied", () => {
      const { browser } = this;
      tab.savedAt = null;
      // Where IndexedDB did not work it is not waited for: then localStorage is all there is.
      if (browser.mode !== "well" || browser.troubles !== since.troubles || browser.now >= since.at + 2 * SECOND) return;
      tab.taken.clear();
      for (const [key, text] of told) {
        told.delete(key);
        if (text === null) this.#removed.add(key);
        else (isSave(key) ? this.#saved : this.#lasting).set(key, text);
      }
    });
    return tab;
  }

  #put(tab, key, text) {
    try {
      this.browser.set(key, text);
    } catch {
      tab.tell("written", key);
      return false;
    }
    this.#written.add(key);
    tab.written.add(key);
    tab.tell("written", key);
    tab.told.set(key, text);
    return true;
  }

  #take(tab, key, isForGood) {
    this.browser.local.delete(key);
    tab.tell("removed", key);
    for (const other of this.browser.tabs) other.told.delete(key);
    this.#lasting.delete(key);
    if (!isSave(key)) tab.taken.add(key);
    if (isForGood) tab.told.set(key, null);
  }

  /** Everything was deleted: nothing is asked any more of what was there, or was on its way. */
  #forget() {
    this.#saved.clear();
    this.#lasting.clear();
    for (const tab of this.browser.tabs) tab.told.clear();
  }

  /** Saves a plan as src/saved_plans does: under a new key, and older saves go. */
  #save(tab, draft) {
    const number = (this.#number += 1);
    if (this.#put(tab, keyOf(draft, number), `save ${number}`)) {
      for (const key of this.#savesOf(draft).slice(GENERATIONS)) this.#take(tab, key, false);
    }
    tab.tell("saved");
  }

  /** Writes what has one key for good. */
  #keep(tab, name) {
    const key = `${ROOT}2//${name}`;
    this.#number += 1;
    if (this.#put(tab, key, `version-${this.#number}`)) {
      // Another page’s word on this key is no longer the last one.
      for (const other of this.browser.tabs) if (other !== tab) other.told.delete(key);
      this.#deleted.delete(key);
      this.#removed.delete(key);
    }
    tab.tell("saved");
  }

  #remove(tab, draft) {
    const saves = this.#savesOf(draft);
    for (const key of [...this.#saved.keys()]) if (draftOf(key) === draft) this.#saved.delete(key);
    for (const key of saves) this.#take(tab, key, true);
    tab.tell("saved");
  }

  async #deleteEverything(tab) {
    const { browser } = this;
    const keys = [...browser.local.keys()].filter((key) => key.startsWith(ROOT));
    const written = [...this.#written];
    this.#forget();
    for (const key of keys) this.#take(tab, key, false);
    const { troubles } = browser;
    tab.deleting = browser.now;
    tab.page.deleteCopies(keys).then(
      () => {
        tab.deleting = undefined;
        // Where the browser lets nobody in, there is no copy that could be reached.
        if (browser.mode === "refused" || troubles !== browser.troubles) return;
        for (const key of written) if (!this.browser.local.has(key)) this.#deleted.add(key);
        tab.tell("saved");
      },
      () => (tab.deleting = undefined),
    );
  }

  /** The page around the planner clears what it takes for its own. */
  #clear() {
    const { copy } = this.browser;
    // What is on its way into the copy goes with it, and so may what that has taken the place of.
    for (const key of this.#saved.keys()) {
      const newer = this.#savesOf(draftOf(key)).filter((save) => sequenceOf(save) > sequenceOf(key));
      if (newer.length && !newer.some((save) => copy.has(save))) this.#saved.delete(key);
    }
    // A page that has removed what another has kept anew takes it for removed.
    for (const tab of this.browser.tabs) for (const key of tab.taken) this.#lasting.delete(key);
    for (const tab of this.browser.tabs) tab.told.clear();
    this.browser.local.clear();
  }

  #forgetSite() {
    this.#forget();
    this.browser.forget();
  }

  #kill() {
    this.browser.kill();
    // A single removal may be undone by that, and what has one key for good may be as it was.
    for (const key of this.browser.local.keys()) this.#removed.delete(key);
    for (const key of this.#lasting.keys()) this.#lasting.set(key, null);
  }

  #savesOf(draft) {
    const keys = [...this.browser.local.keys()].filter((key) => isSave(key) && draftOf(key) === draft);
    return keys.sort((one, other) => sequenceOf(other) - sequenceOf(one));
  }

  /** Where no browser was killed, nothing in the copy becomes older. */
  #neverOlder(before, after) {
    if (this.browser.kills) return;
    for (const [key, text] of after) {
      if (!key.startsWith(ROOT) || !before.has(key)) continue;
      assert.ok(sequenceOf(text.replace(" ", "-")) >= sequenceOf(before.get(key).replace(" ", "-")), `${key} became older in the copy`);
    }
  }

  /** What holds at every moment. */
  check() {
    const { now, tabs } = this.browser;
    for (const tab of tabs) {
      assert.ok(tab.isOpened || now <= tab.openedAt + 500, "a page waits longer than it may for its copy");
      assert.ok(tab.savedAt === null || now <= tab.savedAt + 2 * SECOND, "a save is not called saved");
      assert.ok(tab.deleting === undefined || now <= tab.deleting + 10 * SECOND, "a deletion is waited for too long");
    }
  }

  /** Somebody opens a page where all is well, and looks. */
  async visit() {
    const { browser } = this;
    browser.room = Infinity;
    if (browser.mode !== "well") browser.become("well");
    const drain = async () => {
      await settled();
      while (browser.isBusy) await browser.step();
    };
    await drain();
    // Each page that is open copies what it has to, however often that has failed.
    for (const tab of browser.tabs) tab.tell("saved");
    await drain();
    const { local, copy } = browser;
    for (const tab of browser.tabs) {
      for (const key of tab.written) assert.ok(!isSave(key) || !local.has(key) || copy.has(key), `${key} stays out of the copy`);
    }
    if (browser.tabs.length > 2) browser.close(browser.tabs[0]);
    this.#open();
    await drain();
    const inBoth = [local, browser.copy].map((texts) => [...texts].filter(([key]) => key.startsWith(ROOT)).sort());
    assert.deepEqual(inBoth[0], inBoth[1], "a page that opens puts the two in step");
    for (const [key, text] of local) if (isSave(key)) assert.equal(text, `save ${sequenceOf(key)}`);
    for (const key of this.#saved.keys()) {
      const newest = sequenceOf(this.#savesOf(draftOf(key))[0] ?? "-0");
      assert.ok(newest >= sequenceOf(key), `${key} was called saved, and ${newest} is there`);
    }
    for (const [key, text] of this.#lasting) {
      assert.ok(local.has(key), `${key} was called saved, and is not there`);
      if (text) assert.ok(sequenceOf(local.get(key)) >= sequenceOf(text), `${key} is older than what was called saved`);
    }
    for (const key of [...this.#removed, ...this.#deleted]) {
      assert.ok(!local.has(key) && !browser.copy.has(key), `${key} was deleted, and is there`);
    }
  }
}
