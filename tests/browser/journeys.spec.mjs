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
  await planner.unfold();
  for (const group of qualification("8607-diploma").groups) {
    for (const { code, title, level, credits, hours } of group.units.map((code) => units.get(code))) {
      const read = new RegExp(`${code}.*Level ${level}.*${credits} credits, ${hours} guided learning hours`);
      await expect(planner.box(code)).toHaveAccessibleDescription(read);
      await expect(planner.row(code)).toContainText(title);
      const seen = planner.row(code).locator("[aria-hidden=true]").first();
      await expect(seen).toHaveText(new RegExp(`^${code.slice(5)}.*${credits} ?credits?${hours} ?hours?$`));
    }
  }
});

async function says(planner, asked, codes) {
  const want = expected(asked, codes);
  await expect(planner.state).toHaveText(want.state);
  await expect(planner.progress).toHaveAttribute("aria-valuetext", want.total.line);
  await expect(planner.progress).toHaveAttribute("aria-valuenow", `${want.total.counted}`);
  for (const [index, group] of want.groups.entries()) {
    const box = planner.box(asked.groups[index].units[0]);
    const fieldset = planner.scope.getByRole("group").filter({ has: box }).last();
    const ticked = codes.filter((code) => asked.groups[index].units.includes(code)).length;
    const number = group.bounds ? group.counted : ticked;
    await expect(fieldset).toHaveAccessibleName(new RegExp(`^${group.name}, .*\\b${number}\\b`));
  }
  await expect(planner.rules).toHaveCount(want.rules.length);
  for (const { state, texts } of want.rules) {
    const line = planner.rules.filter({ hasText: texts[0] });
    await expect(line).toHaveCount(1);
    await expect(line).toHaveText(new RegExp(`${state}: .*${texts[1]}, so far ${texts[2]}$`, "i"));
  }
  await expect(planner.picked).toHaveCount(codes.length);
  await expect(planner.summary.getByText(`${want.hours} hours`, { exact: true })).toHaveCount(codes.length === 1 ? 2 : codes.length ? 1 : 0);
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

test("a first visit can start from a complete plan, which is kept and taken back in one step", async ({ planner, page }) => {
  await planner.open();
  await planner.button("Start from this: The shortest way").click();
  await expect(planner.heading("8607-certificate").or(page.getByRole("heading", { level: 1, name: "The shortest way" })).first()).toBeVisible();
  for (const code of ["8607-524", "8607-404"]) await expect(planner.box(code)).toBeChecked();
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  for (const code of ["8607-524", "8607-404"]) await expect(planner.box(code)).not.toBeChecked();
  await page.getByRole("button", { name: "Redo", exact: true }).first().click();
  await planner.open();
  await expect(planner.draft("The shortest way")).toContainText("Complete");
  await expect(planner.button("Start from this: The shortest way")).toHaveCount(0);
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
    await expect(sheet).toContainText("In guided learning hours you are taught. Hours of study are all your hours: those, and your own work.");
    if (one.duration_years) await expect(fact(/^Time to complete$/)).toHaveText(`${one.duration_years} years`);
    if (one.post_nominals) await expect(fact(/^After your name$/)).toContainText(one.post_nominals);
  }
});

test("a plan over the limit of a group says so and by how much, and its one button puts it right", async ({ planner }) => {
  await planner.open("8607-certificate");
  await planner.tick("8607-400", "8607-401"); // of Group 2, which has a limit
  await expect(planner.state).toHaveText(/Broken: Too many Group.2 credits: 8, limit 6/);
  await expect(planner.group("Group 2")).toHaveAccessibleName(/Broken: 8, limit 6/);
  await expect(planner.box("8607-401")).toBeChecked(); // warned, not blocked
  await expect(planner.primary).toHaveText(/^Swap “/);
  await expect(planner.summary).toContainText("Then your plan is complete: ");
  await expect(planner.otherRepairs.first()).toHaveText(/\d+ credits/);
  await planner.primary.click();
  await expect(planner.state).toHaveText(/^\S*Met: Complete/);
  await expect(planner.state).toBeFocused();
});

test.describe("unit 530", () => {
  test("is closed with its reason before the click, and uncounted after it", async ({ planner }) => {
    await planner.open("8607-diploma");
    await planner.unfold();
    const why = /Replaced by 550 on 1 July 2020/;
    await expect(planner.row("8607-530")).toContainText(why);
    await expect(planner.box("8607-530")).toHaveAccessibleDescription(why);
    await expect(planner.box("8607-530")).toBeEnabled(); // a disabled one would hide its reason
    await planner.tick("8607-530");
    await expect(planner.progress).toHaveAttribute("aria-valuenow", "0");
    await expect(planner.row("8607-530")).toContainText("Not counted");
    const picked = planner.picked.filter({ hasText: units.get("8607-530").title });
    await expect(picked).toContainText("Replaced by 550 on 1 July 2020. Not counted");
    await picked.getByRole("button", { name: /^Remove / }).click();
    await expect(planner.box("8607-530")).not.toBeChecked();
    await expect(picked).toHaveCount(0);
  });

  test("is picked by saying so, and nobody is asked whom it is open to by date", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.unfold();
    const have = planner.row("8607-530").getByRole("button", { name: "I already have 530" });
    await have.click();
    await expect(have).toBeFocused();
    await expect(have).toHaveAttribute("aria-pressed", "true");
    await expect(planner.box("8607-530")).toBeChecked();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-530"])}`);
    await page.reload();
    await expect(have).toHaveAttribute("aria-pressed", "true");
    await have.click();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", "0");
    await planner.untick("8607-530");
    await planner.register("2020-06-30");
    await expect(planner.row("8607-530")).not.toContainText("Replaced");
    await expect(have).toBeHidden();
  });

  test("is swapped for 550 by a button, which goes where it is of no use", async ({ planner }) => {
    await planner.open("8607-diploma");
    await planner.unfold();
    await planner.tick("8607-530");
    await planner.row("8607-530").getByRole("button", { name: "Choose 550" }).click();
    await expect(planner.box("8607-550")).toBeChecked();
    await expect(planner.box("8607-550")).toBeFocused();
    await expect(planner.box("8607-530")).not.toBeChecked();
    await planner.register("2020-06-30");
    await expect(planner.scope.getByRole("button", { name: "Choose 550" })).toBeHidden();
  });
});

