// A planner to drive: on its own page, or an element of somebody else's.

import { everyPart } from "./inspect.mjs";
import { expect } from "@playwright/test";
import { qualification, units } from "./facts.mjs";

export class Planner {
  /** @param scope the page, or the locator of an element */
  constructor(scope, address) {
    this.scope = scope;
    this.address = address;
    this.page = scope.page?.() ?? scope;
    /** The level of its first heading: in a page of another’s, where that names none, the second. */
    this.level = scope.page ? 2 : 1;
    // A landmark on our own page, a group within another’s.
    this.summary = scope.getByLabel("My plan", { exact: true });
    this.state = this.summary.locator("#qp-state");
    this.progress = this.summary.getByRole("progressbar", { name: "Credits of your plan" });
    this.saving = scope.getByText(/^(Saved in this browser|Saving…|A newer version of the planner has changed .*|Your plan is not saved|Nothing to save yet|Deleted from this browser.*)$/);
    this.undo = this.summary.getByRole("button", { name: "Undo", exact: true });
    this.redo = this.summary.getByRole("button", { name: "Redo", exact: true });
    /** What opens the plan where it is docked, and the one filled button of its foot. */
    this.dock = this.summary.getByRole("button", { name: /^My plan \(\d+\)$/ });
    this.primary = this.summary.locator(".qp-button--main");
    this.notices = scope.getByRole("alert").filter({ visible: true });
    this.name = scope.getByRole("textbox", { name: "Name of this plan" });
    this.registered = scope.getByLabel("Registration date (optional)");
    this.search = scope.getByRole("searchbox", { name: "Search units" });
    this.found = scope.getByRole("search").getByRole("status");
    this.rules = this.summary.getByRole("list").filter({ hasText: "in all" }).getByRole("listitem");
    this.picked = this.summary.getByRole("listitem").filter({ has: this.page.getByRole("button", { name: /^Remove / }) });
  }

