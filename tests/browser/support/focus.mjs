// Where the focus is, and whether a reader can see that.

import { expect } from "@playwright/test";
import { everyPart } from "./inspect.mjs";

/** Presses a key and checks where the focus is after it, once another screen had time to take it. */
export async function press(page, key) {
  const before = await stop(page);
  await page.keyboard.press(key);
  let now;
  const tag = async () => (now = await stop(page)).tag;
  await expect.poll(tag, `${key} loses the focus, which was on ${before.name}`).not.toBe("BODY");
  return now;
}

/** Presses Tab until the focus is on the control of this name. Every stop on the way has to be seen. */
export async function tabTo(page, name, key = "Tab") {
  await everyPart(page);
  const unseen = [];
  for (let stops = 0; stops < 250; stops++) {
    const now = await press(page, key);
    unseen.push(...hidden(now));
    if (!is(now, name)) continue;
    expect.soft(unseen, `stops on the way to ${name} whose focus cannot be seen`).toEqual([]);
    return;
  }
  throw new Error(`no ${key} comes to ${name}`);
}

/** Goes to the row of this name: Tab stops once in a list of units, in which the arrow keys go from row to row. */
export async function rowTo(page, name) {
  await everyPart(page);
  let now = await stop(page);
  const unseen = [];
  for (let lists = 0; lists < 20; ) {
    if (now.isRow) {
      lists += 1;
      now = await press(page, "Home");
      for (let before; now.name !== before; now = await press(page, "ArrowDown")) {
        unseen.push(...hidden(now));
        if (is(now, name)) {
          expect.soft(unseen, `rows on the way to ${name} whose focus cannot be seen`).toEqual([]);
          return;
        }
        before = now.name;
      }
    }
    now = await press(page, "Tab");
    unseen.push(...hidden(now));
  }
  throw new Error(`no list has a row ${name}`);
}

/** Presses Tab, and in a list of units the arrow keys, through all of the page. Where it has stopped, all of which has to be seen. */
export async function walk(page, key = "Tab") {
  await everyPart(page);
  const [names, unseen] = [[], []];
  await page.keyboard.press(key);
  for (let now = await stop(page); now.tag !== "BODY"; now = await stop(page)) {
    names.push(now.name);
    unseen.push(...hidden(now));
    if (now.isRow) {
      const [to, back] = key === "Tab" ? ["ArrowDown", "Home"] : ["ArrowUp", "End"];
      now = await press(page, back);
      for (let before; now.name !== before; now = await press(page, to)) {
        unseen.push(...hidden(now));
        before = now.name;
      }
    }
    expect(names.length, "stops of the page").toBeLessThan(250);
    await page.keyboard.press(key);
  }
  expect.soft(unseen, `stops by ${key} whose focus cannot be seen`).toEqual([]);
  return names;
}

const is = (now, name) => (typeof name === "string" ? now.name === name : name.test(now.name));

/** Why the focus cannot be seen, where that is so. */
function hidden({ name, marked, outside, covered }) {
  const why = [!marked && "has no ring", outside && "is out of view", covered && `is covered by ${covered}`];
  return why.filter(Boolean).map((why) => `${name}: ${why}`);
}

/** The focused element: its name, and whether it is marked, covered by another, or out of view. */
export function stop(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return { tag: "BODY", name: "the page", marked: true, covered: "" };

    const named = element.labels?.[0] ?? element;
    const words = named.matches("label") ? (named.querySelector("span") ?? named) : named;
    const name = (element.getAttribute("aria-label") ?? words.textContent).trim();

    // A ring may be drawn round the element or round the card that it fills.
    const rings = [];
    for (let one = element, depth = 0; one && depth < 4; one = one.parentElement, depth++) {
      // What fills a row with its own box has the ring there.
      const drawn = [getComputedStyle(one), getComputedStyle(one, "::after")];
      const hasRing = ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
      if (drawn.some(hasRing)) rings.push(one);
    }
    // A part of a date field has the browser's own ring, and then the field is not in focus itself.
    const marked = !element.matches(":focus") || rings.some((one) => one.matches(":focus, :has(:focus)"));

    const box = element.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const outside = x < 0 || y < 0 || x > innerWidth || y > innerHeight;
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot?.elementFromPoint(x, y)) {
      const deeper = hit.shadowRoot.elementFromPoint(x, y);
      if (deeper === hit) break;
      hit = deeper;
    }
    const own = [element, ...(element.labels ?? [])];
    const free = outside || own.some((one) => one.contains(hit)) || hit?.contains(element);
    const isRow = element.matches("li input[type=checkbox]");
    return { tag: element.tagName, name, isRow, marked, outside, covered: free ? "" : `${hit?.className || hit?.tagName}` };
  });
}

/** Puts `focusedNow`, `selectedNow` and `moves` into the page: what has the focus, what is selected in it, and what had it in a planner. */
export function lookAtFocus(page) {
  return page.addInitScript(() => {
    const name = (element) => element.id || element.getAttribute("aria-label") || element.textContent.trim().slice(0, 80);
    window.moves = [];
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      const root = attach.call(this, options);
      root.addEventListener("focusin", (event) => window.moves.push(name(event.target)), true);
      return root;
    };
    const focused = () => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element;
    };
    // What promises have to do is done in the task that the page is in: no frame is drawn, no timer runs out and
    // no key is heard before that.
    window.focusedNow = async () => {
      for (let promises = 0; promises < 50; promises++) await undefined;
      const element = focused();
      return element.id || element.textContent.trim().slice(0, 80);
    };
    window.selectedNow = () => {
      const field = focused();
      return field.value.slice(field.selectionStart, field.selectionEnd);
    };
  });
}

/** Activates a control as a key or a click does. What has the focus before the browser does anything else, to which it goes by one way. */
export async function activate(control) {
  const page = control.page();
  const focused = await control.evaluate((element) => {
    element.focus();
    window.moves = [];
    element.click();
    return window.focusedNow();
  });
  expect(await moves(page), `where the focus goes, and is on ${focused} at once`).toHaveLength(1);
  return focused;
}

/** Where the focus has been in planners since this was asked, once the page is quiet. */
export async function moves(page) {
  await everyPart(page);
  return page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames++) await new Promise((done) => requestAnimationFrame(done));
    return window.moves.splice(0);
  });
}
