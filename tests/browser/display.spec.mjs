// What readers have set up for themselves: a keyboard over half of a phone, colours of their own, no motion.

import { everyPart } from "./support/inspect.mjs";
import { Planner } from "./support/planner.mjs";
import { expect, servers, test } from "./support/test.mjs";

test.describe("where a phone’s keyboard leaves 400 px", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the first unit that is found stands whole between the head of its group and the plan", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-503");
    await planner.search.tap();
    await planner.search.fill("leadership");
    const first = planner.row("8607-520");
    await expect(first).toBeVisible();
    // It is read in four places, and pressed there: nothing lies over it.
    const whole = () =>
      first.evaluate((row) => {
        const { left, right, top, bottom } = row.getBoundingClientRect();
        const corners = [left + 8, right - 8].flatMap((x) => [top + 2, bottom - 2].map((y) => [x, y]));
        return bottom <= 400 && corners.every(([x, y]) => row.contains(row.getRootNode().elementFromPoint(x, y)));
      });
    // The keyboard lies over the page, or the page becomes as small as what is left.
    await expect.poll(whole, "under the keyboard").toBe(true);
    await page.setViewportSize({ width: 390, height: 400 });
    await expect.poll(whole, "beside the keyboard").toBe(true);
    await expect(planner.search).toBeFocused();
    await expect(planner.search).toBeInViewport({ ratio: 1 });
    await expect(planner.dock).toBeInViewport({ ratio: 1 });
    await first.tap({ position: { x: 150, y: 20 } });
    await expect(planner.box("8607-520")).toBeChecked();
    // So is the next, of another search.
    await planner.search.fill("503");
    await expect(planner.row("8607-520")).toHaveCount(0);
    await expect(planner.row("8607-503")).toBeInViewport({ ratio: 1 });
  });
});

