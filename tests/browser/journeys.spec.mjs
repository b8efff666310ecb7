// The main job by mouse: choose a qualification, tick units until all rules are met, and back.

import { expected } from "./support/expected.mjs";
import { credits, hours, qualification, qualifications, units } from "./support/facts.mjs";
import { expect, test } from "./support/test.mjs";

/** For each qualification a plan that meets its rules with the last unit and not before. */
const PLANS = {
  "8617-award": ["8617-703"],
  "8609-award": ["8609-500", "8609-400"],
  "8604-award": ["8604-308", "8604-401"],
  "8603-certificate": ["8603-302", "8603-300", "8603-301"],
  "8607-award": ["8607-520", "8607-518"],
  "8607-certificate": ["8607-400", "8607-415", "8607-503", "8607-501"],
  "8607-diploma": ["8607-409", "8607-403", "8607-521", "8607-519"],
};

test("each qualification of the documents has a plan here", () => {
  expect(Object.keys(PLANS).sort()).toEqual(qualifications.map((one) => one.id).sort());
});

for (const [id, codes] of Object.entries(PLANS)) {
  test(`${id} can be planned to “all rules met” and back, with the figures of its document`, async ({ planner }) => {
    const asked = qualification(id);
    await planner.open();
    await planner.card(id).getByRole("link").click();
    await expect(planner.heading(id)).toBeFocused();

    await says(planner, asked, []);
    for (let number = 1; number <= codes.length; number++) {
      await planner.tick(codes[number - 1]);
      await says(planner, asked, codes.slice(0, number));
      await expect(planner.state).toHaveText(number === codes.length ? "All rules met" : /still open/);
    }
    for (let number = codes.length - 1; number >= 0; number--) {
      await planner.untick(codes[number]);
      await says(planner, asked, codes.slice(0, number));
    }
    await expect(planner.state).toHaveText(/still open/);
  });

  test(`${id} lists the units of its document with their figures`, async ({ planner }) => {
    await planner.open(id);
    const rows = await planner.scope.getByRole("group").getByRole("listitem").allInnerTexts();
    for (const group of qualification(id).groups) {
      for (const { code, title, level, credits, hours } of group.units.map((code) => units.get(code))) {
        const row = rows.find((text) => text.startsWith(`${title}\n`)) ?? "";
        expect(row.replace(/\s+/g, " ")).toMatch(
          new RegExp(`${code} · Level ${level} ?, ${credits} credits, ${hours} guided learning hours\\..* ${credits} credits ${hours} hours$`),
        );
      }
    }
  });
}

async function says(planner, asked, codes) {
  const want = expected(asked, codes);
  await expect(planner.state).toHaveText(want.state);
  await expect(planner.summary.getByText(want.total.line, { exact: true })).toBeVisible();
  await expect(planner.progress).toHaveAttribute("aria-valuetext", want.total.line);
  await expect(planner.progress).toHaveAttribute("aria-valuenow", `${want.total.counted}`);
  for (const [index, group] of want.groups.entries()) {
    const box = planner.box(asked.groups[index].units[0]);
    const fieldset = planner.scope.getByRole("group").filter({ has: box });
    await expect(fieldset).toHaveAccessibleName(new RegExp(`${group.name}.*\\b${group.line}$`));
    if (!group.bounds) continue;
    const bar = planner.scope.getByRole("progressbar", { name: `Credits from ${group.name}` });
    await expect(bar).toHaveAttribute("aria-valuetext", group.line);
  }
  await expect(planner.rules).toHaveCount(want.rules.length);
  for (const { state, texts } of want.rules) {
    const line = texts.reduce((lines, text) => lines.filter({ hasText: text }), planner.rules);
    await expect(line).toHaveCount(1);
    await expect(line).toContainText(new RegExp(`^\\W*${state}: `, "i"));
  }
  await expect(planner.summary.getByRole("term")).toHaveText(want.hours.map(([term]) => term));
  await expect(planner.summary.getByRole("definition")).toHaveText(want.hours.map(([, value]) => value));
}

test("each card shows the level, size and credits that the document prints", async ({ planner }) => {
  await planner.open();
  for (const one of qualifications) {
    const card = planner.card(one.id);
    await expect(card).toContainText(one.accreditation_number);
    await expect(card.getByText(`Level ${one.level}`, { exact: true })).toBeVisible();
    await expect(card.getByText(one.size, { exact: true })).toBeVisible();
    const asks = new RegExp(one.credits_as_published.match(/\d+/g).join("\\b.*\\b") + "\\b.* credits$", "i");
    await expect(card.getByText(asks)).toBeVisible();
    const time = one.total_qualification_time || `${one.credits_at_least * 10}`;
    await expect(card.getByText(new RegExp(`\\b${time} hours`))).toBeVisible();
  }
});

