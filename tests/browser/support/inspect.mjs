// A screen as it is, held against the rules of accessibility: by axe-core, and by what axe-core
// does not look at.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "@playwright/test";
import { everything } from "./runs.mjs";

// axe-core itself, as @axe-core/playwright brings it: its builder would send all of axe-core to the
// page before each look, and there are six at every screen.
const require = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules that a change of colours alone can break. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** Between a phone and a desk little is laid out otherwise than on one of them. */
const WIDTHS = everything ? [320, 768, 1280] : [320, 1280];

/**
 * Nothing is found: in light and dark, nothing sticks out, nothing is too small to press.
 * @param axeAt the widths at which axe-core looks from day to day: the widest, where the list and the plan are both in
 *   sight. Everything else is looked at at each.
 * @param within where targets are looked for; what is covered by something open cannot be pressed
 * @param of what is inspected: of a page of another's the planner
 */
export async function inspect(page, { widths = WIDTHS, axeAt = widths.slice(-1), within = "*", of = "html" } = {}) {
  await everyPart(page);
  await page.evaluate(AXE);
  const found = {};
  const note = (where, what) => what.forEach((one) => (found[one] ??= []).push(where));
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await toTop(page);
    await page.emulateMedia({ colorScheme: "light" });
    await settled(page);
    if (everything || axeAt.includes(width)) {
      note(`${width} px`, await violations(page, of, TAGS));
      await page.emulateMedia({ colorScheme: "dark" });
      note(`${width} px dark`, await violations(page, of, COLOURS));
    }
    note(`${width} px`, (await overflowing(page)).map((one) => `sticks out: ${one}`));
    note(`${width} px`, (await small(page, 24, within)).map((one) => `no 24 px to press: ${one}`));
  }
  const list = Object.entries(found).map(([what, where]) => `${what} (${where.join(", ")})`);
  expect(list).toEqual([]);
}

/** Of what a sheet has scrolled away axe-core takes the colours of something else. */
function toTop(page) {
  return page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll("*")].map((one) => one.shadowRoot).filter(Boolean)];
    for (const root of roots) root.querySelectorAll("dialog[open], dialog[open] *").forEach((one) => (one.scrollTop = 0));
  });
}

/** A sheet that another width brings in anew is looked at once it has come: till then its colours are no colours of ours. */
function settled(page) {
  return page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map((one) => one.finished));
  });
}

async function violations(page, of, runOnly) {
  return page.evaluate(async ([of, runOnly]) => {
    const { violations } = await axe.run(of, { preload: false, resultTypes: ["violations"], runOnly });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any, all, none }) => `${id}: ${[...any, ...all, ...none][0]?.message}: ${html.slice(0, 120)}`),
    );
  }, [of, runOnly]);
}

/** Waits for the parts of the program that are on their way: their places are empty until then, or say that one is missing. */
export function everyPart(page) {
  const whole = page.locator(".qp").filter({ hasNotText: "This part of the planner could not be loaded" });
  return expect(whole.locator(".qp-part:empty")).toHaveCount(0);
}

/**
 * What makes the page, or a part that scrolls, scroll sideways: controls and texts that stick out. The line of what narrows the list
 * scrolls by itself, and that its end is cut says so.
 */
export async function overflowing(page) {
  await everyPart(page);
  return page.evaluate(() => {
    const roots = [document.body, ...[...document.querySelectorAll("*")].map((one) => one.shadowRoot).filter(Boolean)];
    const width = document.documentElement.clientWidth;
    const found = new Set();
    for (const root of roots) {
      const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node; (node = nodes.nextNode()); ) {
        const element = node.parentElement;
        if (!element?.checkVisibility() || element.closest(".qp-unseen, .qp-choices")) continue; // for screen readers only
        // A way past what comes before is seen when it has the focus.
        if (element.closest(".qp-skip:not(:focus)") || node.matches?.(".qp-skip:not(:focus)")) continue;
        if (node.nodeType === Node.ELEMENT_NODE && !node.matches("button, input, select, [role=progressbar]")) continue;
        const range = document.createRange();
        range.selectNode(node);
        const out = [...range.getClientRects()].some((box) => box.width > 1 && (box.right > width + 0.5 || box.left < -0.5));
        if (out) found.add(`${element.tagName.toLowerCase()} “${element.textContent.trim().slice(0, 60)}”`);
      }
    }
    for (const root of roots) {
      for (const one of root.querySelectorAll("*")) {
        const scrolls = ["auto", "scroll"].includes(getComputedStyle(one).overflowY);
        if (scrolls && one.scrollWidth > one.clientWidth && !one.matches(".qp-choices")) found.add(`out of ${one.className || one.tagName}, which scrolls sideways`);
      }
    }
    if (document.scrollingElement.scrollWidth > width) found.add(`the page, ${document.scrollingElement.scrollWidth} px wide`);
    return [...found];
  });
}

/** Controls round which no square of so many pixels can be pressed that presses nothing else. */
export async function small(page, least, within = "*") {
  await everyPart(page);
  return page.evaluate(([least, within]) => {
    const roots = [document, ...[...document.querySelectorAll("*")].map((one) => one.shadowRoot).filter(Boolean)];
    const dialog = roots.map((root) => [...root.querySelectorAll("dialog[open]")].at(-1)).find(Boolean);
    const controls = roots
      .flatMap((root) => [...(dialog ?? root).querySelectorAll("a[href], button, input, select, summary")])
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.closest(within))
      .filter((one) => !inASentence(one) && !one.matches(".qp-skip:not(:focus)"));

    return controls.filter((control) => !pressable(control)).map((control) => {
      const { width, height } = control.getBoundingClientRect();
      const name = control.labels?.[0]?.textContent ?? control.textContent;
      return `${control.tagName.toLowerCase()} “${name.trim().slice(0, 40)}”, ${Math.round(width)} × ${Math.round(height)}`;
    });

    /** Such links are as high as their line. */
    function inASentence(one) {
      return one.tagName === "A" && [...one.parentNode.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    }

    function pressable(control) {
      control.scrollIntoView({ block: "center" });
      const own = [control, ...(control.labels ?? [])];
      const boxes = [...own, control.closest("li")].filter(Boolean).map((one) => one.getBoundingClientRect());
      return boxes.some((box) => {
        // A square somewhere in the box: in the middle, or at one of its ends.
        const xs = [box.x + box.width / 2, box.x + least / 2, box.right - least / 2];
        const ys = [box.y + box.height / 2, box.y + least / 2, box.bottom - least / 2];
        return xs.some((x) => ys.some((y) => square(x, y, own)));
      });
    }

    function square(x, y, own) {
      const steps = [-1, 0, 1];
      // Its corners may be round.
      const far = (dx, dy) => (dx && dy ? 0.42 : 0.49) * least;
      return steps.every((dx) => steps.every((dy) => own.some((one) => one.contains(hit(x + dx * far(dx, dy), y + dy * far(dx, dy))))));
    }

    function hit(x, y) {
      let found = document.elementFromPoint(x, y);
      for (let deeper; (deeper = found?.shadowRoot?.elementFromPoint(x, y)) && deeper !== found; ) found = deeper;
      return found;
    }
  }, [least, within]);
}
