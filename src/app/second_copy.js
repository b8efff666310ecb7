/**
 * The second copy of what the planner keeps, in IndexedDB: read docs/decisions/second-copy.md first.
 *
 * Browsers write localStorage to disk late, Chromium up to a minute, so a browser that is killed takes its
 * last changes with it. IndexedDB is written at once. So there are two rules:
 *
 * 1. What a planner of this page writes or removes in localStorage is done to the copy too, and is called
 *    saved after that.
 * 2. A page that opens puts the two in step, before its planners look: localStorage gets what it lacks, and
 *    the copy what is new. Where localStorage is what it was before “Delete everything”, it becomes what the
 *    copy is.
 *
 * Nothing else is compared, so that a host page which clears localStorage, as some do at a logout, takes
 * nothing from the copy.
 */

const ROOT = "qualification-planner/";

/**
 * Under this key both have a number, and “Delete everything” gives the copy another. Where localStorage has one
 * that the copy has not, it is from before that: it came back with a browser that was killed before it had
 * written the deletion.
 */
const LIFE = "qualification-planner-life";

/** So many milliseconds a page waits for its copy before it shows a planner. */
const PATIENCE = 500;

const ours = (texts) => new Map([...texts].filter(([key]) => key.startsWith(ROOT)));

/** Saves of drafts are written once, under keys that are never used again. */
const isSave = (key) => key.includes("/draft/");

/**
 * What a page that opens has to do.
 *
 * @param local what stands in localStorage, text by key
 * @param copy what stands in the copy, text by key
 * @param changed the keys that planners of this page have written or removed already
 * @param isBack whether localStorage is from before everything was deleted: then the copy is right
 * @returns the keys to remove from localStorage, the texts to put there, and the keys to copy
 */
export function opening({ local, copy, changed, isBack }) {
  const differing = [...local].filter(([key, text]) => copy.get(key) !== text && !changed.has(key)).map(([key]) => key);
  const isMissing = ([key, text]) => !changed.has(key) && (isBack ? local.get(key) !== text : !local.has(key));
  // The newest first: there may not be room for all.
  const sequence = ([key]) => Number(key.split("-").pop()) || 0;
  return {
    gone: isBack ? differing : [],
    missing: [...copy].filter(isMissing).sort((one, other) => sequence(other) - sequence(one)),
    fresh: isBack ? [] : differing,
  };
}

/**
 * The second copy of one page. It hears from the planners which key was `written` or `removed`, and when they have
 * `saved`. They hear `copied` once all that they saved is in the copy.
 *
 * @param adapter the way to localStorage, IndexedDB, a clock and the planners: `browserAdapter`, or a test's own
 */
