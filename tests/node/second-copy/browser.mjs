// A browser as the second copy sees one: tabs that share a localStorage which is written to disk late, an
// IndexedDB that does one thing after the other and may fail in several ways, and a clock that stands until
// it is moved. Whoever plays with it decides what comes next; nothing happens by itself.

import assert from "node:assert/strict";

export const ROOT = "qualification-planner/";
const LIFE = "qualification-planner-life";

/** What becomes of IndexedDB: it works, lets nobody in, has no room, gives up at the end, or never answers. */
export const MODES = ["well", "refused", "full", "full at the end", "given up", "hung"];

/** Lets everything run that waits for nothing outside. */
export const settled = () => new Promise((done) => setImmediate(done));

export class Browser {
  local = new Map();
  disk = new Map();
  copy = new Map();
  now = 1_000_000;
  writtenAt = this.now;
  mode = "well";
  /** Counts whatever may keep a copy from being made. */
  troubles = 0;
  kills = 0;
  numbers = 0;
  /** How many letters localStorage has room for. */
  room = Infinity;
  tabs = [];
  #waiting = []; // transactions, the first of which goes on
  #timers = [];

  /** @param protocol the module under test */
  constructor(protocol) {
    this.protocol = protocol;
  }

  open() {
    const tab = new Tab(this);
    this.tabs.push(tab);
    return tab;
  }

  /** The tab ends at once: what it has begun in IndexedDB is given up. */
  close(tab) {
    this.tabs = this.tabs.filter((one) => one !== tab);
    this.#waiting = this.#waiting.filter((one) => one.tab !== tab);
    this.#timers = this.#timers.filter((one) => one.tab !== tab);
  }

  /** Everything ends, and localStorage is what it was when it was last written. */
  kill() {
    for (const tab of this.tabs) this.close(tab);
    this.local = new Map(this.disk);
    this.kills += 1;
  }

  /** The site’s data go, as a browser’s settings offer. */
  forget() {
    this.local.clear();
    this.disk.clear();
    this.copy = new Map();
    const [now] = this.#waiting;
    if (now?.view) this.#waiting.shift().failed(new Error("the data are gone"));
  }

  write() {
    // The number of this life follows the first save at once. Nothing is written between the two: a browser does so
    // in one of some thousand cases, and it takes a deletion and a kill in the next seconds for a loss of that.
    if (!this.local.has(LIFE) && [...this.local.keys()].some((key) => key.startsWith(ROOT))) return;
    this.disk = new Map(this.local);
    this.writtenAt = this.now;
  }

  set(key, text) {
    const taken = [...this.local].reduce((sum, [other, text]) => sum + (other === key ? 0 : other.length + text.length), 0);
    if (taken + key.length + text.length > this.room) throw new Error("there is no room");
    this.local.set(key, text);
  }

  become(mode) {
    this.mode = mode;
    this.troubles += 1;
  }

  /** Moves the clock. A browser writes localStorage a minute after a change at the latest. */
  async pass(milliseconds) {
    const until = this.now + milliseconds;
    for (;;) {
      const [next] = this.#timers.sort((one, other) => one.at - other.at);
      if (!next || next.at > until) break;
      this.#timers.shift();
      this.now = next.at;
      next.done();
      await settled();
    }
    this.now = until;
    if (this.now - this.writtenAt > 60_000) this.write();
  }

  wait(tab, milliseconds) {
    return new Promise((done) => this.#timers.push({ tab, at: this.now + milliseconds, done }));
  }

  transact(tab, act) {
    return new Promise((done, failed) => this.#waiting.push({ tab, act, done, failed }));
  }

  get isBusy() {
    return this.#waiting.length > 0 && this.mode !== "hung";
  }

  /** One step of the transaction that is at work, or of the next. */
  async step() {
    const [now] = this.#waiting;
    const end = (how, value) => {
      this.#waiting.shift();
      how(value);
    };
    if (this.mode === "refused") end(now.failed, new Error("nobody is let in"));
    else if (!now.view) {
      now.view = new Map(this.copy);
      now.asked = [];
      (async () => now.act(this.#store(now)))().then(
        () => Object.assign(now, { isDone: true }),
        (error) => Object.assign(now, { error, isDone: true }),
      );
    } else if (now.asked.length) now.asked.shift()();
    else if (now.isDone) {
      const isFull = this.mode === "full at the end" && now.isPut;
      if (now.error) end(now.failed, now.error);
      else if (isFull || this.mode === "given up") end(now.failed, new Error("given up"));
      else {
        this.#commit(now.view);
        end(now.done);
      }
    } else assert.fail("a transaction waits for something outside, and would have ended");
    await settled();
  }

  #store(now) {
    return {
      all: () => new Promise((done) => now.asked.push(() => done(new Map(now.view)))),
      get: (key) => new Promise((done) => now.asked.push(() => done(now.view.get(key)))),
      put: (text, key) => {
        if (this.mode === "full") throw new Error("there is no room");
        now.isPut = true;
        now.view.set(key, text);
      },
      delete: (key) => now.view.delete(key),
      clear: () => now.view.clear(),
    };
  }

  /** Called with the copy before and after each change. */
  watch = () => {};

  #commit(view) {
    this.watch(this.copy, view);
    this.copy = view;
  }
}

/** A page with the second copy, and with one planner, which tells and hears as src/app does. */
class Tab {
  #heard = new Map();
  openedAt;
  isOpened = false;
  savedAt = null; // when it began to say “Saving…”

  constructor(browser) {
    this.browser = browser;
    this.openedAt = browser.now;
    this.page = browser.protocol.secondCopy(this.#adapter());
    this.page.opened.then(() => (this.isOpened = true));
  }

  #adapter() {
    const { browser } = this;
    return {
      all: () => new Map([...browser.local].filter(([key]) => key.startsWith(ROOT))),
      get: (key) => browser.local.get(key) ?? null,
      set: (key, text) => {
        assert.ok(!browser.local.has(key), `${key} stands in localStorage, and something is put in its place`);
        browser.set(key, text);
      },
      remove: (key) => browser.local.delete(key),
      transact: (act) => browser.transact(this, act),
      isRefused: () =>
        browser.transact(this, () => false).catch((error) => {
          if (browser.mode === "refused") return true;
          throw error;
        }),
      number: () => `${(browser.numbers += 1)}`,
      wait: (milliseconds) => browser.wait(this, milliseconds),
      hear: (name, heard) => this.hear(name, heard),
      tell: (name) => this.tell(name),
    };
  }

  hear(name, heard) {
    this.#heard.set(name, [...(this.#heard.get(name) ?? []), heard]);
  }

  tell(name, key) {
    for (const heard of this.#heard.get(name) ?? []) heard({ key });
  }
}
