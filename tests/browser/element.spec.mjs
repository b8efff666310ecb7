// What the element promises a host page: its attributes, its events, its styles, its manners.

import { embed } from "./support/embed.mjs";
import { credits, qualification } from "./support/facts.mjs";
import { everyPart } from "./support/inspect.mjs";
import { Planner } from "./support/planner.mjs";
import { kept } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

const open = (page, name = "bare") => page.goto(`${servers.host}hosts/${name}.html`);

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

  test("another instance brings its own plan", async ({ page }) => {
    await open(page);
    const planner = await embed(page, { qualification: "8607-award", instance: "one" });
    await planner.tick("8607-520");
    // Until the engine is there nothing keeps a tick.
    await expect(planner.saving).toHaveText("Saved in this browser");
    await planner.withElement((element) => element.setAttribute("instance", "two"));
    await expect(planner.box("8607-520")).not.toBeChecked();
    await planner.withElement((element) => element.setAttribute("instance", "one"));
    await expect(planner.box("8607-520")).toBeChecked();
  });

  test("an instance of any name keeps its plans apart", async ({ page }) => {
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
    planner.heading().evaluate((element) => {
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
      const isDark = async () => (await lightness(planner)) < 60;
      await expect.poll(isDark).toBe(true);
      await planner.withElement((element) => element.setAttribute("theme", "light"));
      await expect.poll(() => lightness(planner)).toBeGreaterThan(200);
      await planner.withElement((element) => element.setAttribute("theme", "auto"));
      await expect.poll(isDark).toBe(colorScheme === "dark");
    });
  }
});

test.describe("events", () => {
  test("tell the host of the plan, and bubble out of it", async ({ page }) => {
    await open(page);
    const planner = await embed(page, { qualification: "8607-award" });
    // Once the engine is there each change is judged, and told, by itself.
    await expect(planner.state).toBeVisible();
    await expect.poll(() => planner.events()).toEqual([{ name: "ready", detail: {}, composed: true }]);
    await planner.tick("8607-520");
    await planner.tick("8607-518");
    await planner.untick("8607-518");
    const detail = (state, units) => {
      const amount = credits(units);
      return { qualification: "8607-award", state, credits: amount, measure: "credits", amount, units, pathway: null, nation: null };
    };
    const open_ = detail("open", ["8607-520"]);
    const met = detail("met", ["8607-518", "8607-520"]);
    await expect
      .poll(() => planner.events("plan-change"))
      .toEqual([open_, met, open_].map((detail) => ({ name: "plan-change", detail, composed: true })));
    expect(await planner.events("plan-complete")).toEqual([{ name: "plan-complete", detail: met, composed: true }]);
  });

  test("tell the host of the state that a longer look at the plan finds", async ({ page }) => {
    await page.goto(`${servers.reader}hosts/bare.html`);
    const planner = await embed(page, { catalogue: "../catalogues/not-known.json", only: "" });
    await planner.button("Look longer").click();
    await expect(planner.state).toContainText("29 credits to go");
    await expect.poll(() => planner.events("plan-change")).toHaveLength(1);
    const [{ detail }] = await planner.events("plan-change");
    expect([detail.state, detail.units]).toEqual(["open", []]);
    expect(await planner.events("plan-complete")).toEqual([]);
  });

  test("come from the element that they speak of", async ({ page }) => {
    await open(page);
    const here = await embed(page, { qualification: "8607-award", instance: "here" });
    const there = await embed(page, { qualification: "8607-award", instance: "there" }, "#there");
    await there.near();
    await expect(there.state).toBeVisible();
    await here.tick("8607-520");
    await expect.poll(() => here.events("plan-change")).toHaveLength(1);
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
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await expect(planner.saving).toHaveText("Saved in this browser");
  });

  test("can take the element out from within a listener", async ({ page }) => {
    await open(page);
    const planner = await embed(page, { qualification: "8607-award" });
    await planner.withElement((element) => element.addEventListener("plan-change", () => element.remove(), { once: true }));
    await planner.box("8607-520").press("Space");
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
    await planner.box("8607-520").press("Space");
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
    await expect.poll(() => first.events("error")).toHaveLength(1);
    await page.unroute("**/*.wasm");
    const second = await embed(page, { qualification: "8604-award" }, "#there");
    await second.near();
    await expect(second.heading("8604-award")).toBeVisible();
  });
});

test.describe("styles", () => {
  /** Everything of the look that could be inherited or reached, of the first element of each kind. */
  const look = (planner) =>
    planner.withElement((element) => {
      const kinds = new Set([...element.shadowRoot.querySelectorAll("*")].map((one) => one.localName));
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
      await expect(planner.state).toBeVisible();
      await everyPart(page);
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
    await expect((await embed(page, { qualification: "8607-award" })).state).toBeVisible();
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
    await expect(planner.button("Help me fill")).toHaveCSS("background-color", "rgb(90, 35, 51)");
  });
});

test("the planner says in which language it speaks, whatever the host’s is", async ({ page }) => {
  await open(page);
  await page.evaluate(() => (document.documentElement.lang = "ar"));
  const planner = await embed(page, { qualification: "8607-award" });
  expect(await planner.heading("8607-award").evaluate((element) => element.closest("[lang]")?.lang)).toBe("en-GB");
});

test("the host’s own storage is left alone", async ({ page }) => {
  await open(page);
  await page.evaluate(() => localStorage.setItem("theirs", "stays"));
  const planner = await embed(page, { qualification: "8607-award" });
  await planner.tick("8607-520");
  await planner.askToDeleteEverything();
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
    await planner.leave();
  }
});
