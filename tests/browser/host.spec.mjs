// The planner in a page of another's: its sizes, the card where there is little room, the planner over the whole window,
// the frame of a height that the page gives.

import { embed } from "./support/embed.mjs";
import { small } from "./support/files.mjs";
import { everyPart, inspect, overflowing } from "./support/inspect.mjs";
import { Planner } from "./support/planner.mjs";
import { sample } from "./support/runs.mjs";
import { kept, keeps, spoil } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

/** A planner in a column of this width, on a page that has room beside it. */
async function column(page, width, attributes = {}, { name = "bare", height = "", fragment = "" } = {}) {
  await page.goto("about:blank");
  await page.goto(`${servers.host}hosts/${name}.html${fragment}`);
  await page.evaluate(([width, height]) => {
    document.querySelector("#here").style.inlineSize = `${width}px`;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`qualification-planner { margin: 0 !important; border: 0 !important; ${height && `block-size: ${height}`} }`);
    document.adoptedStyleSheets = [sheet];
  }, [width, height]);
  const planner = await embed(page, attributes);
  planner.open = planner.button("Open the planner");
  planner.window = planner.scope.getByRole("dialog", { name: "Qualification planner" });
  return planner;
}

/** What stands in the card. */
const card = (planner) => planner.withElement((element) => (element.shadowRoot.querySelector(".qp")?.innerText ?? "").replace(/\s+/g, " "));
const height = (planner) => planner.withElement((element) => element.offsetHeight);

test.describe("sizes", () => {
  const texts = (planner) =>
    planner.withElement((element) =>
      [...element.shadowRoot.querySelectorAll(".qp *")].map((one) => {
        const { fontSize, letterSpacing, lineHeight, textTransform, wordSpacing } = getComputedStyle(one);
        return [one.localName, fontSize, letterSpacing, lineHeight, textTransform, wordSpacing].join(" ");
      }),
    );

  /** Texts of which not all is seen. */
  const cut = (planner) =>
    planner.withElement((element) => {
      const all = [...element.shadowRoot.querySelectorAll(".qp *:not(.qp-unseen, .qp-bar *)")].filter((one) => one.checkVisibility());
      const isCut = (one) => getComputedStyle(one).overflow === "hidden" && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
      return all.filter(isCut).map((one) => `cut off: ${one.className} ${one.textContent.slice(0, 60)}`);
    });

  for (const width of [300, 600]) {
    test(`are the same in a column of ${width} px whatever a page makes of its root and of every element`, async ({ page }) => {
      const seen = {};
      for (const name of ["bare", "root", "hostile"]) {
        const planner = await column(page, width, { qualification: "8607-award" }, { name });
        await expect(planner.scope.getByText("6 credits to go, with at least 2 units").filter({ visible: true })).toBeVisible();
        await everyPart(page);
        seen[name] = await texts(planner);
      }
      expect(seen.bare.length).toBeGreaterThan(100);
      expect(seen.bare.filter((text) => /\b(\d|1[0-2])(\.\d+)?px/.test(text.split(" ")[1])), "nothing is small").toEqual([]);
      expect(seen.root).toEqual(seen.bare);
      expect(seen.hostile).toEqual(seen.bare);
    });
  }

  test("follow the reader’s own size of text, and the size that the page asks for", async ({ page }) => {
    const planner = await column(page, 1000, { qualification: "8607-award" }, { name: "root" });
    const title = planner.scope.getByText("Managing Improvement", { exact: true });
    await expect(title).toHaveCSS("font-size", "16px");
    const browser = await page.context().newCDPSession(page);
    await browser.send("Page.setFontSizes", { fontSizes: { standard: 24, fixed: 20 } });
    await expect(title).toHaveCSS("font-size", "24px");
    // All of it, and nothing of it is cut off.
    const look = async (where) => {
      await everyPart(page);
      const small = await planner.withElement((element) =>
        [...element.shadowRoot.querySelectorAll(".qp *")]
          .filter((one) => [...one.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && /\w/.test(data)))
          .filter((one) => parseFloat(getComputedStyle(one).fontSize) < (14 / 16) * 24)
          .map((one) => one.textContent),
      );
      expect(small, where).toEqual([]);
      expect([...(await overflowing(page)), ...(await cut(planner))], where).toEqual([]);
    };
    await planner.box("8607-520").press("Space");
    expect((await planner.row("8607-520").boundingBox()).height).toBeGreaterThanOrEqual(1.5 * 44);
    await look("beside the plan");
    await page.evaluate(() => (document.querySelector("#here").style.inlineSize = "700px"));
    await expect(planner.dock).toBeVisible();
    await look("above the dock");
    await planner.dock.click();
    await expect(planner.remove("8607-520")).toBeVisible();
    await look("the opened plan");
    await planner.rulesAndFacts();
    await look("a sheet");
    await planner.close();
    await planner.dock.click();
    await planner.withElement((element) => element.style.setProperty("--qp-size", "1.5"));
    await expect(title).toHaveCSS("font-size", "36px");
  });
});

