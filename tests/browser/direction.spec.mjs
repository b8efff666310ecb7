// From right to left: the planner is mirrored where its words, its page or the element say so, and what stands in it is
// read as it is written.

import { embed } from "./support/embed.mjs";
import { overflowing } from "./support/inspect.mjs";
import { expect, servers, test } from "./support/test.mjs";

/** A text is seen as it is written: its letters line by line, from left to right. */
async function reads(locator, written) {
  const seen = await locator.evaluate((one) => {
    const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    const letters = [];
    while (texts.nextNode()) {
      const { data } = texts.currentNode;
      for (let at = 0; at < data.length; at++) {
        const range = document.createRange();
        range.setStart(texts.currentNode, at);
        range.setEnd(texts.currentNode, at + 1);
        const { left, bottom, width } = range.getBoundingClientRect();
        if (width) letters.push([bottom, left, data[at]]);
      }
    }
    const inTurn = ([line, left], [other, right]) => (Math.abs(line - other) > 8 ? line - other : left - right);
    return letters.sort(inTurn).map(([, , letter]) => letter).join("");
  });
  expect(seen.replace(/\s/g, "")).toBe(written.replace(/\s/g, ""));
}

const box = async (locator) => {
  const { x, width } = await locator.boundingBox();
  return { left: x, right: x + width };
};

/** What is written first stands on the right. */
const inOrder = async (...locators) => {
  const boxes = await Promise.all(locators.map(box));
  boxes.slice(1).forEach((one, at) => expect(one.right, `the ${at + 2}. of them`).toBeLessThanOrEqual(boxes[at].left + 1));
};

const direction = (planner) => planner.heading("8607-award").evaluate((one) => getComputedStyle(one.closest(".qp")).direction);

/** What a page translator makes of the planner: letters of another script in elements of its own, codes left alone. */
const translate = (page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector("qualification-planner").shadowRoot, NodeFilter.SHOW_TEXT);
    const all = [];
    while (texts.nextNode()) all.push(texts.currentNode);
    for (const text of all.filter((text) => text.data.trim() && !text.parentElement.closest("[translate=no]"))) {
      const font = document.createElement("font");
      font.textContent = text.data.replace(/[a-z]/gi, (letter) => "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"[letter.toLowerCase().charCodeAt() - 97]);
      text.replaceWith(font);
    }
  });

test("on a page that reads from right to left the planner is mirrored, and its words and figures are read as they are written", async ({ planner, page }) => {
  const turn = () => page.evaluate(() => (document.dir = "rtl"));
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await planner.open("8607-diploma");
    await turn();
    await planner.tick("8607-503", "8607-409");
    const row = planner.row("8607-503");
    const fits = async (where) => expect(await overflowing(page), `${where}, ${width} px`).toEqual([]);

    await fits("the units");
    await inOrder(planner.box("8607-503"), row.getByText("Developing Critical Thinking"), planner.more("8607-503"));
    await expect(planner.more("8607-503").locator("svg")).toHaveCSS("scale", "-1 1");
    await inOrder(planner.button("Plans"), planner.heading("8607-diploma"), planner.button("Share"));
    await reads(planner.heading("8607-diploma"), "Level 5 Diploma in Leadership and Management");
    const segments = planner.progress.locator(".qp-bar-segment");
    expect((await box(segments.first())).right).toBeCloseTo((await box(planner.progress)).right, 0);
    await inOrder(segments.first(), segments.last(), planner.progress.locator(".qp-bar-goal"));
    if (width < 1000) {
      await reads(planner.summary.locator(".qp-my-total"), "19 of 37 credits");
      await reads(row.locator(".qp-unit-figure").first(), "4 credits");
      await inOrder(planner.dock, planner.primary);
      await planner.dock.click();
      await fits("the plan");
    } else {
      await inOrder(row, planner.progress);
    }
    const picked = planner.picked.first();
    await inOrder(picked.getByText("Developing Critical Thinking"), planner.remove("8607-503"));
    await inOrder(...["503", "4 credits", "18 hours"].map((text) => picked.getByText(text, { exact: true })));
    await reads(picked.getByText("18 hours"), "18 hours");

    if (width < 1000) await planner.dock.click();
    await planner.more("8607-503").click();
    await fits("a unit");
    const sheet = planner.details("8607-503");
    await inOrder(sheet.getByRole("heading", { level: 2 }).first(), sheet.getByRole("button", { name: "Close" }));
    await reads(sheet.getByText("8607-503", { exact: true }), "8607-503");
    await planner.close();
    await planner.open();
    await turn();
    await fits("the start");
    await expect(planner.card("8607-award").locator(".qp-scale")).toHaveCSS("scale", "-1 1");
  }
});

test("a page translator’s words turn the planner, and so does the element’s own direction; the host’s does not", async ({ page }) => {
  await page.goto(`${servers.host}hosts/bare.html`);
  await page.evaluate(() => Object.assign(document.documentElement, { lang: "ar", dir: "rtl" }));
  const planner = await embed(page, { qualification: "8607-award" });
  await planner.tick("8607-520");
  expect(await direction(planner)).toBe("ltr");
  for (const [named, to] of [["rtl", "rtl"], ["ltr", "ltr"], ["rtl", "rtl"]]) {
    await planner.withElement((element, named) => (element.dir = named), named);
    await expect.poll(() => direction(planner), named).toBe(to);
  }
  await planner.withElement((element) => element.removeAttribute("dir"));
  await expect.poll(() => direction(planner)).toBe("ltr");
  const total = planner.summary.locator(".qp-my-total");
  await translate(page);
  await inOrder(planner.scope.getByRole("checkbox").first(), planner.progress);
  await inOrder(total.locator("strong"), total.locator("span").first());
  await reads(planner.summary.locator("[translate=no]").getByText("520").last(), "520");
});
