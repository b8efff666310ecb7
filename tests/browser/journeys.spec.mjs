// The main job by mouse: choose a qualification, tick units until all rules are met, and back.

import { openFile, small } from "./support/files.mjs";
import { expected } from "./support/expected.mjs";
import { credits, qualification, qualifications, units } from "./support/facts.mjs";
import { expect, test } from "./support/test.mjs";

/**
 * Plans that meet their rules with the last unit and not before: of units that are all mandatory, and of two groups
 * with bounds. Those of the other qualifications are in tests/editor/journeys.rs.
 */
const PLANS = {
  "8604-award": ["8604-308", "8604-401"],
  "8607-certificate": ["8607-400", "8607-415", "8607-503", "8607-501"],
};

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
      await expect(planner.state).toHaveText(number === codes.length ? /^\S*Met: Complete/ : /^Open: /);
    }
    for (let number = codes.length - 1; number >= 0; number--) {
      await planner.untick(codes[number]);
      await says(planner, asked, codes.slice(0, number));
    }
    await expect(planner.state).toHaveText(/^Open: /);
  });
}

test("8607-diploma lists the units of its document with their figures", async ({ planner }) => {
  await planner.open("8607-diploma");
  await expect(planner.state).toBeVisible();
  const rows = await planner.scope.getByRole("group").getByRole("listitem").allInnerTexts();
  for (const group of qualification("8607-diploma").groups) {
    for (const { code, title, level, credits, hours } of group.units.map((code) => units.get(code))) {
      const row = rows.find((text) => text.startsWith(`${title}\n`)) ?? "";
      expect(row.replace(/\s+/g, " ")).toMatch(
        new RegExp(`${code} · Level ${level}[^,]*, ${credits} credits, ${hours} guided learning hours\\..* ${credits} credits ${hours} hours Details$`),
      );
    }
  }
});

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

test("each qualification stands below its level, with the size and the credits that the document prints", async ({ planner, page }) => {
  await planner.open();
  for (const one of qualifications) {
    const card = planner.card(one.id);
    const heading = page.getByRole("heading", { level: 3, name: `Level ${one.level}`, exact: true });
    await expect(planner.scope.locator(".qp-offer-group").filter({ has: heading }).filter({ has: card })).toBeVisible();
    await expect(card).toContainText(one.size);
    const asks = new RegExp(one.credits_as_published.match(/\d+/g).join("\\b.*\\b") + "\\b.* credits$", "i");
    await expect(card.getByText(asks)).toBeVisible();
    const time = one.total_qualification_time || `${one.credits_at_least * 10}`;
    await expect(card.getByText(new RegExp(`\\b${time} hours`))).toBeVisible();
  }
});

test("levels and sizes choose which qualifications are listed, with one stop of Tab each", async ({ planner, page }) => {
  await planner.open();
  const shown = planner.scope.getByRole("link", { name: /^Level \d/ });
  const count = planner.scope.getByRole("status").filter({ hasText: /^\d+ qualifications?$/ });
  await expect(count).toHaveText("7 qualifications");
  const level = planner.scope.getByRole("group", { name: "Level" });
  const size = planner.scope.getByRole("group", { name: "Size" });
  await level.getByRole("radio", { name: "Any" }).focus();
  for (let times = 0; times < 3; times++) await page.keyboard.press("ArrowRight");
  await expect(level.getByRole("radio", { name: "5" })).toBeChecked();
  await expect(count).toHaveText("4 qualifications");
  await expect(shown).toHaveCount(4);
  await page.keyboard.press("Tab");
  await expect(size.getByRole("radio", { name: "Any" })).toBeFocused();
  await size.getByText("Diploma", { exact: true }).click();
  await expect(count).toHaveText("1 qualification");
  await expect(shown).toHaveText(["Level 5 Diploma in Leadership and Management"]);
  await expect(planner.scope.getByRole("heading", { level: 3, name: "Level 7" })).toBeHidden();
});