test("what a qualification asks and leads to can be read behind one summary", async ({ planner }) => {
  for (const one of qualifications) {
    await planner.open();
    await planner.open(one.id);
    await planner.scope.getByText("About this qualification and its rules").click();
    const fact = (term) => planner.scope.getByRole("term").filter({ hasText: term }).locator("xpath=following-sibling::dd");
    await expect(fact(/^Qualification number$/)).toHaveText(one.accreditation_number);
    await expect(fact(/^Level$/)).toHaveText(`${one.level}`);
    await expect(fact(/^Starts$/)).toContainText(one.operational_start.slice(0, 4));
    for (const [term, key] of [
      [/^Guided learning hours$/, "guided_learning_hours_as_published"],
      [/^Average guided learning hours$/, "average_guided_learning_hours"],
      [/^Total Qualification Time$/, "total_qualification_time"],
    ]) {
      if (one[key]) await expect(fact(term)).toContainText(one[key]);
    }
    if (one.duration_years) await expect(fact(/^Time to complete$/)).toHaveText(`${one.duration_years} years`);
    if (one.post_nominals) await expect(fact(/^After your name$/)).toContainText(one.post_nominals);
  }
});

test("a plan over the limit of a group says by how much and what to take out", async ({ planner }) => {
  await planner.open("8607-certificate");
  await planner.tick("8607-400", "8607-401"); // of Group 2, which has a limit
  await expect(planner.rule("from Group 2")).toContainText("8 of at most 6 credits from Group 2");
  await expect(planner.rule("from Group 2")).toContainText("2 credits too many from Group 2");
  await expect(planner.rule("from Group 2")).toContainText(`Taking out 8607-401 ${units.get("8607-401").title} (4 credits)`);
  await expect(planner.state).toHaveText("1 rule broken");
  await expect(planner.box("8607-401")).toBeChecked(); // warned, not blocked
  await planner.untick("8607-401");
  await expect(planner.state).toHaveText(/still open/);
});

test("a plan over the limit of the whole says by how much and what to take out", async ({ planner }) => {
  await planner.open("8607-award");
  const codes = ["8607-520", "8607-523"]; // 6 + 8 of at most 12
  await planner.tick(...codes);
  const over = credits(codes) - qualification("8607-award").overall.most;
  await expect(planner.progress).toHaveAttribute("aria-valuetext", `${credits(codes)} of 6 to 12 credits, ${over} too many`);
  await expect(planner.rule("credits in all").first()).toContainText(`${over} credits too many in all`);
  await expect(planner.rule("credits in all").first()).toContainText("Taking out 8607-520");
});

test.describe("unit 530", () => {
  test("is closed with its reason before the click, and uncounted after it", async ({ planner }) => {
    await planner.open("8607-diploma");
    const why = /Closed to learners registered from 1 July 2020.*Take 8607-550 instead/;
    await expect(planner.row("8607-530")).toContainText(why);
    await expect(planner.box("8607-530")).toHaveAccessibleDescription(why);
    await expect(planner.box("8607-530")).toBeEnabled(); // a disabled one would hide its reason
    await planner.tick("8607-530");
    await expect(planner.progress).toHaveAttribute("aria-valuenow", "0");
    await expect(planner.summary.getByRole("heading", { name: "Picked, but not counted" })).toBeVisible();
    await planner.button("Take out 8607-530").click();
    await expect(planner.box("8607-530")).not.toBeChecked();
    await expect(planner.summary.getByRole("heading", { name: "Picked, but not counted" })).toHaveCount(0);
  });

  test("is open to those who registered before 1 July 2020, and not from that day on", async ({ planner }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-530");
    await planner.registered.fill("2020-06-30");
    await expect(planner.row("8607-530")).not.toContainText("Closed");
    await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-530"])}`);
    await planner.registered.fill("2020-07-01");
    await expect(planner.row("8607-530")).toContainText("Closed");
    await expect(planner.progress).toHaveAttribute("aria-valuenow", "0");
  });

  test("counts for those who have achieved it already", async ({ planner }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-530");
    const achieved = planner.scope.getByRole("checkbox", { name: "I have achieved this unit already" });
    await achieved.check();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-530"])}`);
    await expect(achieved).toBeFocused();
    await achieved.uncheck();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", "0");
  });

  test("does not count beside 550, which does", async ({ planner }) => {
    await planner.open("8607-diploma");
    await planner.registered.fill("2019-09-01");
    await planner.tick("8607-530");
    await expect(planner.row("8607-550")).toContainText("Would count in place of 8607-530");
    await planner.tick("8607-550");
    await expect(planner.row("8607-530")).toContainText("Does not count together with 8607-550");
    await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-550"])}`);
    await expect(planner.summary.getByRole("definition").first()).toHaveText(`${hours(["8607-550"])} hours`);
  });
});