export function secondCopy(adapter) {
  // What planners of this page have done and the copy has not: each key, and whether it was removed.
  const changed = new Map();
  adapter.hear("written", ({ key }) => changed.set(key, false));
  adapter.hear("removed", ({ key }) => changed.set(key, true));
  adapter.hear("saved", saved);

  let isOpen = false;
  // One after the other, so that the end of each says that all before it is in the copy.
  let last = copyAll();
  const opened = Promise.race([last, adapter.wait(PATIENCE)]);

  let saves = 0;
  async function saved() {
    const mine = (saves += 1);
    last = last.then(copyAll);
    // A browser that does not come to an end with it is not waited for.
    await Promise.race([last, adapter.wait(4 * PATIENCE)]);
    if (mine === saves) adapter.tell("copied");
  }

  /** Where there can be no copy, there is none: what has changed waits for the next time. */
  async function copyAll() {
    try {
      if (!isOpen) await open();
      // Where there is no room, what goes needs none.
      if (changed.size) await copy(() => true).catch(() => copy(([, isRemoved]) => isRemoved));
    } catch {
      // The first copy is there all the same.
    }
  }

  async function copy(isWanted) {
    let keys = [];
    const act = async (store) => {
      const life = await store.get(LIFE);
      keys = [...changed].filter(isWanted);
      for (const [key, isRemoved] of keys) {
        changed.delete(key);
        // A page that opened meanwhile may have given a save back; what else is there again was kept anew.
        if (isRemoved && isSave(key)) adapter.remove(key);
        const text = adapter.get(key);
        if (text !== null) store.put(text, key);
        else if (isRemoved) store.delete(key);
        // A copy without a number is a new one: the browser has deleted the site's data meanwhile.
        if (text !== null && life) put(LIFE, life);
      }
    };
    await adapter.transact(act).catch((error) => {
      for (const [key, isRemoved] of keys) if (!changed.has(key)) changed.set(key, isRemoved);
      throw error;
    });
  }

  /** Puts the two in step, and lets the planners know where something came or went. */
  async function open() {
    let isOther;
    await adapter.transact(async (store) => {
      const all = await store.all();
      const local = adapter.all();
      const life = all.get(LIFE) ?? adapter.get(LIFE) ?? adapter.number();
      const isBack = ![life, null].includes(adapter.get(LIFE));
      const { gone, missing, fresh } = opening({ local, copy: ours(all), changed, isBack });
      for (const key of isBack ? [...gone, LIFE] : gone) adapter.remove(key);
      for (const [key, text] of missing) put(key, text);
      for (const key of fresh) changed.set(key, false);
      if (local.size - gone.length + missing.length) put(LIFE, life);
      if (life !== all.get(LIFE)) store.put(life, LIFE);
      isOther = gone.length + missing.length > 0;
    });
    isOpen = true;
    if (isOther) adapter.tell("saved");
  }

  /** Puts a text into localStorage where there is room: the copy has it. */
  function put(key, text) {
    try {
      adapter.set(key, text);
    } catch {
      // It is full, or closed.
    }
  }

  async function deleteNow(deleted) {
    if (await adapter.isRefused()) return;
    const all = new Set(deleted);
    const act = async (store) => {
      for (const key of ours(await store.all()).keys()) all.add(key);
      store.clear();
      store.put(adapter.number(), LIFE);
      adapter.remove(LIFE);
    };
    await adapter.transact(act, { durability: "strict" });
    // A page that was just opening may have given some back.
    for (const key of all) adapter.remove(key);
  }

  const late = (milliseconds) => adapter.wait(milliseconds).then(() => Promise.reject(new Error("late")));

  return {
    /** Done when what was missing is given back, or when that takes long: the planners hear of it then. */
    opened,

    /** Deletes the copy once these keys went from localStorage. Fails where that cannot be done, or not in time. */
    deleteCopies: (deleted) => Promise.race([deleteNow(deleted), late(20 * PATIENCE)]),
  };
}

/** The browser's own. Each call may fail, at any time. */
function browserAdapter() {
  let database;
  const open = () =>
    (database ??= new Promise((done, failed) => {
      const asked = indexedDB.open("qualification-planner", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("texts");
      asked.onerror = () => failed(asked.error);
      asked.onsuccess = () => {
        asked.result.onclose = () => (database = undefined);
        // Whoever deletes the site's data need not wait for us.
        asked.result.onversionchange = () => {
          asked.result.close();
          database = undefined;
        };
        done(asked.result);
      };
    }).catch((error) => {
      database = undefined;
      throw error;
    }));
  const answer = (request) =>
    new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  return {
    all: () => ours(Object.entries(localStorage)),
    get: (key) => localStorage.getItem(key),
    set: (key, text) => localStorage.setItem(key, text),
    remove: (key) => localStorage.removeItem(key),

    /** Does something with the copy, all of it or nothing; done when that is kept. Others wait until then. */
    async transact(act, options = {}) {
      const transaction = (await open()).transaction("texts", "readwrite", options);
      const kept = new Promise((done, failed) => {
        transaction.oncomplete = () => done();
        transaction.onabort = () => failed(transaction.error);
      });
      const store = transaction.objectStore("texts");
      const acting = act({
        all: async () => {
          const [keys, texts] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
          return new Map(keys.map((key, index) => [key, texts[index]]));
        },
        get: (key) => answer(store.get(key)),
        put: (text, key) => store.put(text, key),
        delete: (key) => store.delete(key),
        clear: () => store.clear(),
      });
      try {
        await Promise.all([acting, kept]);
      } catch (error) {
        transaction.abort();
        throw error;
      }
    },

    /** True where the browser lets nobody in, so that there is no copy. */
    isRefused: () =>
      open().then(
        () => false,
        (error) => {
          if (["SecurityError", "InvalidStateError"].includes(error?.name) || !("indexedDB" in window)) return true;
          throw error;
        },
      ),
    number: () => `${Math.random()}`.slice(2),
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    hear: (name, heard) => window.addEventListener(`qualification-planner-${name}`, heard),
    tell: (name) => window.dispatchEvent(new Event(`qualification-planner-${name}`)),
  };
}

let page;
/** The one of this page, from now on. */
export const copyOfPage = () => (page ??= secondCopy(browserAdapter()));