test("what a qualification asks and leads to can be read behind one button", async ({ planner }) => {
  for (const one of qualifications) {
    await planner.open();
    await planner.open(one.id);
    const sheet = await planner.rulesAndFacts();
    const fact = (term) => sheet.getByRole("term").filter({ hasText: term }).locator("xpath=following-sibling::dd");
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

test("a plan over the limit of a group says by how much, and the way to put it right what to take out", async ({ planner }) => {
  await planner.open("8607-certificate");
  await planner.tick("8607-400", "8607-401"); // of Group 2, which has a limit
  await expect(planner.rule("from Group 2")).toContainText("8 of at most 6 credits from Group 2");
  await expect(planner.rule("from Group 2")).toContainText("2 credits too many from Group 2");
  await expect(planner.rule("from Group 2")).toContainText("Adding units cannot put this rule right.");
  await planner.scope.getByText("Ways to put it right").click();
  await expect(planner.summary.getByRole("button", { name: /^Take out 8607-40[01]$/ }).first()).toBeVisible();
  await expect(planner.state).toHaveText(/^\S*Broken: /);
  await expect(planner.box("8607-401")).toBeChecked(); // warned, not blocked
  await planner.untick("8607-401");
  await expect(planner.state).toHaveText(/^Open: /);
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

  test("is picked by saying so, and nobody is asked whom it is open to by date", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    const achieved = planner.scope.getByRole("checkbox", { name: "I have achieved this unit already" });
    await achieved.check();
    await expect(achieved).toBeFocused();
    await expect(planner.box("8607-530")).toBeChecked();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-530"])}`);
    await page.reload();
    await expect(achieved).toBeChecked();
    await achieved.uncheck();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", "0");
    await planner.untick("8607-530");
    await planner.registered.fill("2020-06-30");
    await expect(planner.row("8607-530")).not.toContainText("Closed");
    await expect(achieved).toBeHidden();
  });

  test("is swapped for 550 by a button, which goes where it is of no use", async ({ planner }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-530");
    await planner.button("Take 8607-550 instead").click();
    await expect(planner.box("8607-550")).toBeChecked();
    await expect(planner.box("8607-550")).toBeFocused();
    await expect(planner.box("8607-530")).not.toBeChecked();
    await planner.registered.fill("2020-06-30");
    await expect(planner.scope.getByRole("button", { name: "Take 8607-550 instead" })).toBeHidden();
  });
});

test("every mandatory unit is picked with one click", async ({ planner }) => {
  await planner.open("8603-certificate");
  await planner.button("Pick every mandatory unit").click();
  await expect(planner.state).toHaveText(/^\S*Met: Complete/);
});

test.describe("a plan that is not there yet", () => {
  const suggestions = (planner) => planner.summary.getByRole("group").getByRole("listitem");

  test("is completed by a button, as the button says", async ({ planner }) => {
    await planner.open("8607-certificate");
    await planner.tick("8607-520");
    await planner.scope.getByText("Ways to complete it").click();
    await expect(suggestions(planner)).toHaveCount(3);
    await expect(suggestions(planner).first()).toContainText("Then 13 credits");
    await suggestions(planner).first().getByRole("button").click();
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await expect(planner.summary.locator("#qp-state"), "who follows advice sees what came of it").toBeFocused();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", "13");
    await planner.undo.click();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-520"])}`);
  });

  test("is put right by a button where a rule is broken", async ({ planner }) => {
    await planner.open("8607-certificate");
    await planner.tick("8607-400", "8607-401", "8607-520");
    await expect(planner.state).toHaveText(/Broken: /);
    await planner.scope.getByText("Ways to put it right").click();
    const repair = suggestions(planner).filter({ hasText: "Then all rules are met" }).first();
    await repair.getByRole("button").click();
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await expect(planner.summary.locator("#qp-state"), "who follows advice sees what came of it").toBeFocused();
    await expect(planner.scope.getByText("Ways to put it right")).toBeHidden();
  });

  test("asks for a condition that is no unit, which is ticked and kept", async ({ planner, page }) => {
    const own = structuredClone(small);
    own.qualifications.length = 1;
    own.qualifications[0].rules.push({ id: "practice", kind: "condition", text: "100 hours of practice", heading: "Rules" });
    await planner.open();
    await openFile(planner, "own.json", JSON.stringify(own));
    await page.goto(`${planner.address}#/small-award`);
    await planner.tick("First", "Second");
    await expect(planner.state).toHaveText(/^Open: /);
    const condition = planner.summary.getByRole("checkbox", { name: "100 hours of practice" });
    await condition.press("Space");
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await expect(condition).toBeFocused();
    await page.reload();
    await expect(condition).toBeChecked();
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
  });

  test("is told what the other rules need from a group", async ({ planner }) => {
    await planner.open("8607-diploma");
    await expect(planner.group("Group 1")).toContainText("The other rules need at least 19 credits from here.");
    await expect(planner.group("Group 2")).not.toContainText("The other rules");
  });
});

test.describe("a qualification with pathways and titles", () => {
  const own = structuredClone(small);
  own.qualifications.length = 1;
  const [award] = own.qualifications;
  award.pathways = [
    { id: "day", title: "Day" },
    { id: "night", title: "Night" },
  ];
  award.endorsements = [{ title: "Small Award (Practice)", amounts: [{ measure: "units", at_least: 2 }] }];
  award.rules.push({ id: "night", kind: "mandatory", units: ["A-2"], heading: "Rules", when: { pathways: ["night"] } });

  test("is judged by the pathway that fits best, or by the one that is chosen", async ({ planner, page }) => {
    await planner.open();
    await openFile(planner, "own.json", JSON.stringify(own));
    await page.goto(`${planner.address}#/small-award`);
    await planner.tick("First");
    await expect(planner.rules.filter({ hasText: "mandatory" })).toHaveCount(0);
    await planner.scope.getByRole("combobox", { name: "Pathway" }).selectOption("Night");
    await expect(planner.summary).toContainText("1 mandatory unit is missing");
    await page.reload();
    await expect(planner.scope.getByRole("combobox", { name: "Pathway" })).toHaveValue("night");
    await planner.tick("Second");
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await expect(planner.summary).toContainText("Earns the title Small Award (Practice).");
    await planner.undo.click();
    await expect(planner.summary).not.toContainText("Earns the title");
  });
});