test.describe("where the element is narrow", () => {
  for (const width of [300, 360]) {
    test(`a card of ${width} px says where the plan stands, and opens the planner over the window, by keys`, async ({ page }) => {
      const planner = await column(page, width, { qualification: "8607-certificate" });
      await expect.poll(() => card(planner)).toContain("0 of 13 credits 13 credits to go, at least 7 of them from Group 1 Open the planner Unofficial: confirm with your centre");
      expect(await height(planner)).toBeGreaterThanOrEqual(355);
      expect(await height(planner)).toBeLessThanOrEqual(370);
      await expect(planner.heading("8607-certificate")).toBeVisible();
      await expect(planner.scope.getByRole("button").filter({ visible: true })).toHaveCount(1);
      await expect(planner.scope.getByRole("checkbox")).toHaveCount(0);

      await page.locator("#button").focus();
      await page.keyboard.press("Tab");
      await expect(planner.open).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(planner.window).toBeVisible();
      await expect(planner.heading("8607-certificate")).toBeFocused();
      await expect(planner.open).toBeHidden();
      await planner.tick("8607-503", "8607-506", "8607-521");
      await expect.poll(() => planner.events("plan-change")).toHaveLength(3);
      await page.keyboard.press("Escape");
      await expect(planner.window).toHaveCount(0);
      await expect(planner.open).toBeFocused();
      await expect.poll(() => card(planner)).toMatch(/22 credits . Met: Complete .*Developing Critical Thinking 4 credits .*3 credits and 1 more Open the planner/);

      // It is the same plan.
      await planner.open.click();
      await expect(planner.box("8607-506")).toBeChecked();
      await planner.window.getByRole("button", { name: "Close", exact: true }).click();
      await expect(planner.open).toBeFocused();
    });
  }

  test("in a frame that is higher the lines of the card stand together", async ({ page }) => {
    const planner = await column(page, 360, { qualification: "8607-certificate" }, { height: "660px" });
    await expect.poll(() => card(planner)).toContain("13 credits to go");
    await expect(planner.scope.getByRole("progressbar").filter({ visible: true })).toHaveCount(1);
    const [total, bar, state] = await planner.withElement((element) =>
      [".qp-my-total", "[role=progressbar]", ".qp-my-sentence"].map((one) => element.shadowRoot.querySelector(`.qp-brief-plan ${one}`).getBoundingClientRect().top),
    );
    expect(bar - total).toBeLessThan(64);
    expect(state - bar).toBeLessThan(48);
    // And so does what opens the planner: where it is in a card of its own height.
    const open = await planner.withElement((element) => {
      const button = element.shadowRoot.querySelector(".qp-brief-foot button");
      return button.getBoundingClientRect().bottom - element.getBoundingClientRect().top;
    });
    expect(open).toBeLessThan(370);
  });

  test("the card says of a unit that it does not count, and why", async ({ page }) => {
    const planner = await column(page, 340, { qualification: "8607-award" });
    await planner.open.click();
    await planner.tick("8607-521");
    await page.keyboard.press("Escape");
    await expect.poll(() => card(planner)).toMatch(/^.* 0 of 6 credits .* Managing Own Continuing Professional Development 15 credits .+ Open the planner/);
    await expect(planner.scope.getByText("15 credits", { exact: true }).filter({ visible: true })).toHaveCSS("text-decoration-line", "line-through");
  });

  test("before a qualification is chosen the card says what the planner is, and then which is planned", async ({ page }) => {
    const planner = await column(page, 300);
    await expect(planner.heading()).toBeVisible();
    await expect(planner.scope.getByText("Choose units, see what is left")).toBeVisible();
    await expect(planner.scope.getByRole("button").filter({ visible: true })).toHaveCount(1);
    await planner.open.click();
    await expect(planner.heading()).toBeFocused();
    await planner.card("8604-award").getByRole("button").click();
    await expect(planner.heading("8604-award")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(planner.open).toBeFocused();
    await expect.poll(() => card(planner)).toMatch(/^Level 4 Award in Leadership 0 of 6 credits/);
  });

  test("the card says of a plan from a link that somebody sent it", async ({ page, context }) => {
    const planner = await column(page, 600, { qualification: "8604-award" });
    await planner.tick("8604-308");
    const address = await planner.link();
    const there = await context.newPage();
    await there.setViewportSize({ width: 340, height: 700 });
    await there.goto(address);
    const received = await embed(there, {});
    await expect(received.scope.getByText("Somebody sent you this plan.")).toBeVisible();
    await expect(received.scope.getByText("Choose units, see what is left")).toBeHidden();
    await received.button("Open the planner").click();
    await expect(received.button("Keep this plan").or(received.button("Keep it as another plan")).first()).toBeVisible();
  });

  test("the page behind is out of reach and stays where it is", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    const planner = await column(page, 300, { qualification: "8607-certificate" });
    await page.evaluate(() => (document.body.style.blockSize = "4000px"));
    await planner.open.scrollIntoViewIfNeeded();
    await page.evaluate(() => scrollTo(0, 150));
    await planner.open.click();
    await expect(planner.window).toBeVisible();
    await page.evaluate(() => document.querySelector("#button").focus());
    expect(await page.evaluate(() => document.activeElement.localName)).not.toBe("button");
    await page.mouse.move(180, 300);
    for (let turns = 0; turns < 30; turns++) await page.mouse.wheel(0, 400);
    await page.keyboard.press("End");
    expect(await page.evaluate(() => scrollY)).toBe(150);
    await expect(planner.row("8607-400")).toBeAttached();
    await page.keyboard.press("Escape");
    await expect(planner.open).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(150);
    await page.evaluate(() => scrollTo(0, 300));
    expect(await page.evaluate(() => scrollY)).toBe(300);
  });

  test("Escape closes what lies on top, one after the other", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    const planner = await column(page, 300, { qualification: "8607-certificate" });
    await planner.open.click();
    await planner.dock.click();
    await planner.rulesAndFacts();
    await page.keyboard.press("Escape");
    await expect(planner.scope.getByRole("dialog", { name: "Rules and facts" })).toHaveCount(0);
    await planner.dock.focus();
    await page.keyboard.press("Escape");
    await expect(planner.dock).toHaveAttribute("aria-expanded", "false");
    await expect(planner.window).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(planner.window).toHaveCount(0);
  });

  test("a sheet that is open stays until it is closed, though the element becomes narrow", async ({ page }) => {
    const planner = await column(page, 600, { qualification: "8607-certificate" });
    await expect(planner.state).toBeVisible();
    const sheet = await planner.rulesAndFacts();
    await page.evaluate(() => (document.querySelector("#here").style.inlineSize = "300px"));
    await expect(sheet).toBeVisible();
    await planner.close();
    await expect(planner.open).toBeVisible();
    await page.evaluate(() => (document.querySelector("#here").style.inlineSize = "600px"));
    await expect(planner.box("8607-503")).toBeVisible();
    await expect(planner.open).toBeHidden();
  });

  for (const [what, act] of [
    ["is taken out", (element) => element.remove()],
    ["is moved", (element) => document.querySelector("#there").append(element)],
  ]) {
    test(`the page scrolls again once an element ${what} whose planner is over the window`, async ({ page }) => {
      const planner = await column(page, 300, { qualification: "8607-certificate" });
      await page.evaluate(() => {
        document.querySelector("#there").style.inlineSize = "300px";
        document.body.style.blockSize = "4000px";
      });
      await planner.open.click();
      await planner.tick("8607-503");
      await planner.withElement(act);
      await expect(planner.window).toHaveCount(0);
      await page.mouse.wheel(0, 200);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
      await planner.withElement((element) => document.querySelector("#there").append(element));
      await expect(planner.open).toBeVisible();
      await planner.open.click();
      await expect(planner.box("8607-503")).toBeChecked();
    });
  }

  test("our own page is the planner at any width", async ({ page, planner }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await planner.open("8607-certificate");
    await expect(planner.box("8607-503")).toBeVisible();
    await expect(planner.button("Open the planner")).toHaveCount(0);
    await expect(planner.button("Use the whole window")).toHaveCount(0);
  });
});

