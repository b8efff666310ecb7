// A hand that does things in the page, and counts how often it has to tap. The page counts too, so that nothing that was
// pressed in another way is left out.

import { expect } from "@playwright/test";
import { units } from "./facts.mjs";
import { press, rowTo, tabTo } from "./focus.mjs";

/** The ways in which a learner does things. */
export const HANDS = {
  "a finger at 390 px": { by: "finger", use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  "a mouse at 1280 px": { by: "mouse", use: { viewport: { width: 1280, height: 900 } } },
  "the keyboard alone at 390 px": { by: "keyboard", use: { viewport: { width: 390, height: 844 } } },
  "the keyboard alone at 1280 px": { by: "keyboard", use: { viewport: { width: 1280, height: 900 } } },
};

export class Hand {
  #taps = 0;
  #pressed = 0;

  constructor(planner, by) {
    this.planner = planner;
    this.page = planner.page;
    this.by = by;
  }

  /** A hand for a page that nothing was done in yet. */
  static async at(planner, by) {
    const hand = new Hand(planner, by);
    await planner.page.exposeFunction("qpPressed", () => void (hand.#pressed += 1));
    await planner.page.addInitScript(() => {
      const count = (event) => event.isTrusted && window.qpPressed();
      addEventListener("pointerdown", count, true);
    });
    return hand;
  }

  /** It took at most so many taps since this was asked last. */
  async took(most) {
    await expect.poll(() => this.#pressed, "what was pressed in the page, as against what was counted").toBe(this.#taps);
    expect(this.#taps, "taps").toBeLessThanOrEqual(most);
    this.#taps = this.#pressed = 0;
  }

  /** Presses a link or a button. */
  async press(control) {
    if (this.by === "keyboard") {
      await tabTo(this.page, await nameOf(control), await this.#way(control));
      await press(this.page, "Enter");
    } else await this.#tap(control);
  }

  /** Ticks a unit by its title. */
  async tick(code) {
    const { title } = units.get(code);
    if (this.by === "keyboard") {
      await rowTo(this.page, title);
      await press(this.page, "Space");
    } else await this.#tap(this.planner.row(code).getByText(title, { exact: true }));
    await expect(this.planner.box(code)).toBeChecked();
  }

  /** Chooses one of a few chips. */
  async choose(group, name) {
    const radio = group.getByRole("radio", { name, exact: true });
    if (this.by === "keyboard") {
      const chosen = group.getByRole("radio", { checked: true });
      await this.#presses(await this.#way(chosen), () => has(chosen));
      await this.#presses("ArrowRight", () => radio.isChecked());
    } else await this.#tap(group.getByText(name, { exact: true }));
    await expect(radio).toBeChecked();
  }

  async #tap(control) {
    this.#taps += 1;
    await (this.by === "finger" ? control.tap() : control.click());
  }

  /** Presses a key until that is so. */
  async #presses(key, isSo) {
    for (let times = 0; !(await isSo()); times++) {
      expect(times, `${key} comes to it`).toBeLessThan(100);
      await press(this.page, key);
    }
  }

  /** Whether Tab comes to it, or Tab backwards. */
  #way(control) {
    return control.evaluate((to) => {
      const now = to.getRootNode().activeElement;
      const isBefore = now && now.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING;
      return isBefore ? "Shift+Tab" : "Tab";
    });
  }
}

/** It has the focus. */
const has = (control) => control.evaluate((one) => one.getRootNode().activeElement === one);

/** The name by which the walks with the keyboard know a control. */
function nameOf(control) {
  return control.evaluate((one) => (one.getAttribute("aria-label") ?? one.textContent).trim());
}