test.describe("where colours are forced", () => {
  test.use({ contextOptions: { forcedColors: "active" } });

  /** The colours of something, or of what stands before its words, and its edge, its ring and the line through it. */
  const look = (locator, part = null) =>
    locator.evaluate((one, part) => {
      const style = getComputedStyle(one, part);
      const { backgroundColor: back, borderTopColor: edge, color, outlineColor: ring, outlineStyle: ringStyle, textDecorationLine: line } = style;
      // A colour of the reader's is told by its name here.
      const colourOf = (name) => {
        const probe = document.body.appendChild(document.createElement("i"));
        probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
        const told = getComputedStyle(probe).color;
        probe.remove();
        return told;
      };
      const strokes = style.backgroundImage.startsWith("linear-gradient") ? colourOf(style.getPropertyValue("--qp-on-group")) : null;
      return { back, color, edge, edgeWidth: parseFloat(style.borderTopWidth), fill: colourOf(style.fill), line, strokes, ring, ringStyle, ringWidth: parseFloat(style.outlineWidth) };
    }, part);

  const brightness = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map((part) => ((part / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const apart = (one, other, what) => {
    const [less, more] = [brightness(one), brightness(other)].sort((a, b) => a - b);
    expect(more / less, `${what}: ${one} on ${other}`).toBeGreaterThanOrEqual(3);
  };

  for (const colorScheme of ["light", "dark"]) {
    test(`the plan is read by shapes and edges, ${colorScheme}`, async ({ planner, page }) => {
      await page.emulateMedia({ forcedColors: "active", colorScheme });
      await planner.open("8607-certificate");
      await planner.unfold();
      const { back } = await look(planner.scope.locator("[part=planner]"));
      const seen = (colour, what) => apart(colour, back, what);
      const segments = planner.progress.locator(".qp-bar-segment");
      const goal = async () => seen((await look(planner.progress.locator(".qp-bar-goal"))).back, "the goal");

      // Open.
      await planner.tick("8607-501", "8607-530");
      await goal();
      const plain = await look(segments.first());
      expect(plain.edgeWidth).toBeGreaterThan(0);
      seen(plain.edge, "the edge of a unit");
      seen((await look(planner.progress)).edge, "the edge of the bar");
      const box = planner.box("8607-501");
      const [ticked, other] = [await look(box), await look(planner.box("8607-502"))];
      apart(ticked.strokes, ticked.back, "a tick");
      expect(ticked.back).not.toBe(other.back);
      seen(other.edge, "the edge of a box");
      // Picked and not counted: no tick, an edge in pieces, figures struck.
      expect((await look(planner.box("8607-530"))).strokes).toBeNull();
      for (const list of [planner.row("8607-530"), planner.picked.filter({ hasText: "530" })]) {
        const parts = await list.evaluate((one) =>
          [one, ...one.querySelectorAll("*")].map((part) => {
            const { borderInlineStartStyle, textDecorationLine } = getComputedStyle(part);
            return `${borderInlineStartStyle} ${textDecorationLine} ${part.textContent}`;
          }),
        );
        expect(parts.filter((part) => part.startsWith("dashed"))).not.toEqual([]);
        expect(parts).toContainEqual(expect.stringMatching(/line-through 5/));
      }
      await box.focus();
      await page.keyboard.press("ArrowDown");
      const ring = await look(planner.box("8607-502"));
      expect([ring.ringStyle, ring.ringWidth]).toEqual(["solid", 3]);
      seen(ring.ring, "the ring of the focus");

      // A sheet has an edge.
      const rules = await planner.rulesAndFacts();
      const sheet = await look(rules);
      expect(sheet.ringWidth).toBeGreaterThan(0);
      apart(sheet.ring, sheet.back, "the edge of a sheet");
      await planner.close();
      // What would be added.
      await planner.help();
      const kinds = await planner.fill.locator(".qp-bar-segment").evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).borderTopStyle))].sort());
      expect(kinds).toEqual(["dashed", "solid"]);
      await planner.button("All units").click();

      // Broken.
      await planner.tick("8607-400", "8607-401");
      await expect(planner.state).toHaveText(/Broken: /);
      await goal();
      const over = await look(planner.progress.locator(".qp-bar-segment--over").first());
      apart(over.back, plain.back, "a unit too many beside the others");
      apart(over.color, over.back, "its code");
      const mark = await look(planner.state.locator(".qp-mark"));
      seen(mark.edge, "the mark of a broken plan");
      seen(mark.color, "its sign");

      // Met.
      await planner.open("8607-award");
      await planner.tick("8607-520", "8607-518");
      await expect(planner.state).toHaveText(/Met: /);
      await goal();
      const met = await look(planner.state.locator(".qp-mark"));
      apart(met.color, met.back, "the mark of a met plan");
      expect((await look(planner.primary)).edgeWidth).toBeGreaterThan((await look(planner.undo)).edgeWidth);

      // The start, with it.
      await planner.open();
      const chip = (name) => look(planner.scope.locator("[part=planner]").getByText(name, { exact: true }).first());
      const chosen = await chip("Any");
      apart(chosen.color, chosen.back, "a chosen level");
      expect(chosen.back).not.toBe((await chip("Award")).back);
      const scale = planner.card("8607-award").locator(".qp-scale");
      seen((await look(scale)).fill, "the size of a qualification");
      seen((await look(planner.drafts.first())).edge, "the edge of a plan");
    });
  }
});

test("nothing moves for readers who want no motion", async ({ browser, troubles }) => {
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 390, height: 844 } });
  troubles.watch(context);
  const page = await context.newPage();
  const planner = new Planner(page, servers.site);
  const still = async (where) => {
    await everyPart(page);
    const moving = await page.evaluate(() => {
      const roots = [document, document.querySelector("qualification-planner").shadowRoot];
      const all = roots.flatMap((root) => [...root.querySelectorAll("*")]);
      const longest = (durations) => Math.max(...durations.split(",").map((one) => parseFloat(one) * (one.trim().endsWith("ms") ? 0.001 : 1)));
      const found = all.flatMap((one) =>
        [null, "::before", "::after", "::backdrop"].flatMap((part) => {
          const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(one, part);
          const moves = longest(transitionDuration) > 0.01 || (animationName !== "none" && longest(animationDuration) > 0.01);
          return moves || scrollBehavior === "smooth" ? [`${one.localName}.${one.className} ${part ?? ""}`] : [];
        }),
      );
      return [...new Set(found), ...document.getAnimations().map((one) => `running: ${one.animationName ?? one.transitionProperty}`)];
    });
    expect(moving, where).toEqual([]);
  };
  await planner.open();
  await still("the start");
  await planner.open("8607-certificate");
  await planner.tick("8607-501");
  await still("the units");
  await planner.dock.click();
  await still("the plan");
  await planner.dock.click();
  await planner.more("8607-501").click();
  await still("a sheet");
  await context.close();
});