test.describe("where it has room", () => {
  test("it opens over the whole window from the start too", async ({ page }) => {
    const planner = await column(page, 600);
    await planner.button("Use the whole window").click();
    await expect(planner.window).toBeVisible();
    await expect(planner.button("Use the whole window")).toBeHidden();
    await planner.button("Close").click();
    await expect(planner.button("Use the whole window")).toBeFocused();
  });

  test("it opens over the whole window from its head, and goes back to where it was", async ({ page }) => {
    for (const width of [430, 600, 1000]) {
      const planner = await column(page, width, { qualification: "8607-certificate" });
      const widen = planner.button("Use the whole window");
      await planner.tick("8607-503");
      await widen.click();
      await expect(planner.window).toBeVisible();
      await expect(planner.heading("8607-certificate")).toBeFocused();
      await expect(widen).toBeHidden();
      await planner.tick("8607-504");
      await planner.button("Close").click();
      await expect(planner.window).toHaveCount(0);
      await expect(widen).toBeFocused();
      await expect(planner.box("8607-504")).toBeChecked();
      await planner.clear();
    }
  });

  for (const width of [600, 1000]) {
    test(`in a column of ${width} px it is as high as what is in it, with no name of its own above`, async ({ page }) => {
      const planner = await column(page, width, { qualification: "8607-certificate" });
      await expect(planner.box("8607-503")).toBeVisible();
      await expect(planner.open).toBeHidden();
      expect(await height(planner)).toBeGreaterThan(2000);
      // The dock, or the plan beside the units, stays in the window.
      const foot = async () => (await planner.primary.boundingBox()).y;
      await page.mouse.move(200, 500);
      await page.mouse.wheel(0, 700);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(600);
      await expect.poll(foot).toBeLessThan(900);
      await expect.poll(foot).toBeGreaterThan(0);
      await expect(planner.scope.getByText("Qualification planner")).toHaveCount(0);
      await planner.leave();
      await expect(planner.scope.getByText("Qualification planner")).toHaveCount(0);
      await expect(planner.scope.getByText(/^Unofficial(, from documents of|: confirm with your centre$)/).filter({ visible: true })).toBeVisible();
    });

    test(`in a frame of ${width} px it scrolls inside, its plan at its foot and the head of a group in view`, async ({ page }) => {
      const planner = await column(page, width, { qualification: "8607-certificate" }, { height: "560px" });
      await expect(planner.box("8607-503")).toBeVisible();
      await expect(planner.state).toBeVisible();
      expect(await height(planner)).toBe(560);
      const { y: top } = await planner.scope.boundingBox();
      const inside = async (locator) => {
        const box = await locator.boundingBox();
        return box.y >= top && box.y + box.height <= top + 560;
      };
      for (const code of ["8607-503", "8607-524"]) {
        await planner.row(code).scrollIntoViewIfNeeded();
        await planner.box(code).focus();
        await expect.poll(() => inside(planner.row(code))).toBe(true);
        await expect.poll(() => inside(planner.primary)).toBe(true);
        await expect.poll(() => inside(planner.scope.getByRole("heading", { name: "Group 1" }))).toBe(true);
      }
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(900);
      await planner.tick("8607-503");
      await expect(planner.progress).toHaveAttribute("aria-valuenow", "4");

      // A height for some windows only is one for those only.
      await page.evaluate(() => (document.adoptedStyleSheets = []));
      await expect.poll(() => height(planner)).toBeGreaterThan(2000);
    });
  }

  test("a frame of few units has its plan at its foot too", async ({ page }) => {
    const planner = await column(page, 600, { qualification: "8604-award" }, { height: "640px" });
    await expect(planner.primary).toBeVisible();
    const box = await planner.primary.boundingBox();
    const frame = await planner.scope.boundingBox();
    expect(frame.y + frame.height - box.y - box.height).toBeLessThan(40);
  });
});

