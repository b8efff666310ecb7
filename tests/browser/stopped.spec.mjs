// A program that stops in the middle of the work: what is left is a page in plain JavaScript.

import { embed } from "./support/embed.mjs";
import { openFile } from "./support/files.mjs";
import { inspect } from "./support/inspect.mjs";
import { Planner } from "./support/planner.mjs";
import { block, inStep, keeps, kept } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

/** A box is ticked, and whatever the program asks of the browser from now on stops it. */
async function stop(page) {
  await page.evaluate(() => {
    window.stops = true;
    document.querySelector("qualification-planner").shadowRoot.querySelector("li input[type=checkbox]").click();
  });
}

// A program whose memory is overwritten stops too, now and then with all of the page's memory taken first.
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const stopping = (call) =>
      function (...given) {
        if (window.stops) throw new WebAssembly.RuntimeError("unreachable");
        return call.apply(this, given);
      };
    const each = (table, change) => Object.fromEntries(Object.entries(table).map(([name, value]) => [name, change(value)]));
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = (answer, modules) =>
      instantiate(answer, each(modules, (table) => each(table, (one) => (typeof one === "function" ? stopping(one) : one))));
  });
});

test("a program that stops offers every plan, and another one opens them", async ({ planner, page, browser, troubles }) => {
  troubles.expect(/page error: .*RuntimeError/);
  await planner.open("8604-award");
  await planner.tick("8604-308");
  await planner.open("8607-diploma");
  await planner.tick("8607-501", "8607-503");
  await planner.rename("Siân’s plan");
  await keeps(page, "Siân’s plan");
  await stop(page);

  await expect(page.getByRole("alert")).toContainText("The planner has stopped because of a fault in it.");
  await inspect(page);
  const { name, text } = await planner.download(planner.button("Download every plan"));
  expect(name).toBe("qualification-planner-everything.json");
  expect(JSON.parse(text)).toEqual(await kept(page));

  const context = await browser.newContext();
  troubles.watch(context);
  const there = new Planner(await context.newPage(), servers.site);
  await there.open();
  await openFile(there, name, text);
  await there.takeIn.click();
  await expect(there.drafts).toHaveCount(2);
  await there.draft("Siân’s plan").getByRole("link").click();
  await expect(there.box("8607-503")).toBeChecked();
  await context.close();

  await planner.button("Reload the page").click();
  await expect(planner.box("8607-503")).toBeChecked();
  await planner.expectName("Siân’s plan");
});

test("nothing is found where it has stopped on a page of another’s that is hostile", async ({ page, troubles }) => {
  troubles.expect(/page error: .*RuntimeError/);
  await page.goto(`${servers.host}hosts/hostile.html`);
  const planner = await embed(page, { qualification: "8604-award" });
  await planner.box("8604-308").press("Space");
  await keeps(page, '"8604-308"');
  await stop(page);
  await expect(planner.scope.getByRole("alert")).toContainText("The planner has stopped because of a fault in it.");
  await inspect(page, { widths: [1280], of: "qualification-planner", within: "qualification-planner, .qp *" });
});

test("where the storage is gone too, a program that stops offers the second copy, and says where that is gone", async ({ planner, page, troubles }) => {
  troubles.expect(/page error: .*RuntimeError/);
  await planner.open("8604-award");
  await planner.tick("8604-308");
  await inStep(page);
  const before = await kept(page);
  await stop(page);
  await page.evaluate(block);
  const { text } = await planner.download(planner.button("Download every plan"));
  expect(JSON.parse(text)).toEqual(before);
  await page.evaluate(() => {
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException("no", "InvalidStateError");
    };
  });
  await planner.button("Download every plan").click();
  await expect(page.getByRole("alert")).toHaveText("This browser does not let the page reach what it keeps.");
  // What stopped is asked again by an event of the page: what the reader was told, and the focus, stay.
  await page.evaluate(() => dispatchEvent(new Event("pageshow")));
  await expect(page.getByRole("alert")).toHaveText("This browser does not let the page reach what it keeps.");
  await expect(planner.button("Download every plan")).toBeFocused();
});

test("a program that stops in an answer that came later is said to have stopped, another’s is not", async ({ planner, page }) => {
  await planner.open("8604-award");
  await planner.tick("8604-308");
  const reject = (ours) =>
    page.evaluate((ours) => {
      const reason = new WebAssembly.RuntimeError("unreachable");
      // As it comes from the program, whatever its files are called.
      const files = performance.getEntriesByType("resource").map(({ name }) => name);
      Object.defineProperty(reason, "stack", { value: ours ? files.join(" ") : "https://another.example/program.js" });
      window.dispatchEvent(new PromiseRejectionEvent("unhandledrejection", { promise: Promise.resolve(), reason }));
    }, ours);
  await reject(false);
  await expect(planner.box("8604-308")).toBeChecked();
  await reject(true);
  await expect(page.getByRole("alert")).toContainText("The planner has stopped because of a fault in it.");
});
