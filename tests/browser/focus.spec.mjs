// When the focus moves: with the change that it follows, before anything else is heard. A frame or a timer later a
// key that was pressed in between would go astray, for a reader who is quick as for a test on a busy machine.

import { embed } from "./support/embed.mjs";
import { openFile } from "./support/files.mjs";
import { activate, lookAtFocus, moves } from "./support/focus.mjs";
import { expect, servers, test } from "./support/test.mjs";

const HEADING = "qp-heading";

test.describe("the focus is there in the same task", () => {
  test.beforeEach(({ page }) => lookAtFocus(page));

  test("on the heading of another screen, whichever way it is reached", async ({ planner, page }) => {
    await planner.open();
    expect(await activate(planner.card("8607-award").getByRole("link"))).toBe(HEADING);
    await expect(planner.heading("8607-award")).toBeFocused();
    await planner.button("Plans").click();
    expect(await activate(planner.scope.getByRole("link", { name: "All plans and qualifications" }))).toBe(HEADING);
    await expect(planner.heading()).toBeFocused();
    await activate(planner.card("8607-award").getByRole("link"));
    await planner.tick("8607-501");
    await planner.button("Plans").click();
    await activate(planner.scope.getByRole("link", { name: "All plans and qualifications" }));
    expect(await activate(planner.drafts.getByRole("link"))).toBe(HEADING);
    await expect(planner.heading("8607-award")).toBeFocused();
    await planner.button("Plans").click();
    expect(await activate(planner.button("Start another plan"))).toBe(HEADING);
    await expect(planner.box("8607-501")).not.toBeChecked();
    await expect(planner.plans).toBeHidden();
    for (const way of [planner.button("See all qualifications"), planner.scope.getByRole("link", { name: "Qualification planner" })]) {
      await page.goto(`${planner.address}#/nothing`);
      expect(await activate(way)).toBe(HEADING);
      await expect(planner.heading()).toBeFocused();
    }
  });

  test("on the heading, where the reader goes back or forth in the browser", async ({ planner, page }) => {
    await planner.open();
    await activate(planner.card("8607-award").getByRole("link"));
    for (const [turn, id] of [["back", ""], ["forward", "8607-award"]]) {
      const focused = await page.evaluate(async (turn) => {
        document.querySelector("qualification-planner").shadowRoot.activeElement.blur();
        const turned = new Promise((done) => window.addEventListener("popstate", () => done(window.focusedNow()), { once: true }));
        history[turn]();
        return turned;
      }, turn);
      expect(focused, turn).toBe(HEADING);
      await expect(planner.heading(id)).toBeFocused();
    }
  });

  test("on what can be done with a plan, and on the heading when that is done", async ({ planner }) => {
    await planner.open("8607-award");
    await planner.tick("8607-501");
    await planner.rename("One");
    await planner.open();
    const more = planner.button("More: One");
    expect(await activate(more)).toBe("sheet-title");
    expect(await activate(planner.button("Save the name"))).toBe(HEADING);
    await expect(planner.draft("One")).toHaveCount(1);
    expect(await activate(more)).toBe("sheet-title");
    expect(await activate(planner.button("Delete"))).toBe(HEADING);
    expect(await activate(planner.button("Undo deleting"))).toBe(HEADING);
  });

  test("on what comes of a file, and where that was", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-501");
    await planner.open();
    const { text } = await planner.download(planner.button("Save all plans as a file"));
    const shown = appears(page, "qp-file-came");
    await openFile(planner, "drafts.json", text);
    expect(await shown).toBe("qp-file-came");
    await planner.closeFile();
    await expect(planner.button("Open a file")).toBeFocused();
    const refused = appears(page, "qp-file-came");
    await openFile(planner, "bad.json", "{");
    expect(await refused).toBe("qp-file-came");
  });

  test("on the first of more rows", async ({ planner, page }) => {
    const plan = { qualification: "8607-award", units: [{ code: "8607-520" }] };
    const drafts = Array.from({ length: 60 }, (_, at) => ({ plan: { ...plan, name: `Draft ${at}` } }));
    await planner.open();
    await openFile(planner, "many.json", JSON.stringify({ format: "qualification-planner drafts", schema: 2, drafts }));
    await planner.button("Show the other 10").click();
    await expect(planner.fileSheet.getByRole("listitem").nth(50)).toBeFocused();
  });

  test("on the unit that is taken instead of a closed one, and on the search that shows all again", async ({ planner }) => {
    await planner.open("8607-diploma");
    await planner.unfold();
    await planner.tick("8607-530");
    expect(await activate(planner.row("8607-530").getByRole("button", { name: "Choose 550" }))).toMatch(/^unit-\d+-8607-550$/);
    await planner.search.fill("no such unit");
    expect(await activate(planner.button("Show all units"))).toBe("qp-search");
  });

  for (const width of [390, 1280]) {
    test(`on what opens and what is left, by one way, at ${width} px`, async ({ planner, page }) => {
      await page.setViewportSize({ width, height: 844 });
      const title = "sheet-title";
      /** Opens a sheet, and goes back by Escape to what opened it. */
      const back = async (control) => {
        expect(await activate(control)).toBe(title);
        await page.keyboard.press("Escape");
        expect(await moves(page)).toHaveLength(1);
        await expect(control).toBeFocused();
      };
      await planner.open("8607-certificate");
      await back(planner.button("Plans"));
      await back(planner.button("Rules and facts"));
      await back(planner.more("8607-501"));
      await activate(planner.more("8607-501"));
      const sheet = planner.details("8607-501");
      await sheet.getByRole("button", { name: "Add to my plan" }).press("Enter");
      await expect(sheet.getByRole("button", { name: "Remove from my plan" })).toBeFocused();
      await planner.close();
      await planner.box("8607-502").press("Space");
      await expect(planner.state).toHaveText(/^Open: /);
      await page.evaluate(() => (window.moves = []));
      await planner.box("8607-503").press("Space");
      expect(await moves(page)).toEqual([await planner.box("8607-503").getAttribute("id")]);

      if (width === 390) await planner.dock.click();
      expect(await activate(planner.remove("8607-502"))).toBe("remove-8607-503");
      await back(planner.picked.first().getByRole("button").first());
      expect(await activate(planner.button("Help me fill"))).toBe("qp-pane-title");
      expect(await activate(planner.button("All units"))).toBe("qp-primary");
      await activate(planner.button("Help me fill"));
      await expect(planner.ways.first()).toBeVisible();
      expect(await activate(planner.ways.first())).toBe("qp-state");
      await back(planner.primary);
      if (width === 390) await planner.dock.click();

      await activate(planner.button("Plans"));
      expect(await activate(planner.button("Duplicate this plan"))).toBe(HEADING);
      await activate(planner.button("Plans"));
      expect(await activate(planner.button("Clear all units"))).toBe("qp-state");
      await activate(planner.button("Plans"));
      expect(await activate(planner.button("Delete this plan"))).toBe(HEADING);
      await planner.open();
      await back(planner.button("Open a file"));
    });
  }

  test("in an element on another's page", async ({ page }) => {
    await page.goto(`${servers.host}hosts/bare.html`);
    const planner = await embed(page);
    expect(await activate(planner.card("8607-award").getByRole("button"))).toBe(HEADING);
    await expect(planner.heading("8607-award")).toBeFocused();
    await planner.button("Plans").click();
    expect(await activate(planner.button("All plans and qualifications"))).toBe(HEADING);
    await expect(planner.heading()).toBeFocused();
  });
});