test.describe("nothing is found", () => {
  const of = "qualification-planner";
  for (const name of ["bare", "hostile"]) {
    test(`in the card and in the planner over the window, on a page that is ${name}`, async ({ page }) => {
      for (const qualification of ["", "8607-certificate"]) {
        const planner = await column(page, 300, qualification ? { qualification } : {}, { name });
        await expect(planner.open).toBeVisible();
        await inspect(page, { widths: [1280], of, within: "qualification-planner, .qp *" });
        await planner.open.click();
        if (qualification) await planner.tick("8607-503", "8607-506");
        // Theirs has its own words stick out of a window of 320 px.
        await inspect(page, { widths: name === "bare" ? [320, 1280] : [1280], of });
        await page.keyboard.press("Escape");
        await inspect(page, { widths: [1280], of, within: "qualification-planner, .qp *" });
      }
    });

    test(`in a frame, on a page that is ${name}`, async ({ page }) => {
      const planner = await column(page, 600, { qualification: "8607-certificate" }, { name, height: "660px" });
      await planner.tick("8607-503", "8607-506");
      await inspect(page, { widths: [1280], of, within: "qualification-planner, .qp *" });
    });
  }

  test("where a plan is not as it was, and where there is none, on a page that is hostile", async ({ page, context }) => {
    test.slow();
    const shows = async (qualification, seen, fragment = "") => {
      const planner = await column(page, 600, { qualification }, { name: "hostile", fragment });
      await expect(seen(planner)).toBeVisible();
      await inspect(page, { widths: [1280], of, within: "qualification-planner, .qp *" });
    };
    const plan = async (qualification, code, where = page) => {
      const planner = await column(where, 600, { qualification }, { name: "hostile" });
      await planner.box(code).press("Space");
      await expect(planner.box(code)).toBeChecked();
      return planner;
    };
    await shows("8607-award:nosuchdraft", (planner) => planner.notice("This plan is not here"));
    await shows("", (planner) => planner.scope.getByRole("heading", { name: "This link cannot be opened" }), "#qp=1abc");

    let planner = await plan("8604-award", "8604-308");
    await keeps(page, '"8604-308"');
    const [draft] = Object.keys(await kept(page)).map((key) => /\/draft\/([^/]+)\//.exec(key)?.[1]).filter(Boolean);
    await planner.leave();
    await planner.act("Plan for the Level 4 Award in Leadership", "Delete");
    await shows(`8604-award:${draft}`, (planner) => planner.scope.getByRole("heading", { name: "This plan was deleted" }));

    await plan("8607-certificate", "8607-501");
    await spoil(page, "8607-certificate", ['"schema":2', '"schema":9,"mood":1']);
    await shows("8607-certificate", (planner) => planner.scope.getByText("made by a newer version of the planner"));

    // Two tabs, of which one does not hear of the other.
    const deaf = await context.newPage();
    await deaf.addInitScript(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), true));
    await plan("8607-diploma", "8607-501", deaf);
    await plan("8607-diploma", "8607-503");
    const other = new Planner(deaf.locator("qualification-planner"));
    await other.box("8607-504").press("Space");
    await expect(other.notice("Two tabs changed this plan")).toBeVisible();
    await inspect(deaf, { widths: [1280], of, within: "qualification-planner, .qp *" });
    await page.bringToFront();
    await shows("", (planner) => planner.scope.getByText("Conflicting copy"));
  });
});

