// The page as a file on a server: its headers, its base path, on paper, and without its program.
// That no page logs anything or asks another origin is checked in every test: see support/test.mjs.

import { chromium } from "@playwright/test";
import { withSettings } from "./support/browser.mjs";
import { qualifications, units } from "./support/facts.mjs";
import { Planner } from "./support/planner.mjs";
import { expect, servers, test, Troubles } from "./support/test.mjs";

test.describe("the watch over every test", () => {
  const watched = async (browser, act) => {
    const context = await browser.newContext();
    const troubles = new Troubles();
    troubles.watch(context);
    const page = await context.newPage();
    await page.goto(servers.site);
    await act(page);
    await context.close();
    return () => troubles.check();
  };

  for (const [what, act] of [
    ["a console message", (page) => page.evaluate(() => console.debug("hello"))],
    ["a page error", (page) => page.evaluate(() => void setTimeout(() => nothing.there)).then(() => page.waitForEvent("pageerror"))],
    ["a failed request", (page) => page.evaluate(() => fetch("nothing.json").then((answer) => answer.text()))],
    ["what the content policy blocks", (page) => page.evaluate(() => fetch("https://example.com/").catch(() => {}))],
  ]) {
    test(`sees ${what}`, async ({ browser }) => {
      const check = await watched(browser, act);
      expect(check).toThrow(/nobody expected/);
    });
  }

  test("is quiet where nothing is wrong", async ({ browser }) => {
    const check = await watched(browser, () => {});
    expect(check).not.toThrow();
  });
});

test.describe("the server’s answers", () => {
  test("carry a policy that lets in nothing inline and nobody else", async ({ request }) => {
    const headers = (await request.get(servers.site)).headers();
    const policy = headers["content-security-policy"];
    for (const part of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*(?!$)/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
  });

  test("are kept for ever where the name holds a hash, and asked for again where it does not", async ({ request, page }) => {
    const files = [];
    page.on("response", (response) => files.push(response));
    const last = page.waitForResponse(/planner-rest-/);
    await page.goto(servers.site);
    await expect(page.getByRole("contentinfo")).toBeVisible();
    await last;
    const kinds = Object.fromEntries(files.map((file) => [new URL(file.url()).pathname.replace(/-[0-9a-f]{8}\./, "-#."), file.headers()]));
    expect(Object.keys(kinds).sort()).toEqual(["/", "/embed.js", "/planner-#.css", "/planner-#.js", "/planner-#.wasm", "/planner-later-#.css", "/planner-next-#.wasm", "/planner-rest-#.wasm", "/planner-summary-#.wasm"]);
    for (const [name, headers] of Object.entries(kinds)) {
      if (name.includes("#")) expect(headers["cache-control"]).toContain("immutable");
      else expect(headers["cache-control"]).not.toContain("immutable");
    }
    expect(kinds["/planner-#.wasm"]["content-type"]).toBe("application/wasm");
    expect(kinds["/embed.js"]["content-type"]).toMatch(/^text\/javascript/);
    const licences = await request.get(`${servers.site}licences.txt`);
    expect(licences.ok()).toBe(true);
  });

  test("say the policy in the page too, for servers that send no headers", async ({ page }) => {
    await page.route(servers.site, async (route) => {
      const answer = await route.fetch();
      const headers = answer.headers();
      delete headers["content-security-policy"];
      await route.fulfill({ response: answer, headers });
    });
    await page.goto(servers.site);
    await expect(page.getByRole("contentinfo")).toBeVisible();
    await expect(page.locator("meta[http-equiv=Content-Security-Policy]")).toHaveAttribute("content", /default-src 'none'/);
  });
});

test("the planner works below a path of a server", async ({ page }) => {
  const planner = new Planner(page, servers.based);
  expect(new URL(servers.based).pathname).toBe("/planner/");
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await planner.open();
  await planner.card("8604-award").getByRole("link").click();
  await planner.tick("8604-308", "8604-401");
  await expect(planner.state).toHaveText(/^\S*Met: Complete/);
  await page.reload();
  await expect(planner.state).toHaveText(/^\S*Met: Complete/);
  expect(asked.filter((path) => !path.startsWith("/planner/"))).toEqual([]);
});

test("the path without its last stroke leads to the planner too", async ({ page }) => {
  await page.goto(servers.based.slice(0, -1));
  await expect(page).toHaveURL(servers.based);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("every page names the documents’ date, that this is unofficial, and to ask the centre", async ({ planner, page }) => {
  for (const id of ["", "8607-award"]) {
    await planner.open(id);
    // The planning screen has no foot: it says so with the plan.
    const says = id ? planner.summary : page.getByRole("contentinfo");
    await expect(says).toContainText(/Unofficial.*documents.*\d{1,2} \w+ 20\d\d.*centre/s);
  }
});

for (const width of [320, 390]) {
  test(`that it is unofficial is one line at the head of a screen ${width} px wide, and whole at its foot or with the plan`, async ({ planner, page }) => {
    await page.setViewportSize({ width, height: 700 });
    for (const id of ["", "8607-award"]) {
      await planner.open(id);
      const line = planner.scope.getByText("Unofficial: confirm with your centre", { exact: true }).filter({ visible: true });
      await expect(line).toBeInViewport({ ratio: 1 });
      const lines = await line.evaluate((one) => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).fontSize));
      expect(lines, "one line").toBeLessThan(2);
      if (id) await planner.dock.click();
      const whole = planner.scope.getByText(/^Unofficial(, from documents of.*|\.)$/).filter({ visible: true });
      await expect(whole).toHaveCount(1);
    }
  });
}

test.describe("without JavaScript", () => {
  test("the page says what it is, and leads to each qualification", async ({}, info) => {
    const context = await withSettings(info, { javascript: 2 });
    const page = context.pages()[0];
    await page.goto(servers.site);
    await listsEverything(page);
    await expect(page.locator("noscript p")).toHaveText(/^Planning needs JavaScript and WebAssembly, which are off/);
    await expect(page.locator("noscript p")).toBeVisible();
    await context.close();
  });
});

test.describe("without WebAssembly", () => {
  // Some browsers take it away with their fast compiler, for safety: so does Chromium with this switch.
  test("the page says what it is, leads to each qualification, and says what is missing", async ({}, info) => {
    const { launchOptions } = info.project.use;
    const browser = await chromium.launch({ ...launchOptions, args: [...launchOptions.args, "--js-flags=--jitless"] });
    const context = await browser.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error));
    await page.goto(servers.site);
    expect(await page.evaluate(() => typeof WebAssembly), "it is really off").toBe("undefined");
    await listsEverything(page);
    await expect(page.getByRole("alert")).toContainText(/WebAssembly/);
    expect(errors).toEqual([]);
    await browser.close();
  });
});

async function listsEverything(page) {
  await expect(page.getByRole("heading", { level: 1, name: "Plan your qualification" })).toBeVisible();
  await expect(page.getByRole("contentinfo")).toContainText("Unofficial");
  for (const one of qualifications) {
    const way = page.getByRole("link", { name: one.title, exact: true });
    await expect(way, "what it asks for has a page of its own: see pages.spec").toHaveAttribute("href", `${one.id}.html`);
    await expect(way).toBeVisible();
  }
}

test("a plan can be told apart from another by its title in the window", async ({ planner, page }) => {
  for (const { id, title } of qualifications) {
    await planner.open(id);
    await expect(page).toHaveTitle(`${title} · Qualification planner`);
  }
  expect(units.size).toBe(70);
});