test("every mandatory unit is picked with one click", async ({ planner }) => {
  await planner.open("8603-certificate");
  await planner.button("Pick every mandatory unit").click();
  await expect(planner.state).toHaveText(/^\S*Met: Complete/);
});

test.describe("a plan that is not there yet", () => {
  test("is completed by the fewest hours or credits, with what is to be kept, and that is one step", async ({ planner, page }) => {
    await planner.open("8607-certificate");
    await planner.tick("8607-550");
    await planner.help();
    await expect(planner.fill.getByRole("heading", { level: 2 })).toBeFocused();
    await expect(planner.ways).toHaveCount(3);
    const first = planner.fill.getByRole("article").first();
    await expect(first).toContainText("523");
    await expect(first).toContainText("14 credits, 28 hours in all");
    await expect(first).toContainText("Fewest hours");
    await planner.fill.getByRole("radio", { name: "Credits" }).check({ force: true });
    await expect(first).toContainText("13 credits");
    await expect(first).toContainText("Fewest credits");

    // A unit is left out, and another kept.
    const add = planner.fill.getByRole("button", { name: "Add a unit" });
    await add.click();
    const which = planner.fill.getByRole("combobox", { name: "Unit to keep or to leave out" });
    await expect(which).toBeFocused();
    await which.selectOption("8607-401");
    await planner.fill.getByRole("button", { name: "Leave out", exact: true }).click();
    await which.selectOption("8607-502");
    await planner.fill.getByRole("button", { name: "Keep", exact: true }).click();
    await expect(planner.fill.getByRole("list", { name: "Keep" }).getByRole("listitem")).toHaveText([/^Understanding the Skills, Principles and Practice of Effective Coaching/, "Making a Financial Case"]);
    await expect(first).toContainText("Making a Financial Case");
    await planner.fill.getByRole("button", { name: "Leave out no longer: Planning and Leading a Complex Team Activity" }).click();
    await expect(add).toBeFocused();

    // Two stand side by side, beside the plan.
    for (const place of [0, 1]) await planner.fill.getByRole("checkbox", { name: "Compare" }).nth(place).check();
    const table = planner.summary.getByRole("table", { name: "Compare" });
    await expect(table.getByRole("row")).toHaveCount(6);

    await planner.ways.first().click();
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await expect(planner.state, "who follows advice sees what came of it").toBeFocused();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", "13");
    await planner.undo.click();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-550"])}`);

    await planner.help();
    await page.keyboard.press("Escape");
    await expect(planner.box("8607-550")).toBeVisible();
    await expect(planner.primary, "who goes back is where the way began").toBeFocused();
  });

  test("is put right in another way than the first", async ({ planner }) => {
    await planner.open("8607-certificate");
    await planner.tick("8607-400", "8607-401", "8607-520");
    await expect(planner.state).toHaveText(/Broken: /);
    await planner.otherRepairs.last().click();
    await expect(planner.state).not.toHaveText(/Broken: /);
    await expect(planner.state, "who follows advice sees what came of it").toBeFocused();
    await expect(planner.otherRepairs).toHaveCount(0);
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
    const condition = planner.scope.getByRole("group", { name: "Besides units" }).getByRole("checkbox", { name: "100 hours of practice" });
    const line = planner.summary.getByRole("listitem").filter({ hasText: "100 hours of practice" });
    await expect(line).toContainText("Open:");
    await expect(planner.summary.getByRole("checkbox")).toHaveCount(0);
    await condition.press("Space");
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await expect(condition).toBeFocused();
    await expect(line).toContainText("Met:");
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
    const mandatory = planner.rules.filter({ hasText: "Mandatory unit" });
    await expect(mandatory).toHaveCount(0);
    const pathway = planner.scope.getByRole("combobox", { name: "Pathway" });
    await planner.inPlans(() => pathway.selectOption("Night"));
    await expect(mandatory).toHaveText(/Open: .*0Add$/);
    await page.reload();
    await planner.inPlans(() => expect(pathway).toHaveValue("night"));
    await planner.tick("Second");
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await expect(planner.summary).toContainText("Earns the title Small Award (Practice).");
    await planner.undo.click();
    await expect(planner.summary).not.toContainText("Earns the title");
  });
});
