// Pictures of every screen, to be looked at: node tests/browser/screenshots.mjs FOLDER [SITE [SCREEN...]]
// The three of the README, and those only: node tests/browser/screenshots.mjs docs/images [SITE]
//
// Light and dark, at 320, 390, 768, 1280 and 1600 px; as a reader sees them without scrolling, and whole.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium as playwright } from "@playwright/test";
import { chromium } from "../../tools/chromium.mjs";
import { serve } from "../../tools/serve.mjs";
import { file as catalogue, openFile, six, small } from "./support/files.mjs";
import { everyPart } from "./support/inspect.mjs";
import { Planner } from "./support/planner.mjs";
import { block, spoil } from "./support/storage.mjs";

const [folder, root = process.env.QP_SITE ?? "dist", ...wanted] = process.argv.slice(2);
if (!folder) throw new Error("usage: node tests/browser/screenshots.mjs FOLDER [SITE]");
mkdirSync(folder, { recursive: true });

const WIDTHS = [320, 390, 768, 1280, 1600];
/** The narrowest at which the plan stands beside the units. */
const BESIDE = 1000;
const SCREENS = {
  async "first-visit"(planner) {
    await planner.open();
  },
  async "page-alone"(planner) {
    // The program never comes.
    await planner.page.route(/\/planner-[0-9a-f]{8}\.wasm$/, () => {});
    await planner.page.goto(`${planner.address}8607-diploma.html`);
    await planner.page.locator(".qp-unit input:enabled").first().waitFor();
  },
  async choose(planner) {
    await planner.open("8607-award");
    await planner.tick("8607-520");
    await planner.open("8604-award");
    await planner.tick("8604-308", "8604-401");
    await planner.open("8607-certificate");
    await planner.rename("Evening course");
    await planner.tick("8607-400", "8607-401");
    await planner.open();
  },
  async "plan-open"(planner) {
    await planner.open("8607-diploma");
    await planner.rename("Siân’s plan");
    await planner.tick("8607-521", "8607-503", "8607-409");
  },
  async "plan-broken"(planner) {
    await planner.open("8607-certificate");
    await planner.tick("8607-400", "8607-401", "8607-530", "8607-521", "8607-523", "8607-524");
  },
  async "unit-achieved"(planner) {
    await planner.open("8607-certificate");
    await planner.tick("8607-550", "8607-400");
    await planner.more("8607-501").click();
    const sheet = planner.details("8607-501");
    await sheet.getByRole("button", { name: "I already have this unit" }).click();
    await sheet.getByLabel("Achieved on").fill("2026-10-05");
    await sheet.getByLabel("Where it comes from").fill("Northfield College, 12/345");
    await sheet.getByLabel("Note").fill("Ask whether my team sessions can be evidence.");
  },
  async "plan-empty"(planner) {
    await planner.open("8607-diploma");
  },
  async "help-me-fill"(planner) {
    await planner.open("8607-certificate");
    await planner.tick("8607-506", "8607-533");
    await planner.help();
  },
  async "help-me-fill-compared"(planner) {
    await SCREENS["help-me-fill"](planner);
    for (const place of [0, 1]) await planner.fill.getByRole("checkbox", { name: "Compare" }).nth(place).check();
    await planner.fill.getByRole("button", { name: "Add a unit" }).filter({ visible: true }).click({ trial: false }).catch(() => {});
  },
  async unit(planner) {
    await planner.open("8607-certificate");
    await planner.tick("8607-502", "8607-400");
    await planner.more("8607-502").click();
    await planner.details("8607-502").waitFor();
  },
  async "unit-closed"(planner) {
    await planner.open("8607-certificate");
    await planner.tick("8607-502", "8607-400");
    await planner.unfold();
    await planner.more("8607-530").click();
    await planner.details("8607-530").waitFor();
  },
  async plans(planner) {
    await SCREENS["plan-open"](planner);
    await planner.button("Plans").click();
    await planner.name.waitFor();
  },
  async "plan-met"(planner) {
    await planner.open("8607-award");
    await planner.tick("8607-520", "8607-518");
  },
  async details(planner) {
    await planner.open("8607-certificate");
    await planner.rulesAndFacts();
  },
  async nothing(planner) {
    await planner.open("8607-diploma");
    await planner.search.fill("no such unit");
  },
  async "not-known"(planner) {
    const file = new URL("../catalogues/not-known.json", import.meta.url);
    await planner.open();
    await openFile(planner, "not-known.json", readFileSync(file, "utf8"));
    await planner.closeFile();
    await planner.scope.getByRole("link", { name: "Made-up Diploma" }).click();
    await planner.button("Look longer").waitFor();
  },
  async trouble(planner) {
    await planner.open("8604-award");
    await planner.page.evaluate(() => (Storage.prototype.setItem = () => {}));
    await planner.tick("8604-308");
  },
  async dock(planner, width) {
    await SCREENS["plan-broken"](planner);
    if (width < BESIDE) await planner.scope.getByRole("button", { name: /^My plan \(\d+\)$/ }).click();
  },
  async dialog(planner) {
    await planner.open();
    await planner.button("Delete everything from this browser").click();
  },
  async print(planner) {
    await SCREENS["plan-open"](planner);
    await planner.page.emulateMedia({ media: "print" });
  },
  async drafts(planner) {
    await SCREENS.choose(planner);
    await planner.drafts.getByRole("link", { name: "Evening course" }).click();
    const address = planner.page.url();
    await planner.byPlans("Duplicate this plan");
    await planner.page.waitForURL((url) => url.href !== address);
    await planner.rename("A draft with a name that is long enough to need more than one line on a phone");
    await planner.open();
    await planner.act("Plan for the Level 5 Award in Leadership and Management", "Delete");
    await planner.scope.getByText("Deleted plans (1)").click();
    await planner.acts("Evening course");
  },
  async "file-preview"(planner) {
    await SCREENS.choose(planner);
    const file = JSON.parse((await planner.download(planner.button("Save all plans as a file"))).text);
    const [first] = file.drafts;
    file.drafts.push({ ...first, draft: "another", plan: { ...first.plan, name: "A new one" } });
    file.drafts.push({ ...first, draft: "unknown", plan: { ...first.plan, name: "", qualification: "a-diploma-of-a-centre" } });
    file.drafts.push({ draft: "NOT A NAME" });
    await planner.drafts.getByRole("link", { name: "Evening course" }).click();
    await planner.tick("8607-501");
    await planner.open();
    await openFile(planner, "qualification-planner-plans-2026-11-24.json", JSON.stringify(file));
    await planner.takeIn.waitFor();
  },
  async share(planner) {
    await SCREENS["plan-open"](planner);
    await planner.share();
  },
  async "link-opened"(planner) {
    await SCREENS["plan-broken"](planner);
    await planner.rename("Siân’s plan");
    await planner.register("2024-09-01");
    const address = await planner.link({ named: true });
    await planner.page.goto("about:blank");
    await planner.page.goto(address);
    await planner.button("Keep it as another plan").waitFor();
  },
  async "link-refused"(planner) {
    await planner.page.goto(`${planner.address}#qp=1abc`);
    await planner.button("See all qualifications").waitFor();
  },
  async "list-unsaved"(planner) {
    await SCREENS.choose(planner);
    await planner.drafts.getByRole("link", { name: "Evening course" }).click();
    await planner.page.evaluate(block);
    await planner.tick("8607-501");
    await planner.leave();
    await planner.notice("Not everything is saved").waitFor();
  },
  async "draft-changed"(planner) {
    await planner.open("8607-award");
    await planner.rename("Siân’s plan");
    await planner.tick("8607-520", "8607-518");
    await planner.open();
    const file = JSON.parse((await planner.download(planner.button("Save all plans as a file"))).text);
    const [{ facts, catalogue }] = file.drafts;
    facts[0].credits += 1;
    facts[1].title = "An earlier title";
    catalogue.rules += 1;
    delete file.drafts[0].draft;
    file.drafts[0].plan.name = "A plan of last year";
    await openFile(planner, "drafts.json", JSON.stringify(file));
    await planner.takeIn.click();
    await planner.notice("The catalogue was changed since this plan was made").waitFor();
  },
  async "draft-missing"(planner) {
    await planner.page.goto(`${planner.address}#/8607-award:another`);
    await planner.notice("This plan is not here").waitFor();
  },
  async stopped(planner) {
    await SCREENS["plan-open"](planner);
    await planner.page.evaluate(() => {
      const error = new WebAssembly.RuntimeError("unreachable");
      // As if it came from the program, whatever its files are called.
      const files = performance.getEntriesByType("resource").map(({ name }) => name);
      Object.defineProperty(error, "stack", { value: files.join(" ") });
      window.dispatchEvent(new ErrorEvent("error", { error }));
    });
    await planner.button("Download every plan").waitFor();
  },
  async "not-loaded"(planner) {
    await SCREENS.choose(planner);
    await planner.page.route("**/*.wasm", (route) => route.abort());
    await planner.page.reload();
    await planner.button("Download every plan").waitFor();
  },
  async waiting(planner) {
    await SCREENS["own-catalogues"](planner);
    await planner.page.getByRole("link", { name: "Small Award", exact: true }).click();
    await planner.tick("First");
    await planner.open();
    await planner.button(`Remove: ${small.title}`).click();
    await planner.draft("Plan for small-award").getByRole("link").click();
    await planner.scope.getByText("This plan is kept in this browser as it is.").waitFor();
  },
  async "list-partly"(planner) {
    await SCREENS["list-unsaved"](planner);
    await planner.download(planner.button("Download every plan"));
    await planner.notice("Not every plan is in the file").waitFor();
  },
  async "changes-seen"(planner) {
    await SCREENS["draft-changed"](planner);
    await planner.button("I have seen this").click();
    await planner.button("Show what it was").waitFor();
  },
  async "many-in-a-file"(planner) {
    await planner.open();
    const draft = (_, at) => ({ plan: { qualification: "8607-award", name: `Learner ${at + 1}`, units: [{ code: "8607-520" }] } });
    const drafts = Array.from({ length: 70 }, draft);
    await openFile(planner, "group.json", JSON.stringify({ format: "qualification-planner drafts", schema: 2, drafts }));
    await planner.button("Show the other 20").waitFor();
  },
  async "own-catalogues"(planner) {
    await planner.open();
    await openFile(planner, "own.json", JSON.stringify(small));
    await planner.came("own.json was added").waitFor();
    await planner.closeFile();
    await planner.button(`Remove: ${small.title}`).scrollIntoViewIfNeeded();
  },
  async "plan-in-hours"(planner) {
    await own(planner, catalogue("whole/other-measures.json"), "wheel", "Throwing");
  },
  async "plan-in-points"(planner) {
    await own(planner, catalogue("whole/other-measures.json"), "stoneware", "Stoneware");
  },
  async "plan-in-units"(planner) {
    await own(planner, catalogue("whole/other-measures.json"), "raku", "Raku");
  },
  async "six-groups"(planner) {
    await own(planner, six, small.qualifications[0].id, "Unit A", "Unit B", "Unit D");
  },
  async "two-tabs"(planner) {
    // This page does not hear of the other.
    await planner.page.addInitScript(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), true));
    const other = new Planner(await planner.page.context().newPage(), planner.address);
    await planner.open("8607-diploma");
    await planner.tick("8607-501");
    await other.open("8607-diploma");
    await other.tick("8607-503");
    await planner.page.bringToFront();
    await planner.row("8607-504").getByText("Leading Innovation and Change").click();
    await planner.notice("Two tabs changed this plan").waitFor();
  },
  async "list-with-copy"(planner) {
    await SCREENS["two-tabs"](planner);
    await planner.open();
    await planner.scope.getByText("Conflicting copy").waitFor();
  },
  async "plan-newer"(planner) {
    await planner.open("8607-diploma");
    await planner.tick("8607-501", "8607-503");
    await spoil(planner.page, "8607-diploma", ['"schema":2', '"schema":9,"mood":1']);
    await planner.page.reload();
    await planner.page.getByText("made by a newer version of the planner").waitFor();
  },
  async "plan-damaged"(planner) {
    await planner.open("8604-award");
    await planner.tick("8604-308");
    await spoil(planner.page, "8604-award", ["8604-308", "damaged"]);
    await planner.page.reload();
    await planner.notice("A plan could not be read").waitFor();
  },
  async "plan-deleted"(planner) {
    await SCREENS.choose(planner);
    await planner.drafts.getByRole("link", { name: "Evening course" }).click();
    const address = planner.page.url();
    await planner.open();
    await planner.act("Evening course", "Delete");
    await planner.page.goto(address);
    await planner.page.getByRole("heading", { name: "This plan was deleted" }).waitFor();
  },
  async "file-error"(planner) {
    await planner.open();
    await openFile(planner, "a-file-with-a-rather-long-name-from-a-centre.json", '{"format": 1, "units": 7}');
  },
  async unsaved(planner) {
    await planner.page.addInitScript(block);
    await planner.open("8604-award");
    await planner.tick("8604-308");
    await planner.notice("Your plan is not saved").waitFor();
  },
  async "zoom-400"(planner) {
    // A quarter of the window, as after an enlargement.
    await planner.page.setViewportSize({ width: 320, height: 256 });
    await SCREENS["plan-open"](planner);
  },
  async "text-24"(planner) {
    const browser = await planner.page.context().newCDPSession(planner.page);
    // A change of colours takes it back.
    planner.page.enlarge = () => browser.send("Page.setFontSizes", { fontSizes: { standard: 24, fixed: 20 } });
    await planner.page.enlarge();
    await SCREENS["plan-open"](planner);
  },
  async "forced-colours"(planner) {
    await planner.page.emulateMedia({ forcedColors: "active" });
    await SCREENS["plan-broken"](planner);
  },
  async "forced-colours-met"(planner) {
    await planner.page.emulateMedia({ forcedColors: "active" });
    await SCREENS["plan-met"](planner);
  },
  async "right-to-left"(planner) {
    await SCREENS["plan-open"](planner);
    await planner.page.evaluate(() => (document.dir = "rtl"));
  },
  async "host-sheet"(planner) {
    const element = await host(planner, "8607-certificate", "inline-size: 1000px");
    await element.tick("8607-506", "8607-533");
    await element.rulesAndFacts();
  },
  async unknown(planner) {
    await planner.page.goto(`${planner.address}#/8607-doctorate`);
    await planner.page.getByRole("heading", { level: 1 }).first().waitFor();
  },
  async "host-first-visit"(planner) {
    await host(planner, "", "inline-size: 300px");
  },
  async "host-card"(planner) {
    const element = await host(planner, "8607-certificate", "inline-size: 300px");
    await element.button("Open the planner").click();
    await element.tick("8607-506", "8607-533");
    await element.button("Close").click();
  },
  async "host-window"(planner) {
    const element = await host(planner, "8607-certificate", "inline-size: 300px");
    await element.button("Open the planner").click();
    await element.tick("8607-506", "8607-533");
  },
  async "host-frame"(planner) {
    const element = await host(planner, "8607-certificate", "max-inline-size: 600px; block-size: 660px");
    await element.row("8607-506").or(element.button("Open the planner")).filter({ visible: true }).first().waitFor();
  },
  async "host-natural"(planner) {
    const element = await host(planner, "8607-certificate", "max-inline-size: 1000px");
    await element.row("8607-506").or(element.button("Open the planner")).filter({ visible: true }).first().waitFor();
  },
};