  /** Opens a screen, of a qualification or the choice of all; `whole` waits for the parts of the program that complete it. */
  async open(id = "", { whole = true } = {}) {
    await this.page.goto(`${this.address}${id && `#/${id}`}`);
    await expect(this.heading(id)).toBeVisible();
    if (!whole) return;
    // The page has the heading of the choice before there is a planner.
    await expect(this.scope.locator("[part=planner]")).toBeVisible();
    await everyPart(this.page);
  }

  /** The ways to complete the plan, in the place of the units, and the buttons that choose one of them. */
  get fill() {
    return this.scope.getByRole("region", { name: "Ways to complete your plan" });
  }

  get ways() {
    return this.fill.getByRole("button", { name: /^Choose: / });
  }

  /** The repairs of a broken plan but the first. */
  get otherRepairs() {
    return this.summary.locator(".qp-repair-others").getByRole("button");
  }

  /** Opens the ways to complete the plan. */
  async help() {
    await this.button("Help me fill").click();
    await expect(this.ways.first()).toBeVisible();
  }

  heading(id = "") {
    // The start says what the planner is for to who has no plan.
    const name = id ? qualification(id)?.title : /^(Plan your qualification|Your plans)$/;
    return this.scope.getByRole("heading", { level: this.level, name, exact: true });
  }

  /** The drafts in the list. */
  get drafts() {
    return this.scope.getByRole("list").filter({ has: this.page.getByRole("button", { name: /^(More|Bring back): / }) }).getByRole("listitem");
  }

  /** A draft in the list by its name. */
  draft(name) {
    const heading = this.page.getByRole("heading", { level: this.level + 1, name, exact: true });
    return this.scope.getByRole("listitem").filter({ has: heading });
  }

  /** Opens what can be done with a draft of the list. */
  async acts(name) {
    await this.button(`More: ${name}`).click();
    const sheet = this.scope.getByRole("dialog", { name, exact: true });
    await expect(sheet).toBeVisible();
    return sheet;
  }

  /** Does by the button of this name what it says. */
  async act(name, label) {
    const sheet = await this.acts(name);
    await sheet.getByRole("button", { name: label, exact: true }).click();
    await expect(sheet).toBeHidden();
  }

  /** The row of a qualification that a plan can be started for. */
  card(id) {
    const name = qualification(id).title;
    const way = this.page.getByRole("link", { name, exact: true }).or(this.page.getByRole("button", { name, exact: true }));
    return this.scope.getByRole("listitem").filter({ has: way });
  }

  /** The sheet of the plans. */
  get plans() {
    return this.scope.getByRole("dialog", { name: "Plans", exact: true });
  }

  /** Opens it, does something in it, and closes it. */
  async inPlans(act) {
    const sheet = this.plans;
    await this.button("Plans").click();
    await expect(sheet).toBeVisible();
    await act(sheet);
    await this.page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
  }

  /** Sets the registration date. */
  async register(day) {
    await this.inPlans(() => this.registered.fill(day));
  }

  /** Takes every unit out. */
  async clear() {
    await this.button("Plans").click();
    await this.button("Clear all units").click();
    await expect(this.plans).toBeHidden();
  }

  /** Gives the plan a name. */
  async rename(name) {
    await this.inPlans(() => this.name.fill(name));
  }

  /** Makes a copy of the plan, which is open then. */
  async duplicate() {
    await this.button("Plans").click();
    await this.button("Duplicate this plan").click();
    await expect(this.plans).toBeHidden();
  }

  /** The plan has this name. */
  async expectName(name) {
    await this.inPlans(() => expect(this.name).toHaveValue(name));
  }

  /** The plan has this registration date. */
  async expectRegistered(day) {
    await this.inPlans(() => expect(this.registered).toHaveValue(day));
  }

  /** Goes to the plans and the qualifications by the way that a screen has: that of a plan is among the plans. */
  async leave() {
    const name = "All plans and qualifications";
    const way = this.scope.getByRole("link", { name }).or(this.scope.getByRole("button", { name }));
    const plans = this.button("Plans");
    await expect(plans.or(way)).toBeVisible();
    if (await plans.isVisible()) await plans.click();
    await way.click();
    await expect(this.heading()).toBeVisible();
  }

  /** Opens the sheet of the plans, and does by the button of this name what it says. */
  async byPlans(name) {
    await this.button("Plans").click();
    await this.button(name).click();
  }

  /** Says of a unit that is closed that it was achieved before, or takes that back. */
  achieved(code) {
    return this.row(code).getByRole("button", { name: /^I already have / });
  }

  /** Asks for everything to be deleted: at the foot of a screen; on that of a plan, in the sheet of the plans. */
  async askToDeleteEverything() {
    if (await this.button("Plans").isVisible()) await this.button("Plans").click();
    await this.button("Delete everything from this browser").click();
  }

  /** The row of a unit. */
  row(code) {
    const box = this.page.getByRole("checkbox", { name: units.get(code)?.title ?? code, exact: true });
    return this.scope.getByRole("listitem").filter({ has: box });
  }

  box(code) {
    return this.row(code).getByRole("checkbox").first();
  }

  /** The button that opens the sheet of a unit. */
  more(code) {
    return this.scope.getByRole("button", { name: `More about ${units.get(code)?.title ?? code}`, exact: true });
  }

  /** The button of the plan that takes a unit out. */
  remove(code) {
    return this.summary.getByRole("button", { name: `Remove ${units.get(code)?.title ?? code}`, exact: true });
  }

  /** The sheet of a unit, where it is open. */
  details(code) {
    return this.scope.getByRole("dialog", { name: units.get(code)?.title ?? code, exact: true });
  }

  /** The sheet of the rules and of what else is known of the qualification; it is opened. */
  async rulesAndFacts() {
    await this.scope.getByRole("button", { name: "Rules and facts" }).click();
    const sheet = this.scope.getByRole("dialog", { name: "Rules and facts" });
    await expect(sheet.getByRole("heading", { name: "Source" })).toBeVisible();
    return sheet;
  }

  /** Closes the sheet that is open. */
  async close() {
    await this.scope.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).click();
    await expect(this.scope.getByRole("dialog")).toHaveCount(0);
  }

  /** What opens to the units that are folded away: those that are closed. */
  get folds() {
    return this.scope.getByText(/^\d+ (closed|replaced|closed or replaced) units?$/);
  }

  /** Shows them. */
  async unfold() {
    for (const fold of await this.folds.all()) {
      const isOpen = await fold.evaluate((one) => one.closest("details").open);
      if (!isOpen && (await fold.isVisible())) await fold.click();
    }
  }

  /** Ticks by the mouse, on the title: the label of a row lies over its box. */
  async tick(...codes) {
    for (const code of codes) await this.#click(code, true);
    await this.#painted();
  }