test.describe("units of another size", () => {
  const closed = {
    "8607-award": { "8607-521": "Certificate and Diploma only", "8607-524": "Certificate and Diploma only", "8607-531": "leaves it out" },
    "8607-certificate": { "8607-531": "leaves it out", "8607-409": "Diploma only", "8607-426": "Diploma only" },
  };
  for (const [id, reasons] of Object.entries(closed)) {
    test(`are closed in ${id} with the reason, and do not count`, async ({ planner }) => {
      await planner.open(id);
      for (const [code, reason] of Object.entries(reasons)) {
        await expect(planner.row(code)).toContainText(reason);
        await planner.tick(code);
        await expect(planner.button(`Take out ${code}`)).toBeVisible();
      }
      await expect(planner.progress).toHaveAttribute("aria-valuenow", "0");
    });
  }
});

test.describe("the list of units", () => {
  const members = qualification("8607-diploma").groups.flatMap((group) => group.units);
  const all = members.length;
  const titled = (word) => members.filter((code) => units.get(code).title.toLowerCase().includes(word));

  test.beforeEach(({ planner }) => planner.open("8607-diploma"));

  test("is searched by title and says how many it found", async ({ planner }) => {
    await expect(planner.found).toHaveText(`${all} of ${all} units`);
    await planner.search.fill("COACHING");
    await expect(planner.found).toHaveText(`${titled("coaching").length} of ${all} units`);
    for (const code of titled("coaching")) await expect(planner.row(code)).toBeVisible();
    await expect(planner.row("8607-501")).toBeHidden();
  });

  test("is searched by code", async ({ planner }) => {
    await planner.search.fill("601");
    await expect(planner.found).toHaveText(`1 of ${all} units`);
    await expect(planner.row("8607-601")).toBeVisible();
    await expect(planner.group("Group 1")).toBeHidden();
  });

  test("is narrowed to a level", async ({ planner }) => {
    for (const level of [4, 5, 6]) {
      await planner.scope.getByRole("combobox", { name: "Level" }).selectOption(`Level ${level}`);
      const number = members.filter((code) => units.get(code).level === level).length;
      await expect(planner.found).toHaveText(`${number} of ${all} units`);
    }
  });

  test("is narrowed to what is in the plan, and to what is open", async ({ planner }) => {
    const show = planner.scope.getByRole("combobox", { name: "Show" });
    await planner.tick("8607-501", "8607-601");
    await show.selectOption("In my plan");
    await expect(planner.found).toHaveText(`2 of ${all} units`);
    await expect(planner.row("8607-502")).toBeHidden();
    await show.selectOption("Open to me");
    await expect(planner.found).toHaveText(`${all - 1} of ${all} units`);
    await expect(planner.row("8607-530")).toBeHidden();
  });

  test("says so where nothing fits, and comes back with one click", async ({ planner }) => {
    await planner.tick("8607-501");
    await planner.search.fill("no such unit");
    await expect(planner.found).toHaveText(`0 of ${all} units`);
    await expect(planner.scope.getByText("No unit fits this search")).toBeVisible();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-501"])}`);
    await planner.button("Show all units").click();
    await expect(planner.found).toHaveText(`${all} of ${all} units`);
    await expect(planner.search).toHaveValue("");
    await expect(planner.search).toBeFocused(); // the button that had the focus is gone
  });
});