/** A plan for a qualification of a file. */
async function own(planner, text, id, ...titles) {
  await planner.open();
  await openFile(planner, "own.json", text);
  await planner.closeFile();
  await planner.page.goto(`${planner.address}#/${id}`);
  await planner.tick(...titles);
}

/** The element in a page of another's, of these styles. */
async function host({ page, address }, qualification, styles) {
  const style = `body { font: 17px/1.6 serif } qualification-planner { ${styles} }`;
  const element = `<qualification-planner ${qualification && `qualification="${qualification}"`}></qualification-planner>`;
  const words = ["<h1>Plan your course</h1><p>Choose your units before you come to see us.</p>", "<p>Questions? Call Student Services.</p>"];
  const body = `<!doctype html><meta name="viewport" content="width=device-width"><title>A centre</title><style>${style}</style>${words.join(element)}<script type="module" src="embed.js"></script>`;
  await page.route("**/centre.html", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(`${address}centre.html`);
  const planner = new Planner(page.locator("qualification-planner"));
  await planner.scope.locator("[part=planner]").waitFor();
  await everyPart(page);
  return planner;
}

/** Those of which the part in view says all. */
const IN_VIEW_ONLY = ["dock", "dialog", "other-ways", "ways-to-complete", "unit", "unit-closed", "plans", "details", "share", "host-window", "host-sheet", "file-error"];

const server = await serve({ root });
const browser = await playwright.launch({ executablePath: await chromium(), args: ["--no-sandbox", "--disable-gpu"] });
if (folder.endsWith("docs/images")) {
  await readme();
} else {
  await every();
}
await browser.close();
await server.close();

async function readme() {
  const pictures = [
    ["wide-light", "plan-open", { colorScheme: "light", viewport: { width: 1280, height: 900 } }],
    ["wide-dark", "plan-broken", { colorScheme: "dark", viewport: { width: 1280, height: 900 } }],
    ["phone", "plan-open", { colorScheme: "light", viewport: { width: 390, height: 844 } }],
  ];
  for (const [name, screen, look] of pictures) {
    const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce", ...look });
    const page = await context.newPage();
    await SCREENS[screen](new Planner(page, server.url), look.viewport.width);
    await page.mouse.move(0, 0);
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await context.close();
  }
}

/** What can be done next comes with a part of the program. */
async function settled(page) {
  await everyPart(page);
  const state = page.locator("#qp-state").filter({ visible: true });
  if ((await state.count()) === 0) return;
  const isDue = state.filter({ hasText: /Broken|to go/ });
  if ((await isDue.count()) > 0) await page.locator(".qp-my-plan .qp-button--main").waitFor();
}

async function every() {
  for (const [name, show] of Object.entries(SCREENS)) {
    if (wanted.length && !wanted.includes(name)) continue;
    for (const width of WIDTHS) {
      const height = width < 600 ? width * 2 : 900;
      const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce", viewport: { width, height } });
      const page = await context.newPage();
      await show(new Planner(page, server.url), width);
      await settled(page);
      await page.mouse.move(0, 0);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await page.enlarge?.();
        await page.evaluate(() => scrollTo(0, 0));
        const path = (kind) => join(folder, `${name}-${width}-${colorScheme}${kind}.png`);
        await page.screenshot({ path: path("") });
        if (!IN_VIEW_ONLY.includes(name)) await page.screenshot({ path: path("-whole"), fullPage: true });
        if (name === "print" && colorScheme === "light" && width === 1280) {
          await page.pdf({ path: join(folder, "print.pdf"), format: "A4", preferCSSPageSize: true });
        }
      }
      await context.close();
    }
  }
}
