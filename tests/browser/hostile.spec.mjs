// Hostile text in every place that takes one, and wherever it comes out again: nothing runs, no element comes of it,
// and it is shown and kept letter by letter.
//
// The page's own content policy would stop most of it. It is taken off here, as a host page may have
// none: the planner has to be harmless by itself.

import { embed } from "./support/embed.mjs";
import { qualification } from "./support/facts.mjs";
import { file, openFile, small } from "./support/files.mjs";
import { everyPart, overflowing } from "./support/inspect.mjs";
import { asName, LONG, PAYLOADS, STEERING } from "./support/payloads.mjs";
import { everything, sample } from "./support/runs.mjs";
import { forget, keeps, kept } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

test.use({ bypassCSP: true });

const NAMES = [...PAYLOADS, ...STEERING, { what: "a text without end", text: LONG }];
const names = NAMES.map(({ text }) => asName(text));
const texts = PAYLOADS.map(({ text }) => text);
// For places where each text takes a screen of its own. Those that take all of them at once get all.
const SOME = sample(NAMES, 6);

let ran;
test.beforeEach(async ({ context, page }) => {
  ran = [];
  await context.exposeFunction("ran", () => ran.push("a payload"));
  page.on("dialog", (dialog) => {
    ran.push(`a dialogue: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("popup", () => ran.push("a window"));
  page.on("framenavigated", (frame) => frame.parentFrame() && ran.push("a frame"));
});

/** Nothing has run, and there is no element and no attribute that the planner does not make itself. */
async function harmless(page, where) {
  await everyPart(page);
  const found = await page.evaluate(() => {
    const odd = [];
    const never = "script, img, iframe, frame, object, embed, style, link, base, meta, math, noscript, template, audio, video, animate, foreignObject, form:not(.qp-rename), svg:not(.qp-icon, .qp-scale, .qp-code-picture), svg > :not(path, rect), svg > * > *, :not(svg) > a:not([href^='#'])";
    for (const element of document.querySelectorAll("qualification-planner")) {
      for (const one of element.shadowRoot.querySelectorAll(never)) odd.push(one.outerHTML.slice(0, 100));
      for (const one of element.shadowRoot.querySelectorAll("*")) {
        for (const { name, value } of one.attributes) {
          const isOdd = /^on|^srcdoc$|^src$|^autofocus$|^formaction$|^data$/i.test(name) || !/^[a-z-]+$/i.test(name);
          if (name === "autofocus" && one.matches("dialog .qp-sheet-title")) continue;
          if (isOdd || (name === "style" && /url|import/i.test(value)) || (name === "href" && !value.startsWith("#"))) odd.push(`${name}="${value}"`);
        }
      }
    }
    for (const one of document.querySelectorAll("img, iframe, svg:not(.qp-icon, .qp-scale), style, object, base, script:not([src])")) odd.push(`in the page: ${one.outerHTML.slice(0, 100)}`);
    for (const key in {}) odd.push(`every object has ${key}`);
    return odd;
  });
  expect(found, `elements and attributes of nobody, ${where}`).toEqual([]);
  expect(ran, `what ran, ${where}`).toEqual([]);
}

const letters = (locator) => locator.evaluateAll((all) => all.map((one) => one.textContent));
const sorted = (list) => [...list].sort();
/** An element comes to say this, letter by letter. */
const says = (locator, text, what) => expect.poll(async () => (await letters(locator))[0], what).toBe(text);
/** Types a text, also one with letters that no keyboard has. */
async function type(field, text) {
  if (!/\p{Cc}/u.test(text)) return field.fill(text);
  return field.evaluate((field, text) => {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }, text);
}
const go = (page, address) => page.evaluate((address) => void (location.href = address), address);

/** Texts that could be more than a text in a table or a calendar. */
const forTables = (text) => /^[\s\ufeff]*[=+\-@＝'"|%]|[",;\\]|[\r\n\t\0\u2028]/.test(text);

/**
 * The text of the file that a button offers, without the download itself: of very many from one page
 * Chromium loses one now and then.
 */
async function offered(page, button) {
  await page.evaluate(() => {
    HTMLAnchorElement.prototype.click = () => {};
    const make = URL.createObjectURL;
    window.offer = new Promise((done) => {
      URL.createObjectURL = (blob) => {
        URL.createObjectURL = make;
        blob.text().then(done);
        return URL.createObjectURL(blob);
      };
    });
  });
  await button.press("Enter");
  return page.evaluate(() => window.offer);
}

/** The text of the file that the sheet of a plan offers under this name. */
async function given(planner, name) {
  const sheet = await planner.share();
  const text = await offered(planner.page, sheet.getByRole("button", { name, exact: true }));
  await planner.closeShare();
  return text;
}

/** The rows of a table. */
function rows(csv) {
  const all = [[]];
  for (const [, end, quoted, plain] of csv.replace(/^\ufeff/, "").matchAll(/(,|\r\n|^)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (end === "\r\n") all.push([]);
    all.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
  }
  return all.filter((row) => row.length > 1);
}

/** A cell says the text, and no spreadsheet takes it for a formula. */
function expectCell(cell, text, what) {
  expect(cell.replace(/^'/, ""), what).toBe(text.replace(/^'/, ""));
  expect(cell, what).not.toMatch(/^[\s\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n\0]/);
}

/** Every line is one of those that the planner writes, or goes on from the one before. */
function expectCalendar(text, what) {
  const own = /^(BEGIN:(VCALENDAR|VEVENT)|END:(VCALENDAR|VEVENT)|VERSION:2\.0|PRODID:.*|UID:.*|DTSTAMP:.*|SEQUENCE:\d+|DTSTART;VALUE=DATE:\d{8}|TRANSP:TRANSPARENT|SUMMARY:.*|DESCRIPTION:.*)$/s;
  const lines = text.replaceAll("\r\n ", "").split(/\r\n|\r|\n/);
  expect(lines.pop(), what).toBe("");
  expect(lines.filter((line) => !own.test(line)), `lines of nobody, ${what}`).toEqual([]);
  const events = lines.filter((line) => line === "BEGIN:VEVENT").length;
  for (const line of ["END:VEVENT"]) expect(lines.filter((one) => one === line), what).toHaveLength(events);
}

/** The text of a file of drafts. */
const fileOf = (drafts) => JSON.stringify({ format: "qualification-planner drafts", schema: 2, made: "2026-11-24", drafts });

/** A draft for such a file. `facts` are titles by the code of the unit. */
const draftOf = (name, facts = {}, of = "8607-diploma") => ({
  changed: 1_795_000_000,
  plan: { qualification: of, name, registered: null, units: Object.keys(facts).map((code) => ({ code, achieved: false })) },
  facts: Object.entries(facts).map(([code, title]) => ({ code, title, credits: 1, guided_learning_hours: 1 })),
});

test("in a name that is typed stays text in the plan, on paper, in a table and behind its link", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  const title = await page.title();
  const links = [];
  for (const { what, text } of SOME) {
    const name = asName(text);
    await planner.inPlans(async () => {
      await planner.name.evaluate((field) => field.removeAttribute("maxlength"));
      await type(planner.name, text);
      expect(await planner.name.inputValue(), what).toBe(name);
      await harmless(page, "in the sheet of the plans");
    });
    const address = await planner.link({ named: true });
    expect(address, what).toMatch(/#qp=1[\w.~$*+:/-]+Z$/);
    links.push(address);
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => letters(page.locator(".qp-paper-who dd").first()), what).toEqual([name]);
    await page.emulateMedia({ media: "screen" });
    expect(await page.title(), what).toBe(title);
    if (!forTables(text)) continue;
    const [head, row, ...more] = rows(await given(planner, "Spreadsheet (CSV)"));
    expect(more, what).toEqual([]);
    expect(row, what).toHaveLength(head.length);
    expectCell(row[0], name, what);
  }
  await harmless(page, "in the plan");
  await page.emulateMedia({ media: "print" });
  await harmless(page, "on paper");
  await page.emulateMedia({ media: "screen" });
  await page.reload();
  await planner.expectName(asName(SOME.at(-1).text));

  for (const [at, link] of links.entries()) {
    await go(page, link);
    await says(page.getByRole("heading", { level: 1 }), asName(SOME[at].text), `a link with ${SOME[at].what}`);
  }
  await harmless(page, "behind links");
  expect(await page.title()).toBe("A plan from a link · Qualification planner");
  await planner.button("Keep it as another plan").click();
  await planner.expectName(asName(SOME.at(-1).text));
  await harmless(page, "in a draft that came as a link");
});

test("in a name that is given in the list stays text in the list, in what is said of it, and among the deleted", async ({ planner, page }) => {
  await planner.open("8607-award");
  await planner.tick("8607-501");
  await planner.open();
  const told = planner.scope.locator(".qp-told");
  for (const { what, text } of SOME) {
    await planner.drafts.getByRole("button").first().press("Enter");
    const field = planner.scope.getByLabel("New name");
    await field.evaluate((field) => field.removeAttribute("maxlength"));
    await type(field, text);
    await field.press("Enter");
    const name = asName(text);
    await says(planner.drafts.getByRole("heading"), name, what);
    if (name === text) await says(told, `The plan is called “${name}” now.`, what);
    const labels = () => planner.drafts.getByRole("button").evaluateAll((all) => all.map((one) => one.ariaLabel));
    await expect.poll(labels, what).toEqual([`More: ${name}`]);
  }
  await harmless(page, "in the list");
});

test("in a new name is said as the name that was kept", async ({ planner, page }) => {
  await planner.open("8607-award");
  await planner.tick("8607-501");
  await planner.open();
  for (const { what, text } of [{ what: "a long name", text: "long ".repeat(40) }, ...STEERING]) {
    await planner.drafts.getByRole("button").first().click();
    const field = planner.scope.getByLabel("New name");
    await field.evaluate((field) => field.removeAttribute("maxlength"));
    await type(field, text);
    await field.press("Enter");
    await says(planner.drafts.getByRole("heading"), asName(text), what);
    await says(planner.scope.locator(".qp-told"), `The plan is called “${asName(text)}” now.`, what);
  }
});

test("in a name turns nothing round but itself", async ({ planner, page }) => {
  await planner.open("8607-award");
  await planner.rename("\u202Egpj.exe");
  await planner.open();
  await planner.drafts.getByRole("button").click();
  await planner.button("Duplicate").click();
  /** How far to the right of its first letter the last letter of a part of the text stands. */
  const forth = (locator, words) =>
    locator.evaluate((element, words) => {
      const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const at = () => nodes.currentNode.data.lastIndexOf(words);
      while (nodes.nextNode() && at() < 0);
      const box = (place) => {
        const range = document.createRange();
        range.setStart(nodes.currentNode, place);
        range.setEnd(nodes.currentNode, place + 1);
        return range.getBoundingClientRect().left;
      };
      return box(at() + words.length - 1) - box(at());
    }, words);
  await expect(planner.scope.locator(".qp-told")).toContainText("was duplicated");
  expect.soft(await forth(planner.scope.locator(".qp-told"), "duplicated"), "what is said of it").toBeGreaterThan(0);
  expect.soft(await forth(planner.drafts.first().locator(".qp-plan-state"), "credits"), "the card").toBeGreaterThan(0);
  await openFile(planner, "\u202Egpj.json", JSON.stringify(small));
  await expect(planner.came("was added")).toBeVisible();
  expect.soft(await forth(planner.came("was added").getByRole("heading"), "added"), "the name of a file").toBeGreaterThan(0);
});

test("in a list of codes adds nothing and is named as what it is", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.button("Plans").click();
  await planner.scope.getByText("Add units by their codes", { exact: true }).click();
  const said = planner.scope.getByRole("status").filter({ hasText: /added/ });
  const all = [...PAYLOADS, ...STEERING].map(({ text }) => text);
  for (let at = 0; at < all.length; at += 8) {
    const text = `${all.slice(at, at + 8).join("\n")}\n999${at}`;
    await planner.scope.getByRole("textbox", { name: "Codes of units" }).fill(text);
    await planner.button("Add these units").click();
    await expect(said).toContainText(`“999${at}”`);
    await expect(said).toContainText("No unit was added.");
    const unknown = (await letters(said.locator("p"))).at(-1);
    const plain = (text) => text.normalize("NFKC").replace(/\p{Pd}/gu, "-").toLowerCase();
    for (const [, word] of unknown.matchAll(/“([^”]*)”/g)) expect(plain(text)).toContain(plain(word));
  }
  await harmless(page, "in what is said of codes");
  await planner.close();
  await expect(planner.progress).toHaveAttribute("aria-valuenow", "0");
});

test("in a file of plans is shown before it is added, and kept as it is", async ({ planner, page }) => {
  await planner.open();
  const called = `${texts[4]}.json`;
  await openFile(planner, called, fileOf(NAMES.map(({ text }, at) => draftOf(text, {}, at % 9 ? "8607-diploma" : "nobody-has-it"))));
  await says(page.locator("#qp-file-came"), `Plans in ${called}`);
  await planner.showAll();
  expect(await letters(page.locator(".qp-arrival strong"))).toEqual(names);
  await harmless(page, "before it is added");

  await planner.takeIn.click();
  await expect(planner.scope.getByText(`${names.length} plans were added from the file.`)).toBeVisible();
  await planner.showAll();
  await expect(planner.drafts).toHaveCount(names.length);
  expect(sorted(await letters(planner.drafts.getByRole("heading")))).toEqual(sorted(names));
  await harmless(page, "in the list");
  const { text } = await planner.download(planner.button("Save all plans as a file"));
  expect(sorted(JSON.parse(text).drafts.map(({ plan }) => plan.name))).toEqual(sorted(names));

  // Those for a qualification that is here.
  const known = planner.drafts.filter({ has: page.getByRole("progressbar") });
  await known.first().getByRole("link").click();
  await planner.button("Plans").click();
  const here = await planner.name.inputValue();
  // As many as the sheet lists, the one that is open among them.
  const listed = page.locator(".qp-plan-name");
  await expect(listed).toHaveCount(12);
  for (const name of await letters(listed)) expect(names).toContain(name);
  await expect(page.locator(".qp-plan-name[aria-current]")).toContainText(here.trim());
  await harmless(page, "among the other plans");

  await planner.button("Delete this plan").click();
  await says(planner.scope.locator(".qp-told"), `“${here}” deleted.`);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "This plan was deleted" })).toBeVisible();
  await expect(page.getByText("is among the deleted plans of this browser.")).toContainText(here.trim());
  await harmless(page, "on the screen of a deleted draft");
  await planner.open();
  const gone = [here];
  for (let number = 1; number < 8; number++) {
    const heading = planner.drafts.getByRole("heading").first();
    const [name] = await letters(heading);
    await planner.drafts.first().getByRole("button").click();
    await planner.button("Delete").click();
    await says(planner.scope.locator(".qp-told"), `“${name}” deleted.`);
    gone.push(name);
  }
  await planner.scope.getByText("Deleted plans (8)").click();
  await expect.poll(async () => sorted(await letters(page.locator(".qp-deleted-plan > p")))).toEqual(sorted(gone));
  await harmless(page, "among the deleted drafts");
});

test("in the name of a file stays inside a narrow page, however long it is", async ({ planner, page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await planner.open();
  const name = `my-drafts-of-the-diploma-in-leadership-and-management-2026-11-24_${"x".repeat(60)}.json`;
  await openFile(planner, name, fileOf([draftOf("One")]));
  await says(page.locator("#qp-file-came"), `Plans in ${name}`);
  expect.soft(await overflowing(page), "a plan file").toEqual([]);
  await planner.closeFile();
  await openFile(planner, name, "{");
  await expect(planner.came(name)).toBeVisible();
  expect.soft(await overflowing(page), "a file that cannot be read").toEqual([]);
});

test("in a name that is one long word stays inside a narrow page", async ({ planner, page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  const word = `https://evil.example/${"W".repeat(59)}`;
  const inside = async (where) => expect.soft(await overflowing(page), where).toEqual([]);
  await planner.open();
  await openFile(planner, "words.json", fileOf([draftOf(word), draftOf(word, {}, "nobody-has-it")]));
  await expect(page.locator(".qp-arrival strong")).toHaveCount(2);
  await inside("before it is added");
  await planner.takeIn.click();
  await expect(planner.drafts).toHaveCount(2);
  await inside("in the list");
  // Which of two stands first, where both came at once, is nobody’s business.
  const known = planner.drafts.filter({ has: page.getByRole("progressbar") });
  await known.getByRole("button").click();
  await inside("in what can be done with it");
  await planner.button("Duplicate").click();
  await expect(planner.scope.locator(".qp-told")).toContainText(word);
  await inside("in what is said of it");
  await known.first().getByRole("link").click();
  await planner.button("Plans").click();
  await expect(planner.name).toHaveValue(/W{30}/);
  const name = await planner.name.inputValue();
  await inside("in the sheet of the plans");
  await planner.close();
  await inside("in the plan");
  const sheet = await planner.share();
  await sheet.getByLabel("Put the plan’s name in the link").check();
  await expect(sheet.getByLabel("Link to this plan")).toHaveValue(/#qp=1.{80}/);
  await inside("with its link");
  await planner.closeShare();
  const address = await planner.link({ named: true });
  await planner.button("Plans").click();
  await planner.button("Delete this plan").click();
  await planner.scope.getByText(/Deleted plans/).click();
  await inside("among the deleted");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await inside("deleted");
  await go(page, address);
  await says(page.getByRole("heading", { level: 1 }), name);
  await inside("behind a link");
});

test("in the titles of units that are not here is shown where they are named", async ({ planner, page }) => {
  await planner.open();
  const ours = qualification("8607-diploma").groups.flatMap((group) => group.units);
  const parts = [];
  for (let at = 0; at < texts.length; at += 12) parts.push(texts.slice(at, at + 12));
  const units = (code) => parts.map((part) => Object.fromEntries(part.map((text, at) => [code(at), text])));
  const all = { gone: units((at) => `Z-${100 + at}`), renamed: units((at) => ours[at]) };
  const drafts = Object.entries(all).flatMap(([kind, list]) => list.map((facts, at) => draftOf(`${kind} ${at}`, facts)));
  await openFile(planner, "titles.json", fileOf(drafts));
  await planner.takeIn.click();
  await expect(planner.drafts).toHaveCount(drafts.length);
  for (const [kind, list] of Object.entries(all)) {
    for (const [at, facts] of sample([...list.entries()], 2)) {
      await planner.open();
      await planner.draft(`${kind} ${at}`).getByRole("link").click();
      const told = planner.notice("The catalogue was changed since this plan was made");
      await expect(told).toBeVisible();
      const lines = (await letters(told.locator("p"))).join("\n");
      for (const text of Object.values(facts)) expect(lines).toContain(kind === "gone" ? ` ${text} (` : `“${text}”`);
      if (kind === "gone") {
        const summary = async () => (await letters(planner.summary)).join();
        for (const text of Object.values(facts)) await expect.poll(summary).toContain(text);
      }
      await harmless(page, `in a plan whose units are ${kind}`);
    }
  }
});

/** Gives drafts in the storage other names, and other titles to the units of all, with a checksum that fits. */
function rewrite(page, change) {
  return page.evaluate(
    ([change, source]) => {
      const fnv = (text) => {
        let hash = 0xcbf29ce484222325n;
        for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
        return hash.toString(16).padStart(16, "0");
      };
      const changed = new Function(`return ${source}`)();
      const keys = Object.keys(localStorage).filter((key) => key.includes("/draft/"));
      for (const [at, key] of keys.sort().entries()) {
        const { checksum, ...draft } = JSON.parse(localStorage.getItem(key));
        if (fnv(JSON.stringify(draft)) !== checksum) throw new Error(`the checksum of ${key} is another`);
        changed(draft, at, change);
        localStorage.setItem(key, JSON.stringify({ ...draft, checksum: fnv(JSON.stringify(draft)) }));
      }
    },
    [change.values, change.by.toString()],
  );
}

test("in the storage, with a checksum that fits, is shown as what it is, and so in a file of everything", async ({ planner, page }) => {
  await planner.open();
  await openFile(planner, "plain.json", fileOf(names.map((_, at) => draftOf(`Plain ${at}`))));
  await planner.takeIn.click();
  await expect(planner.scope.getByText(`${names.length} plans were added from the file.`)).toBeVisible();
  await planner.showAll();
  await expect(planner.drafts).toHaveCount(names.length);
  await rewrite(page, { values: NAMES.map(({ text }) => text.slice(0, 1000)), by: (draft, at, values) => { draft.content.plan.name = values[at]; } });
  await page.reload();
  await expect(planner.drafts.first()).toBeVisible();
  await planner.showAll();
  await expect(planner.drafts).toHaveCount(names.length);
  expect(sorted(await letters(planner.drafts.getByRole("heading")))).toEqual(sorted(names));
  await expect(planner.notices).toHaveCount(0);
  await harmless(page, "in the list, from the storage");

  const everything = await kept(page);
  const elsewhere = `${texts[4]}%2F/../`.replaceAll("%", "%25").replaceAll("/", "%2F");
  const moved = Object.entries(everything).map(([key, text]) => [key.replace("/2//", `/2/${elsewhere}/`), text]);
  await forget(page);
  await page.reload();
  await openFile(planner, "everything.json", JSON.stringify(Object.fromEntries([...moved, [`qualification-planner/${texts[0]}`, texts[0]]])));
  await expect(page.locator("#qp-file-came")).toBeVisible();
  await planner.showAll();
  await expect(page.locator(".qp-arrival strong")).toHaveCount(names.length);
  expect(sorted(await letters(page.locator(".qp-arrival strong")))).toEqual(sorted(names));
  await harmless(page, "in a file of everything");
});

test("in what is in the storage beside plans, or is none, is left alone and said", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await page.evaluate((texts) => {
    const root = "qualification-planner/2//";
    for (const [at, text] of texts.entries()) {
      localStorage.setItem(`${root}draft/${text}/${text}-1`, text);
      localStorage.setItem(`${root}catalogue/${text}`, `{"format": 1, ${JSON.stringify(text)}: ${JSON.stringify(text)}}`);
      if (at < 3) localStorage.setItem(`${root}draft/odd${at}/writer-1`, text);
    }
    localStorage.setItem(`${root}log`, texts[0]);
    localStorage.setItem(`${root}copied/${texts[0]}`, texts[0]);
  }, texts);
  await planner.open();
  await expect(planner.drafts).toHaveCount(1);
  await expect(planner.notice("A plan could not be read")).toHaveCount(3);
  await expect(planner.notice("There is a problem with")).toBeVisible();
  await harmless(page, "in the list");
  const download = await planner.download(planner.notice("A plan could not be read").first().getByRole("button", { name: "Download it" }));
  expect(texts.slice(0, 3)).toContain(download.text);
});

test("in a plan of a newer version is shown as it is", async ({ planner, page }) => {
  await planner.open();
  const facts = Object.fromEntries(texts.map((text, at) => [`Z-${100 + at}`, text]));
  await openFile(planner, "newer.json", fileOf([draftOf(texts[4], facts)]));
  await planner.takeIn.click();
  await planner.expectName(texts[4]);
  await rewrite(page, { values: 9, by: (draft, _, schema) => { draft.schema = schema; } });
  await page.reload();
  await says(page.getByRole("heading", { level: 1 }), texts[4]);
  await expect.poll(() => letters(page.locator(".qp-picked-title"))).toEqual(texts);
  await harmless(page, "in a draft of a newer version");
  await planner.open();
  await says(planner.draft(texts[4]).getByRole("heading"), texts[4]);
  await harmless(page, "in the list");
});

test("in the codes and names of a file of plans is refused", async ({ planner, page }) => {
  await planner.open();
  // As names are read: without letters of no width, with any dash for a hyphen and single spaces.
  const read = (text) => text.replace(/[\u200b\u2060\ufeff\u00ad]/g, "").replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, "-").trim().replace(/\s+/g, " ");
  const bad = texts.filter((text) => !/^[\w./()&+* -]{1,64}$/.test(read(text)));
  const refused = bad.flatMap((text) => [draftOf("code", { [text]: "x" }), draftOf("of", {}, text), { ...draftOf("id"), draft: text }, { ...draftOf("key"), [text]: text }]);
  await openFile(planner, "refused.json", fileOf([draftOf("good"), ...refused]));
  // A unit that has no code is left out of its draft, and a key that nobody knows is not read: both are said, but of one that begins as the address of a schema does.
  await expect(page.locator("#qp-file-came")).toBeVisible();
  await planner.showAll();
  await expect(page.locator(".qp-arrival strong")).toHaveText(["good", ...bad.flatMap(() => ["code", "key"])]);
  await expect(page.locator(".qp-arrival").filter({ hasText: "Left out: " })).toHaveCount(2 * bad.length - bad.filter((text) => text.startsWith("$")).length);
  await expect(page.getByText(`${2 * bad.length} more plans in it cannot be read.`)).toBeVisible();
  await harmless(page, "beside drafts that are refused");
  for (const [at, text] of [
    `{"format": "qualification-planner drafts", "schema": 2, "__proto__": {"ran": 1}, "drafts": [{"__proto__": {"plan": 1}, "constructor": {"prototype": {"ran": 1}}}]}`,
    `{"format": "qualification-planner drafts", "schema": 2, "drafts": [{"plan": {"qualification": "8607-award", "name": "\\ud800<img src=x onerror=ran()>", "units": []}}]}`,
    `{"qualification-planner/2/__proto__/draft/__proto__/constructor-1": "<script>ran()</script>"}`,
    `{"qualification": "<script>ran()</script>", "units": []}`,
  ].entries()) {
    const name = `${at} ${texts[5].replaceAll("/", "_")}.json`;
    await openFile(planner, name, text);
    await expect(planner.fileSheet.getByRole("heading", { level: 3 }).filter({ hasText: name })).toHaveText(/(^Plans in |“)\d /);
    await harmless(page, text.slice(0, 80));
  }
});

const cut = (text, most) => [...text].slice(0, most).join("");

/** A catalogue that says `text` wherever it may: a qualification for each. */
function catalogueOf(texts) {
  const [model] = JSON.parse(file("whole/pathways-and-nations.json")).qualifications;
  const units = JSON.parse(file("whole/pathways-and-nations.json")).units;
  return {
    format: 1,
    id: "hostile",
    title: texts[0],
    awarding_body: texts[4],
    source: { document: texts[5], checked: "2026-11-22" },
    units: texts.flatMap((text, at) => units.map((unit) => ({ ...unit, code: `${unit.code}-${at}`, title: text, subject: cut(text, 64), tags: [...(unit.tags ?? []), cut(text, 64)] }))),
    qualifications: texts.map((text, at) => {
      const own = JSON.parse(JSON.stringify(model).replace(/"D-\d"/g, (code) => `${code.slice(0, -1)}-${at}"`));
      own.id = `hostile-${at}`;
      for (const key of ["title", "heading", "purpose", "assessment", "designation"]) own[key] = text;
      for (const key of ["suite", "accreditation_number"]) own[key] = cut(text, 64);
      own.post_nominals = cut(text, 40);
      own.notes = [{ text, heading: text }];
      for (const key of ["for_learners", "for_employers", "progression"]) own[key] = [text];
      for (const place of [...own.groups, ...own.pathways, ...own.nations, ...own.endorsements]) place.title = text;
      for (const rule of own.rules) Object.assign(rule, { note: text, heading: text }, rule.kind === "condition" && { text });
      own.completion_years = 3;
      return own;
    }),
  };
}

test("in every text of a catalogue file is shown as it is", async ({ planner, page }) => {
  await planner.open();
  await openFile(planner, `${texts[4]}.json`, JSON.stringify(catalogueOf(texts)));
  const notice = planner.came("was added");
  await says(notice.locator("h3 > span").last(), `${texts[4]}.json was added`);
  await planner.closeFile();
  const titles = () => letters(page.locator(".qp-offer-way"));
  await expect.poll(titles).toEqual(expect.arrayContaining(texts));
  await harmless(page, "in the choice");

  for (const [at, text] of sample([...texts.entries()], 6)) {
    const { what } = PAYLOADS[at];
    await go(page, `#/hostile-${at}`);
    await says(page.getByRole("heading", { level: 1 }), text, what);
    const title = `${text} · Qualification planner`;
    // The window’s title has no space at its ends and no two in a row.
    expect(await page.title(), what).toBe(title.replace(/ +/g, " ").replace(/^ /, ""));
    const boxes = planner.scope.getByRole("checkbox");
    await expect.poll(() => letters(page.getByRole("group").getByRole("heading", { level: 2 })), what).toEqual([text, text, text, "Besides units"]);
    for (const nth of [0, 1]) await boxes.nth(nth).evaluate((box) => box.click());
    const sheet = await planner.rulesAndFacts();
    const about = async () => (await letters(sheet)).join("\n").split(text).length;
    // Its purpose, designation, notes and lines, and the note, the heading and the units of every rule.
    await expect.poll(about, what).toBeGreaterThan(15);
    await planner.close();
    await harmless(page, `with ${what}`);
    await planner.inPlans(async (sheet) => {
      const options = async () => (await letters(sheet.locator("option"))).filter((option) => option === text);
      await expect.poll(options, what).toHaveLength(5);
      await harmless(page, `with ${what}, in the sheet of the plans`);
    });
    if (!forTables(text)) continue;
    await planner.register("2024-09-01");
    expectCalendar(await given(planner, "Calendar"), what);
    const [head, ...lines] = rows(await given(planner, "Spreadsheet (CSV)"));
    expect(lines, what).toHaveLength(2);
    for (const line of lines) {
      expect(line, what).toHaveLength(head.length);
      for (const place of ["Qualification", "Title", "Group"]) expectCell(line[head.indexOf(place)], text, `${what}, ${place}`);
      expectCell(line[head.indexOf("Qualification number")], cut(text, 64), what);
    }
  }
});

test("in a problem of a catalogue file is named as it is", async ({ planner, page }) => {
  await planner.open();
  for (let at = 0; at < texts.length; at += 10) {
    const part = texts.slice(at, at + 10);
    const name = `${part[0].replaceAll("/", "_")}.json`;
    await openFile(planner, name, `{"format": 1, "qualifications": [], ${part.map((text) => `${JSON.stringify(text)}: ${JSON.stringify(text)}`).join(", ")}}`);
    const notice = planner.came("cannot be opened here");
    await says(notice.locator("h3 > span").last(), `“${name}” cannot be opened here`);
    const said = (await letters(notice)).join();
    const shown = part.filter((text) => said.includes(text));
    expect(shown.length, "keys that nobody knows are named").toBeGreaterThan(0);
    await harmless(page, "in a problem of a catalogue file");
    await planner.closeFile();
  }
});

test("in an address is answered in the page", async ({ planner, page }) => {
  await planner.open("8607-award");
  await planner.tick("8607-501");
  const before = await kept(page);
  const unknown = "This qualification is not here";
  const answers = [["/", unknown], ["qp=1", "This link cannot be opened"], ["", unknown], ["/8607-award:", qualification("8607-award").title]];
  for (const [at, { what, text }] of [...sample(PAYLOADS, 3), { what: "a text without end", text: LONG }].entries()) {
    // The third and the fourth for every third text: the screen of a plan takes its time.
    for (const [begin, answer] of answers.slice(0, at % 3 ? 2 : 4)) {
      await page.evaluate((fragment) => (location.hash = fragment), begin + text);
      await expect(page.getByRole("heading", { level: 1 }), what).toHaveText(answer);
    }
  }
  await harmless(page, "in an address");
  expect(await kept(page)).toEqual(before);
});

test("in the attributes of an element stays text, and plans of such an instance stay its own", async ({ page, troubles }) => {
  await page.goto(`${servers.reader}hosts/bare.html`);
  // A catalogue of such an address is not there; it is only asked for on the host’s own server.
  troubles.expect(/answer 404/, /console error: Failed to load resource.*404/, /console error: The catalogue file .* could not be fetched/);
  const some = PAYLOADS.filter(({ text }) => !text.includes("evil.example"));
  const planner = await embed(page, { qualification: "8607-award", instance: some[0].text });
  await expect(planner.heading("8607-award")).toBeVisible();
  for (const { what, text } of sample(some, 2)) {
    await planner.withElement((element, text) => element.setAttribute("qualification", text), text);
    await expect(planner.scope.getByRole("heading", { level: planner.level }), what).toHaveText("This qualification is not here");
    await says(planner.scope.locator("p strong").first(), [...text.split(":")[0]].slice(0, 80).join(""), what);
  }
  await harmless(page, "in the attribute qualification");
  for (const { text } of some.filter(({ text }) => !/^(javascript|data):/i.test(text)).slice(0, everything ? 12 : 4)) {
    const address = `./${encodeURIComponent(text)}.json`;
    const before = (await planner.events("error")).length;
    await planner.withElement((element, address) => element.setAttribute("catalogue", address), address);
    await expect(planner.scope.getByText("could not be loaded")).toBeVisible();
    await expect.poll(() => planner.events("error")).toHaveLength(before + 1);
  }
  await harmless(page, "in the attribute catalogue");

  const instances = ["a/b", "a%2Fb", "a%252Fb", "../a", "a//draft/x", "__proto__", ...sample(texts, 4)];
  for (const [at, name] of instances.entries()) {
    const one = await embed(page, { qualification: "8604-award", instance: name }, "#there");
    await one.near();
    await one.expectName("");
    await one.rename(`Draft ${at}`);
    await keeps(page, `"Draft ${at}"`);
    await one.withElement((element) => element.remove());
  }
  for (const [at, name] of instances.entries()) {
    const one = await embed(page, { qualification: "8604-award", instance: name }, "#there");
    await one.near();
    await one.expectName(`Draft ${at}`);
    await one.withElement((element) => element.remove());
  }
  await harmless(page, "in the attribute instance");
});