test.describe("of a centre that shows one qualification and no others", () => {
  const one = { ...small, id: "one", only: true, qualifications: small.qualifications.slice(0, 1) };
  const open = async (page, attributes = {}) => {
    await page.route("**/one.json", (route) => route.fulfill({ body: JSON.stringify(one) }));
    await page.goto(`${servers.reader}hosts/bare.html`);
    return embed(page, { catalogue: "one.json", ...attributes });
  };
  const award = (planner) => planner.scope.getByRole("heading", { name: "Small Award", exact: true }).filter({ visible: true });

  test("that one is shown at once, and the list of all by its way", async ({ page }) => {
    const planner = await open(page);
    await expect(award(planner)).toBeVisible();
    await planner.tick("First");
    await planner.leave();
    await expect(planner.drafts).toHaveCount(1);
    await planner.withElement((element) => element.setAttribute("qualification", "small-award"));
    await expect(planner.box("First")).toBeChecked();
    await planner.withElement((element) => element.removeAttribute("qualification"));
    await expect(planner.box("First")).toBeChecked();
  });

  test("that one is shown on a page that is nothing but the planner", async ({ page }) => {
    const planner = await open(page, { page: "" });
    await expect(award(planner)).toBeVisible();
  });
});

test.describe("headings", () => {
  /** The levels of the headings in sight, in their order. */
  const levels = (planner) =>
    planner.withElement((element) =>
      [...element.shadowRoot.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((one) => one.checkVisibility()).map((one) => Number(one.localName[1])),
    );

  const named = [[undefined, 2], ["1", 1], ["0", 2], ["4", 4], ["3", 3], ["three", 2], ["7", 2], ["6", 6], ["", 2]];
  for (const [name, first] of sample(named, 3)) {
    test(`begin at level ${first} where the page names ${name === undefined ? "none" : `“${name}”`}, on every screen and sheet`, async ({ page }) => {
      const planner = await column(page, 1000, name === undefined ? {} : { "heading-level": name });
      planner.level = first;
      const all = new Set();
      /** None is above the first, and none leaves a level out, as far as there are levels. */
      const look = async () => {
        const seen = await levels(planner);
        expect(seen.length).toBeGreaterThan(0);
        expect(Math.min(...seen)).toBe(first);
        seen.forEach((level, at) => expect(level - (seen[at - 1] ?? first)).toBeLessThanOrEqual(1));
        seen.forEach((level) => all.add(level));
      };
      await expect(planner.heading()).toBeVisible();
      await expect(planner.scope.getByRole("heading", { name: "Level 5", exact: true })).toBeVisible();
      await look();
      // What is no level is as none at all, of which every screen is looked at.
      if (named !== undefined && !/^[1-6]$/.test(named)) return;
      await planner.card("8607-certificate").getByRole("button").first().click();
      await expect(planner.heading("8607-certificate")).toBeFocused();
      await expect(planner.primary).toBeVisible();
      await planner.tick("8607-503");
      await look();
      await planner.rulesAndFacts();
      await look();
      await planner.close();
      await planner.share();
      await look();
      await planner.closeShare();
      await planner.inPlans(look);
      await planner.leave();
      await look();
      expect([...all].sort()).toEqual([0, 1, 2].map((below) => Math.min(6, first + below)).filter((level, at, all) => all.indexOf(level) === at));
    });
  }

  test("follow the level that the page comes to name", async ({ page }) => {
    const planner = await column(page, 600, { qualification: "8607-certificate" });
    await expect(planner.primary).toBeVisible();
    await planner.tick("8607-503");
    await expect.poll(() => planner.events("plan-change")).toHaveLength(1);
    await planner.withElement((element) => element.setAttribute("heading-level", "4"));
    planner.level = 4;
    await expect(planner.heading("8607-certificate")).toBeVisible();
    await expect(planner.box("8607-503")).toBeChecked();
  });

  test("begin at level 1 on our own page", async ({ planner }) => {
    await planner.open("8607-certificate");
    await expect(planner.heading("8607-certificate")).toBeVisible();
    await expect(planner.scope.getByRole("heading", { level: 2, name: "Group 1" })).toBeVisible();
  });
});