test.describe("changes", () => {
  test.beforeEach(({ planner }) => planner.open("8607-diploma"));

  test("are taken back and made again by button", async ({ planner }) => {
    await expect(planner.undo).toBeDisabled();
    await planner.tick("8607-501", "8607-503");
    await planner.undo.click();
    await expect(planner.box("8607-503")).not.toBeChecked();
    await planner.undo.click();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", "0");
    await planner.redo.click();
    await planner.redo.click();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-501", "8607-503"])}`);
    await expect(planner.redo).toBeDisabled();
  });

  test("are taken back and made again by the usual keys", async ({ planner, page }) => {
    await planner.tick("8607-501", "8607-503");
    await page.keyboard.press("Control+z");
    await expect(planner.box("8607-503")).not.toBeChecked();
    await page.keyboard.press("Control+Shift+z");
    await expect(planner.box("8607-503")).toBeChecked();
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+y");
    await expect(planner.box("8607-503")).toBeChecked();
  });

  test("in a text field are taken back by the field itself", async ({ planner, page }) => {
    await planner.tick("8607-501");
    await planner.name.pressSequentially("Siân");
    await page.keyboard.press("Control+z");
    await expect(planner.box("8607-501")).toBeChecked();
  });

  test("of name and date are taken back too", async ({ planner }) => {
    await planner.name.fill("Siân’s plan");
    await planner.registered.fill("2020-06-30");
    await planner.undo.click();
    await expect(planner.registered).toHaveValue("");
    await planner.undo.click();
    await expect(planner.name).toHaveValue("");
    await planner.redo.click();
    await expect(planner.name).toHaveValue("Siân’s plan");
  });

  test("of all units at once can be taken back", async ({ planner }) => {
    await planner.tick("8607-501", "8607-503");
    await planner.button("Take all units out").click();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", "0");
    await planner.undo.click();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-501", "8607-503"])}`);
  });
});

test("every mandatory unit is picked with one click", async ({ planner }) => {
  await planner.open("8603-certificate");
  await planner.button("Pick every mandatory unit").click();
  await expect(planner.state).toHaveText("All rules met");
});

test.describe("the registration date", () => {
  test.beforeEach(async ({ page, planner }) => {
    await page.clock.setFixedTime(new Date("2026-11-22T12:00:00"));
    await planner.open("8607-award");
  });

  test("is today where none is given", async ({ planner }) => {
    await expect(planner.registered).toHaveAccessibleDescription(/as if you registered today, 22 November 2026/);
  });

  test("gets a note where it is still to come", async ({ planner }) => {
    await planner.registered.fill("2026-11-23");
    await expect(planner.registered).toHaveAccessibleDescription("23 November 2026 is still to come. The plan is judged for that day.");
  });

  test("gets a note where it lies before the qualification starts", async ({ planner }) => {
    await planner.registered.fill("2012-08-31");
    await expect(planner.registered).toHaveAccessibleDescription(/starts on 1 September 2012\. Check the date/);
    await planner.registered.fill("2012-09-01");
    await expect(planner.registered).toHaveAccessibleDescription("");
  });
});

test("a draft’s name and total stand on its card", async ({ planner, page }) => {
  await planner.open("8607-award");
  await planner.tick("8607-520");
  await page.getByRole("link", { name: "Qualification planner" }).click();
  await expect(planner.heading()).toBeFocused();
  await expect(planner.card("8607-award")).toContainText("Your draft: 6 of 6 to 12 credits");
  await expect(planner.card("8607-award")).toContainText("Open:"); // a second unit is missing
  await expect(planner.card("8607-diploma")).not.toContainText("draft");
  await planner.card("8607-award").getByRole("link").click();
  await planner.name.fill("Siân");
  await page.goBack();
  await expect(planner.card("8607-award")).toContainText("Siân: 6 of 6 to 12 credits");
});

test("the total is said to a screen reader a second after the last change, once", async ({ planner, page }) => {
  await page.clock.install();
  // The clock's timers have numbers that no browser gives, too large for a program of 32 bits.
  await page.addInitScript(() => {
    const { setTimeout, clearTimeout } = window;
    const ids = [];
    window.setTimeout = (...args) => ids.push(setTimeout(...args));
    window.clearTimeout = (number) => clearTimeout(ids[number - 1]);
  });
  await planner.open("8607-award");
  await page.clock.pauseAt(Date.now() + 60_000);
  const said = page.getByRole("status").filter({ hasText: "credits" });
  await planner.tick("8607-520");
  await page.clock.runFor(900);
  await planner.tick("8607-518");
  await page.clock.runFor(900);
  await expect(said).toHaveCount(0);
  await page.clock.runFor(100);
  await expect(said).toHaveText("8 of 6 to 12 credits. All rules met.");
});

test("the back and forward buttons walk between the screens", async ({ planner, page }) => {
  await planner.open();
  await planner.card("8607-award").getByRole("link").click();
  await expect(planner.heading("8607-award")).toBeFocused();
  await expect(page).toHaveTitle(/^Level 5 Award in Leadership and Management · /);
  await page.goBack();
  await expect(planner.heading()).toBeFocused();
  await expect(page).toHaveTitle("Qualification planner");
  await page.goForward();
  await expect(planner.heading("8607-award")).toBeFocused();
});