test("the link is selected where the clipboard is closed, unless the reader has gone on meanwhile", async ({ planner, page }) => {
  await page.addInitScript(() => {
    const writeText = () => new Promise((_, refuse) => (window.refuse = refuse));
    Object.defineProperty(navigator, "clipboard", { value: { writeText } });
  });
  await lookAtFocus(page);
  await planner.open("8607-award");
  await planner.tick("8607-501");
  await planner.share();
  const refused = () => page.evaluate(() => (window.refuse(), window.focusedNow()));
  await planner.button("Copy").click();
  expect(await refused()).toBe("qp-plan-link");
  await planner.button("Copy").click();
  const named = planner.button("Plan file");
  await named.focus();
  await refused();
  await expect(named).toBeFocused();
  await expect(planner.scope.getByText("Copy the link above by hand.")).toBeVisible();
});

test("a link that is opened in another tab leaves this one as it is", async ({ planner, page, context }) => {
  await planner.open();
  const link = planner.card("8607-award").getByRole("link");
  const [other] = await Promise.all([context.waitForEvent("page"), link.click({ modifiers: ["ControlOrMeta"] })]);
  await expect(other).toHaveURL(/#\/8607-award$/);
  await expect(planner.heading()).toBeVisible();
  await expect(page).not.toHaveURL(/8607/);
});

test.describe("what the reader did not ask for takes the focus from nobody", () => {
  const centre = "../catalogues/small.json";
  const award = (planner) => planner.scope.getByRole("heading", { level: planner.level, name: "Small Award" });

  test.beforeEach(async ({ page }) => {
    await page.goto(`${servers.reader}hosts/bare.html`);
    await page.locator("#button").focus();
  });

  test("a catalogue that comes late", async ({ page }) => {
    const planner = await embed(page, { qualification: "small-award", catalogue: centre });
    await expect(award(planner)).toBeVisible();
    await expect(page.locator("#button")).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test("a catalogue that comes late, where nothing has the focus", async ({ page }) => {
    await page.locator("#button").blur();
    const planner = await embed(page, { qualification: "small-award", catalogue: centre }, "#there");
    await planner.near();
    await page.evaluate(() => scrollTo(0, 0));
    await expect(award(planner)).toBeVisible();
    await expect(award(planner)).not.toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test("a qualification that the host chooses", async ({ page }) => {
    const planner = await embed(page, { qualification: "8604-award" });
    await expect(planner.heading("8604-award")).toBeVisible();
    await planner.withElement((element) => element.setAttribute("qualification", "8607-award"));
    await expect(planner.heading("8607-award")).toBeVisible();
    await expect(page.locator("#button")).toBeFocused();
  });

  test("but who was in the screen that goes is on the heading of the one that comes", async ({ page }) => {
    const planner = await embed(page, { qualification: "8604-award" });
    await planner.box("8604-308").focus();
    await planner.withElement((element) => element.setAttribute("qualification", "8607-award"));
    await expect(planner.heading("8607-award")).toBeFocused();
  });
});

/** What has the focus when the element of this id has come, before anything else is heard. */
function appears(page, id) {
  return page.evaluate((id) => {
    const root = document.querySelector("qualification-planner").shadowRoot;
    return new Promise((done) => {
      const seen = new MutationObserver(() => {
        if (!root.getElementById(id)) return;
        seen.disconnect();
        done(window.focusedNow());
      });
      seen.observe(root, { childList: true, subtree: true });
    });
  }, id);
}
