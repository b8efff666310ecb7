// What the planner keeps in the browser, and ways to spoil it.

import { expect } from "@playwright/test";

/** Everything that the planner keeps, by key. */
export function kept(page) {
  return page.evaluate(() => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith("qualification-planner/"));
    return Object.fromEntries(keys.map((key) => [key, localStorage.getItem(key)]));
  });
}

/** Waits until what is kept of plans has this text in it, or has it no longer: that it is kept is said nowhere. */
export async function keeps(page, text, there = true) {
  const isThere = async () => Object.values(await kept(page)).some((one) => one.includes(text));
  await expect.poll(isThere, `${text} is kept`).toBe(there);
}

/** Everything that stands in `localStorage`, by key. */
export function whole(page) {
  return page.evaluate(() => ({ ...localStorage }));
}

/** The keys of the second copy, but for the number of its life. */
export function copied(page) {
  return page.evaluate(async () => {
    const database = await new Promise((done) => {
      const asked = indexedDB.open("qualification-planner", 1);
      asked.onsuccess = () => done(asked.result);
    });
    const keys = await new Promise((done) => {
      const asked = database.transaction("texts").objectStore("texts").getAllKeys();
      asked.onsuccess = () => done(asked.result);
    });
    database.close();
    return keys.filter((key) => key.startsWith("qualification-planner/"));
  });
}

/** Waits for the second copy to have what the first has; returns its keys. */
export async function inStep(page) {
  const keys = Object.keys(await kept(page)).sort();
  await expect.poll(async () => (await copied(page)).sort()).toEqual(keys);
  return keys;
}

/** Forgets everything that the planner keeps, in both places, as a browser does that clears the site's data. */
export async function forget(page) {
  await page.evaluate(async () => {
    localStorage.clear();
    await new Promise((done) => (indexedDB.deleteDatabase("qualification-planner").onsuccess = done));
  });
}

/** Leaves in `localStorage` what was there at another time, as a browser does that is killed before it has written. */
export function turnBack(page, then) {
  return page.evaluate((then) => {
    localStorage.clear();
    for (const [key, text] of Object.entries(then)) localStorage.setItem(key, text);
  }, then);
}

/** Changes the text of the last save of a draft for a qualification. Returns what stands there then. */
export async function spoil(page, id, change) {
  const saved = () => page.evaluate((id) => Object.values(localStorage).some((text) => text.includes(`"qualification":"${id}"`)), id);
  await expect.poll(saved).toBe(true);
  return page.evaluate(
    ([id, [from, to]]) => {
      const saves = Object.keys(localStorage).filter((key) => {
        return key.includes("/draft/") && localStorage.getItem(key).includes(`"qualification":"${id}"`);
      });
      const sequence = (key) => Number(key.split("-").pop());
      const [key] = saves.sort((one, other) => sequence(other) - sequence(one));
      const text = localStorage.getItem(key).replace(from, to);
      localStorage.setItem(key, text);
      return text;
    },
    [id, change],
  );
}

/** Fills the storage until not one more letter goes in, and makes sure of that. */
export async function fill(page) {
  const refused = await page.evaluate(() => {
    const full = (error) => {
      if (error.name !== "QuotaExceededError") throw error;
      return error.name;
    };
    for (let size = 4 * 1024 * 1024; size >= 1; ) {
      try {
        const old = localStorage.getItem("filler") ?? "";
        localStorage.setItem("filler", old + "x".repeat(size));
      } catch (error) {
        full(error);
        size = Math.floor(size / 2);
      }
    }
    try {
      // The shortest key there is, with one letter.
      localStorage.setItem("", "x");
      return "nothing";
    } catch (error) {
      return full(error);
    }
  });
  expect(refused, "what one more letter is refused with").toBe("QuotaExceededError");
}

export function empty(page) {
  return page.evaluate(() => localStorage.removeItem("filler"));
}

/** Takes the storage away as a browser does: the getter throws. Also fit for an init script. */
export function block() {
  window.realStorage = Object.getOwnPropertyDescriptor(window, "localStorage");
  Object.defineProperty(window, "localStorage", {
    configurable: true,
    get() {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
}

/** Gives it back. */
export function unblock() {
  Object.defineProperty(window, "localStorage", window.realStorage);
}
