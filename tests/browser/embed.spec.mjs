// The element on somebody else's page: another origin, a strict content policy, two on one page.

import { embed } from "./support/embed.mjs";
import { credits, qualification } from "./support/facts.mjs";
import { Planner } from "./support/planner.mjs";
import { kept } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

const open = (page, name = "bare") => page.goto(`${servers.host}hosts/${name}.html`);

test.describe("the example page", () => {
  test.beforeEach(({ page }) => page.goto(`${servers.host}examples/embed.html`));

  test("is served under a policy that lets in the planner’s origin and nothing inline", async ({ page }) => {
    const policy = (await page.request.get(page.url())).headers()["content-security-policy"];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${new URL(servers.site).origin} 'wasm-unsafe-eval'`);
    expect(policy).not.toMatch(/unsafe-(inline|eval)'(?<!wasm-unsafe-eval')/);
    expect(new URL(page.url()).origin).not.toBe(new URL(servers.site).origin);
  });

  test("shows two planners that are planned one by one, with drafts of their own", async ({ page }) => {
    const [diploma, award] = [0, 1].map((index) => new Planner(page.locator("qualification-planner").nth(index)));
    await award.scope.scrollIntoViewIfNeeded();
    await expect(diploma.heading("8607-diploma")).toBeVisible();
    await expect(award.heading("8604-award")).toBeVisible();
    await award.tick("8604-308", "8604-401");
    await diploma.tick("8607-521");
    await expect(award.state).toHaveText("All rules met");
    await expect(diploma.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-521"])}`);
    await page.reload();
    await award.scope.scrollIntoViewIfNeeded();
    await expect(award.state).toHaveText("All rules met");
    await expect(diploma.box("8607-521")).toBeChecked();
  });

  test("keeps its address and its title, and the focus where it was", async ({ page }) => {
    const [address, title] = [page.url(), await page.title()];
    const diploma = new Planner(page.locator("qualification-planner").first());
    await diploma.tick("8607-521");
    await diploma.button("Qualification planner").click();
    await expect(diploma.heading()).toBeFocused();
    await diploma.card("8607-award").getByRole("button").click();
    await expect(diploma.heading("8607-award")).toBeFocused();
    expect(page.url()).toBe(address);
    expect(await page.title()).toBe(title);
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  });

  test("does not scroll sideways on a phone", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await expect(new Planner(page.locator("qualification-planner").first()).heading("8607-diploma")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

test("mounting leaves the focus and the scroll position alone", async ({ page }) => {
  await open(page);
  await page.locator("#button").focus();
  const planner = await embed(page, { qualification: "8607-diploma" });
  await expect(planner.heading("8607-diploma")).toBeVisible();
  await expect(page.locator("#button")).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test.describe("two elements of one page", () => {
  test("with different names keep different drafts of one qualification", async ({ page }) => {
    await open(page);
    const here = await embed(page, { qualification: "8607-award", instance: "here" });
    const there = await embed(page, { qualification: "8607-award", instance: "there" }, "#there");
    await there.near();
    await here.tick("8607-520");
    await there.tick("8607-518");
    await expect(here.box("8607-518")).not.toBeChecked();
    await expect(here.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-520"])}`);
    await expect(there.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-518"])}`);
  });

  test("with the same name show the same plan, and neither overwrites the other", async ({ page }) => {
    await open(page);
    const here = await embed(page, { qualification: "8607-award" });
    const there = await embed(page, { qualification: "8607-award" }, "#there");
    await there.near();
    await expect(there.heading("8607-award")).toBeVisible();
    await here.tick("8607-520");
    await expect(there.box("8607-520")).toBeChecked();
    await there.tick("8607-518");
    await expect(here.box("8607-518")).toBeChecked();
    await expect(here.state).toHaveText("All rules met");
    await page.reload();
    const again = await embed(page, { qualification: "8607-award" });
    await expect(again.state).toHaveText("All rules met");
  });

  test("fetch the program once", async ({ page }) => {
    const fetched = [];
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    await open(page);
    for (const place of ["#here", "#there"]) {
      const planner = await embed(page, { qualification: "8604-award" }, place);
      await planner.near();
      await expect(planner.heading("8604-award")).toBeVisible();
    }
    for (const kind of [".wasm", ".css"]) expect(fetched.filter((path) => path.endsWith(kind))).toHaveLength(1);
  });
});

test.describe("an element that is moved in the document", () => {
  test("keeps what is searched for, what is open, and the steps that can be taken back", async ({ page }) => {
    await open(page);
    const planner = await embed(page, { qualification: "8607-diploma" });
    await planner.tick("8607-501", "8607-503");
    await planner.search.fill("coaching");
    await planner.scope.getByText("About this qualification and its rules").click();
    await planner.withElement((element) => document.querySelector("#there").append(element));
    await expect(planner.search).toHaveValue("coaching");
    await expect(planner.row("8607-550")).toBeVisible();
    await expect(planner.row("8607-504")).toBeHidden();
    await expect(planner.scope.getByRole("heading", { name: "How we read the document" })).toBeVisible();
    await planner.undo.click();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-501"])}`);
    expect(await planner.events("ready")).toHaveLength(1);
  });

  test("before the program has come, is shown where it is then", async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      const element = document.createElement("qualification-planner");
      element.setAttribute("qualification", "8604-award");
      document.querySelector("#here").append(element);
      document.querySelector("#there").append(element);
      document.querySelector("#here").append(element);
    });
    await expect(new Planner(page.locator("#here qualification-planner")).heading("8604-award")).toBeVisible();
    await expect(page.getByRole("main")).toHaveCount(1);
  });
});

test.describe("an element that is taken out", () => {
  test("and put back has its draft, and can be planned with", async ({ page }) => {
    await open(page);
    const planner = await embed(page, { qualification: "8607-award" });
    await planner.tick("8607-520");
    await planner.withElement(async (element) => {
      element.remove();
      await new Promise((done) => setTimeout(done));
      document.querySelector("#there").append(element);
    });
    await expect(planner.box("8607-520")).toBeChecked();
    await planner.tick("8607-518");
    await expect(planner.state).toHaveText("All rules met");
    expect(await planner.events("ready")).toHaveLength(2);
  });

  test("while the program is on its way leaves nothing behind", async ({ page }) => {
    await open(page);
    let wasm;
    await page.route("**/*.wasm", async (route) => (wasm = route));
    const planner = await embed(page, { qualification: "8604-award" });
    await expect.poll(() => wasm).toBeTruthy();
    await planner.withElement((element) => element.remove());
    await wasm.continue();
    await page.unroute("**/*.wasm");
    const other = await embed(page, { qualification: "8607-award" });
    await expect(other.heading("8607-award")).toBeVisible();
    expect(await planner.events()).toEqual([]);
    await planner.withElement((element) => document.querySelector("#there").append(element));
    await planner.near();
    await expect(planner.heading("8604-award")).toBeVisible();
  });

  test("many times over leaves no listener and no node behind", async ({ page }) => {
    test.setTimeout(90_000);
    await open(page);
    await (await embed(page, { qualification: "8604-award" }, "#there")).tick("8604-308");
    const browser = await page.context().newCDPSession(page);
    await browser.send("Performance.enable");
    const cycles = (number) =>
      page.evaluate(async (number) => {
        for (let cycle = 0; cycle < number; cycle++) {
          const element = document.createElement("qualification-planner");
          element.setAttribute("qualification", "8604-award");
          const ready = new Promise((done) => element.addEventListener("ready", done, { once: true }));
          document.querySelector("#here").append(element);
          await ready;
          element.shadowRoot.querySelector("input[type=checkbox]").click();
          element.remove();
          await new Promise((done) => setTimeout(done));
        }
      }, number);
    const measure = async () => {
      await browser.send("HeapProfiler.collectGarbage");
      await browser.send("HeapProfiler.collectGarbage");
      const { metrics } = await browser.send("Performance.getMetrics");
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    await cycles(20);
    const before = await measure();
    await cycles(200);
    const after = await measure();
    for (const kind of ["JSEventListeners", "Nodes", "Documents", "Frames"]) {
      // A cycle has about 30 listeners and 400 nodes: one in ten left behind would be seen.
      expect(after[kind] - before[kind], kind).toBeLessThan(200);
    }
    expect((after.JSHeapUsedSize - before.JSHeapUsedSize) / 200, "bytes of JavaScript a cycle").toBeLessThan(2000);
  });
});

test.describe("attributes", () => {
  test("another qualification is shown when its name is set, and the choice of all when it goes", async ({ page }) => {
    await open(page);
    const planner = await embed(page, { qualification: "8604-award" });
    await expect(planner.heading("8604-award")).toBeVisible();
    await planner.withElement((element) => element.setAttribute("qualification", "8607-award"));
    await expect(planner.heading("8607-award")).toBeVisible();
    await planner.withElement((element) => element.removeAttribute("qualification"));
    await expect(planner.heading()).toBeVisible();
    await planner.withElement((element) => element.setAttribute("qualification", "nothing of the kind"));
    await expect(planner.scope.getByRole("heading", { name: "This qualification is not here" })).toBeVisible();
  });

  test("a catalogue is added when it is named later", async ({ page }) => {
    await page.goto(`${servers.reader}hosts/bare.html`);
    const planner = await embed(page, { qualification: "small-award" });
    await expect(planner.scope.getByRole("heading", { name: "This qualification is not here" })).toBeVisible();
    await planner.withElement((element) => element.setAttribute("catalogue", "../catalogues/small.json"));
    await expect(planner.scope.getByRole("heading", { name: "Small Award" })).toBeVisible();
  });

  test("another instance brings its own draft", async ({ page }) => {
    await open(page);
    const planner = await embed(page, { qualification: "8607-award", instance: "one" });
    await planner.tick("8607-520");
    await planner.withElement((element) => element.setAttribute("instance", "two"));
    await expect(planner.box("8607-520")).not.toBeChecked();
    await planner.withElement((element) => element.setAttribute("instance", "one"));
    await expect(planner.box("8607-520")).toBeChecked();
  });

  test("an instance of any name keeps its drafts apart", async ({ page }) => {
    await open(page);
    const names = ["", "a", "a/8607-award", "8607-award", "../", "catalogue:x", "é “ü”"];
    for (const instance of names) {
      const planner = await embed(page, { qualification: "8607-award", instance });
      await expect(planner.progress).toHaveAttribute("aria-valuenow", "0");
      await planner.tick("8607-520");
      await expect(planner.saving).toHaveText("Saved in this browser");
      await planner.withElement((element) => element.remove());
    }
    for (const instance of names) {
      const planner = await embed(page, { qualification: "8607-award", instance });
      await expect(planner.box("8607-520")).toBeChecked();
      await planner.withElement((element) => element.remove());
    }
  });

  const lightness = (planner) =>
    planner.scope.getByRole("main").evaluate((element) => {
      for (let one = element; one; one = one.parentElement) {
        const [red, green, blue, alpha = 1] = getComputedStyle(one).backgroundColor.match(/[\d.]+/g).map(Number);
        if (alpha) return (red + green + blue) / 3;
      }
      return 255;
    });
  for (const colorScheme of ["light", "dark"]) {
    test(`theme sets light and dark where the reader’s system says ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await open(page);
      const planner = await embed(page, { theme: "dark" });
      await expect(planner.heading()).toBeVisible();
      expect(await lightness(planner)).toBeLessThan(60);
      await planner.withElement((element) => element.setAttribute("theme", "light"));
      expect(await lightness(planner)).toBeGreaterThan(200);
      await planner.withElement((element) => element.setAttribute("theme", "auto"));
      expect((await lightness(planner)) < 60).toBe(colorScheme === "dark");
    });
  }
});

test.describe("events", () => {
  test("tell the host of the plan, and bubble out of it", async ({ page }) => {
    await open(page);
    const planner = await embed(page, { qualification: "8607-award" });
    await expect(planner.heading("8607-award")).toBeVisible();
    expect(await planner.events()).toEqual([{ name: "ready", detail: {}, composed: true }]);
    await planner.tick("8607-520");
    await planner.tick("8607-518");
    await planner.untick("8607-518");
    const detail = (state, units) => ({ qualification: "8607-award", state, credits: credits(units), units });
    const open_ = detail("open", ["8607-520"]);
    const met = detail("met", ["8607-518", "8607-520"]);
    expect(await planner.events("plan-change")).toEqual(
      [open_, met, open_].map((detail) => ({ name: "plan-change", detail, composed: true })),
    );
    expect(await planner.events("plan-complete")).toEqual([{ name: "plan-complete", detail: met, composed: true }]);
  });

  test("come from the element that they speak of", async ({ page }) => {
    await open(page);
    const here = await embed(page, { qualification: "8607-award", instance: "here" });
    const there = await embed(page, { qualification: "8607-award", instance: "there" }, "#there");
    await there.near();
    await expect(there.heading("8607-award")).toBeVisible();
    await here.tick("8607-520");
    expect(await here.events("plan-change")).toHaveLength(1);
    expect(await there.events("plan-change")).toHaveLength(0);
  });

  test("that a host’s listener answers with an error do not stop the planner", async ({ page, troubles }) => {
    troubles.expect(/page error: .*the host’s own fault/);
    await open(page);
    const planner = await embed(page, { qualification: "8607-award" });
    await planner.withElement((element) =>
      element.addEventListener("plan-change", () => {
        throw new Error("the host’s own fault");
      }),
    );
    await planner.tick("8607-520", "8607-518");
    await expect(planner.state).toHaveText("All rules met");
    await expect(planner.saving).toHaveText("Saved in this browser");
  });

  test("can take the element out from within a listener", async ({ page }) => {
    await open(page);
    const planner = await embed(page, { qualification: "8607-award" });
    await planner.withElement((element) => element.addEventListener("plan-change", () => element.remove(), { once: true }));
    await planner.box("8607-520").click({ force: true });
    await expect(planner.scope).toHaveCount(0);
    await planner.withElement((element) => document.querySelector("#here").append(element));
    await expect(planner.box("8607-520")).toBeChecked();
  });

  test("can change the element’s qualification from within a listener", async ({ page }) => {
    await open(page);
    const planner = await embed(page, { qualification: "8607-award" });
    await planner.withElement((element) =>
      element.addEventListener("plan-change", () => element.setAttribute("qualification", "8604-award"), { once: true }),
    );
    await planner.box("8607-520").click({ force: true });
    await expect(planner.heading("8604-award")).toBeVisible();
    await planner.tick("8604-308");
    await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8604-308"])}`);
  });
});

test.describe("an element far below", () => {
  test("fetches nothing of the program until it comes near", async ({ page }) => {
    const fetched = [];
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    await open(page, "far");
    await expect(page.getByText("The planner shows here.")).toBeAttached();
    // Two frames: by then an element in view would have been seen.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(fetched.filter((path) => /\.wasm$|planner.*\.(js|css)$/.test(path))).toEqual([]);
    await page.getByText("The planner shows here.").scrollIntoViewIfNeeded();
    await expect(new Planner(page.locator("qualification-planner")).heading("8604-award")).toBeVisible();
    await expect(page.getByText("The planner shows here.")).toBeHidden();
  });
});

test.describe("where the program cannot be fetched", () => {
  test("the element says so, shows what stands between its tags, and tells the host", async ({ page, troubles }) => {
    troubles.expect(/failed: .*\.wasm/, /console error: Failed to load resource/);
    await page.route("**/*.wasm", (route) => route.abort());
    await open(page, "far");
    await page.getByText("The planner shows here.").scrollIntoViewIfNeeded();
    await expect(page.getByRole("alert")).toContainText("The planner could not be loaded");
    await expect(page.getByText("The planner shows here.")).toBeVisible();
  });

  test("the next element tries again", async ({ page, troubles }) => {
    troubles.expect(/failed: .*\.wasm/, /console error: Failed to load resource/);
    await page.route("**/*.wasm", (route) => route.abort());
    await open(page);
    const first = await embed(page, { qualification: "8604-award" });
    await expect(first.scope.getByRole("alert")).toBeVisible();
    expect(await first.events("error")).toHaveLength(1);
    await page.unroute("**/*.wasm");
    const second = await embed(page, { qualification: "8604-award" }, "#there");
    await second.near();
    await expect(second.heading("8604-award")).toBeVisible();
  });
});

test.describe("styles", () => {
  /** Everything of the look that could be inherited or reached, of one element of each kind. */
  const look = (planner) =>
    planner.withElement((element) => {
      const kinds = ["h1", "h2", "p", "li", "label", "legend", "button", "input", "select", "summary", "fieldset", "aside"];
      const look = {};
      for (const kind of kinds) {
        const style = getComputedStyle(element.shadowRoot.querySelector(kind));
        look[kind] = Object.fromEntries(
          [...style]
            // What follows from the room that the host leaves is the host's to say.
            .filter((name) => !/^--|size$|width$|height$|origin$|^grid-template|^inset|^(top|right|bottom|left)$/.test(name))
            .map((name) => [name, style.getPropertyValue(name)]),
        );
      }
      return look;
    });

  test("of a host do not reach into the planner, not even what is inherited", async ({ page }) => {
    const looks = {};
    for (const name of ["bare", "hostile"]) {
      await open(page, name);
      const planner = await embed(page, { qualification: "8607-certificate" });
      await expect(planner.heading("8607-certificate")).toBeVisible();
      looks[name] = await look(planner);
    }
    const changed = {};
    for (const [kind, style] of Object.entries(looks.bare)) {
      for (const name of Object.keys(style).filter((name) => style[name] !== looks.hostile[kind][name])) {
        (changed[name] ??= []).push(kind);
      }
    }
    expect(changed).toEqual({});
  });

  test("of the planner do not reach out to the host", async ({ page }) => {
    await open(page);
    const host = () =>
      page.evaluate(() =>
        ["html", "body", "h1", "#text", "#text a", "#button"].map((selector) => {
          const style = getComputedStyle(document.querySelector(selector));
          return [...style].filter((name) => !/size|height|width|origin/.test(name)).map((name) => style.getPropertyValue(name)).join();
        }),
      );
    const before = await host();
    await expect((await embed(page, { qualification: "8607-award" })).heading("8607-award")).toBeVisible();
    expect(await host()).toEqual(before);
  });

  test("are changed by the properties that are meant for it", async ({ page }) => {
    await open(page);
    const planner = await embed(page, { qualification: "8607-award" });
    await expect(planner.heading("8607-award")).toBeVisible();
    await planner.withElement((element) => {
      element.style.setProperty("--qp-accent", "rgb(90, 35, 51)");
      element.style.setProperty("--qp-font", "monospace");
    });
    await expect(planner.heading("8607-award")).toHaveCSS("font-family", "monospace");
    await expect(planner.box("8607-520")).toHaveCSS("accent-color", "rgb(90, 35, 51)");
  });
});

test("the planner says in which language it speaks, whatever the host’s is", async ({ page }) => {
  await open(page);
  await page.evaluate(() => Object.assign(document.documentElement, { lang: "ar", dir: "rtl" }));
  const planner = await embed(page, { qualification: "8607-award" });
  const inside = await planner.scope.getByRole("main").evaluate((element) => ({
    lang: element.closest("[lang]")?.lang,
    direction: getComputedStyle(element).direction,
  }));
  expect(inside).toEqual({ lang: "en-GB", direction: "ltr" });
});

test("the host’s own storage is left alone", async ({ page }) => {
  await open(page);
  await page.evaluate(() => localStorage.setItem("theirs", "stays"));
  const planner = await embed(page, { qualification: "8607-award" });
  await planner.tick("8607-520");
  await planner.button("Delete everything from this browser").click();
  await planner.button("Delete everything").click();
  await expect(planner.heading()).toBeVisible();
  expect(await kept(page)).toEqual({});
  expect(await page.evaluate(() => localStorage.getItem("theirs"))).toBe("stays");
});

test("each qualification can be opened in an element", async ({ page }) => {
  await open(page);
  const planner = await embed(page);
  for (const id of ["8617-award", "8609-award", "8604-award", "8603-certificate", "8607-award", "8607-certificate", "8607-diploma"]) {
    await planner.card(id).getByRole("button", { name: qualification(id).title, exact: true }).click();
    await expect(planner.heading(id)).toBeFocused();
    await planner.button("Qualification planner").click();
  }
});