  async untick(...codes) {
    for (const code of codes) await this.#click(code, false);
    await this.#painted();
  }

  /** A tick is a step of the plan once it is painted. Nothing is while a test holds the clock. */
  async #painted() {
    if (this.clockIsHeld) return;
    await this.page.evaluate(
      () =>
        new Promise((done) => {
          requestAnimationFrame(() => setTimeout(done, 5));
        }),
    );
  }

  async #click(code, checked) {
    const box = this.box(code);
    await expect(box.or(this.folds).first()).toBeVisible();
    if (!(await box.isVisible())) await this.unfold();
    if ((await box.isChecked()) !== checked) {
      await this.row(code).getByText(units.get(code)?.title ?? code, { exact: true }).click();
    }
    // One that is closed and taken out is folded away.
    const name = units.get(code)?.title ?? code;
    await expect(this.scope.getByRole("checkbox", { name, exact: true, includeHidden: true }).first()).toBeChecked({ checked });
  }

  group(name) {
    return this.scope.getByRole("group").filter({ has: this.page.getByRole("heading", { name, exact: true }) }).last();
  }

  /** The rule line whose sentence ends so: “in all”, “from Group 1”. */
  rule(text) {
    return this.rules.filter({ hasText: text });
  }

  notice(heading) {
    return this.notices.filter({ has: this.page.getByRole("heading", { name: heading }) });
  }

  /** Shows all of the lists of which a page is shown. */
  async showAll() {
    const more = this.scope.getByRole("button", { name: /^Show (\d+ more of )?the other \d+$/ });
    while ((await more.count()) > 0) {
      const before = await more.allTextContents();
      await more.first().click();
      await expect.poll(() => more.allTextContents()).not.toEqual(before);
    }
  }

  /** What came of a file, in the sheet in which it was opened. */
  came(heading) {
    return this.fileSheet.getByRole("group", { name: heading });
  }

  /** The sheet in which a file is opened. */
  get fileSheet() {
    return this.scope.getByRole("dialog", { name: "Open a file" });
  }

  /** The button that takes in what was chosen of a file. */
  get takeIn() {
    return this.fileSheet.getByRole("button", { name: /^(Add|Replace) \d/ });
  }

  /** The box of a plan in a file, and the button that puts it in place of the one here. */
  arrival(name) {
    return this.fileSheet.getByRole("checkbox", { name, exact: true });
  }

  get replace() {
    return this.fileSheet.getByRole("radio", { name: "Replace the one here" });
  }

  /** Leaves the sheet in which a file is opened. */
  async closeFile() {
    await this.fileSheet.getByRole("button", { name: "Close", exact: true }).click();
    await expect(this.fileSheet).toHaveCount(0);
  }

  button(name) {
    return this.scope.getByRole("button", { name, exact: true });
  }

  /** The sheet by which the plan goes to others. */
  get sheet() {
    return this.scope.getByRole("dialog", { name: /^Share “/ });
  }

  /** Opens it. */
  async share() {
    // It stands in the head, and is the next thing to do where the rules are met.
    await this.button("Share").first().click();
    await expect(this.sheet.getByLabel("Link to this plan")).toHaveValue(/#qp=/);
    return this.sheet;
  }

  /** Closes it. */
  async closeShare() {
    await this.sheet.getByRole("button", { name: "Close", exact: true }).click();
    await expect(this.sheet).toBeHidden();
  }

  /** The link to the plan that is shown, with its name where that is asked for and there is one. */
  async link({ named = false } = {}) {
    const sheet = await this.share();
    const name = sheet.getByLabel("Put the plan’s name in the link");
    if (named && (await name.isVisible())) await name.check();
    const field = sheet.getByLabel("Link to this plan");
    await expect(field).toHaveValue(/#qp=\d.+Z$/);
    const link = await field.inputValue();
    await this.closeShare();
    return link;
  }

  /** The text of the file that the sheet offers under this name, with its name. */
  async shared(name) {
    const sheet = await this.share();
    const file = await this.download(sheet.getByRole("button", { name, exact: true }));
    await this.closeShare();
    return file;
  }

  /** The text of the file that a click on the button offers, with its name. */
  async download(button) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), button.click()]);
    const chunks = await (await download.createReadStream()).toArray();
    return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
  }
}
