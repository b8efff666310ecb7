// A centre's page: its own qualifications with its own date, alone if it says so. What is wrong in its catalogue file
// the centre hears, in the console and in an event; a learner reads one plain sentence.

import { embed } from "./support/embed.mjs";
import { openFile, small } from "./support/files.mjs";
import { qualifications } from "./support/facts.mjs";
import { kept } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

const LONGEST = 2 * 1024 * 1024;
const SHIPPED = /22 November 2026/;
const FAILED = "The list of qualifications of your centre could not be loaded";

/** A catalogue file of a body of its own, compared with its document on a day of its own. */
const OWN = {
  ...small,
  id: "own",
  title: "Gardening with us",
  awarding_body: "Example Awards",
  source: { document: "Example 9901 specification", checked: "2026-03-03" },
};

const award = (planner) => planner.scope.getByRole("button", { name: "Small Award" });
const title = (planner, name) => planner.scope.getByRole("heading", { level: planner.level, name, exact: true });
const footer = (planner) => planner.scope.getByText("Unofficial.").filter({ visible: true }).locator("..");
const unofficial = (planner) => planner.scope.getByText(/^Unofficial(: confirm your choice|, )/).filter({ visible: true });

/** An element whose catalogue file is this text. */
async function centre(page, catalogue, attributes = {}) {
  const body = typeof catalogue === "string" ? catalogue : JSON.stringify(catalogue);
  await page.route("**/centre.json", (route) => route.fulfill({ body }));
  return element(page, { catalogue: "centre.json", ...attributes });
}

async function element(page, attributes, server = servers.reader) {
  await page.goto(`${server}hosts/bare.html`);
  return embed(page, attributes);
}

test.describe("a catalogue file named by the host page", () => {
  test("is added, and nothing is said about it", async ({ page }) => {
    const planner = await element(page, { catalogue: "../catalogues/small.json" });
    await expect(award(planner)).toBeVisible();
    await expect(planner.card("8607-diploma")).toBeVisible();
    await expect(planner.notices).toHaveCount(0);
    expect(await planner.events("error")).toEqual([]);
    expect(await kept(page), "it is the host’s to keep").toEqual({});
  });

  test("opens with a qualification of it", async ({ page }) => {
    const planner = await element(page, { catalogue: "../catalogues/small.json", qualification: "small-award" });
    await expect(title(planner, "Small Award")).toBeVisible();
    await expect(planner.notices).toHaveCount(0);
  });

  test("shows its own body and day, wherever one of its qualifications is shown", async ({ page }) => {
    const planner = await centre(page, OWN);
    await expect(planner.scope.getByText("Those marked “Your centre”: Gardening with us (Example Awards), as read on 3 March 2026.")).toBeVisible();
    await expect(planner.scope.getByRole("listitem").filter({ has: page.getByText("Your centre", { exact: true }) })).toHaveText([/Small Award/, /Small Diploma/]);
    for (const words of [unofficial(planner), footer(planner)]) {
      await expect(words).toContainText(/City and Guilds.* as read on 22 November 2026 and of Example Awards as read on 3 March 2026/);
    }
    await award(planner).click();
    await expect(unofficial(planner)).toContainText(/documents of Example Awards as read on 3 March 2026/);
    await planner.tick("First");
    await expect(planner.scope).not.toContainText(SHIPPED);
    await expect(planner.scope).not.toContainText(/City and Guilds|ILM/);
    const { text: table } = await planner.shared("Spreadsheet (CSV)");
    expect(table).toContain("2026-03-03");
    expect(table).not.toMatch(/2026-11-22|City and Guilds|ILM/);
    await page.emulateMedia({ media: "print" });
    await expect(planner.scope.locator(".qp-paper")).toContainText(/documents of Example Awards as read on 3 March 2026/);
    await page.emulateMedia({ media: "screen" });

    await page.evaluate((hash) => (location.hash = hash), new URL(await planner.link()).hash);
    await expect(planner.button("Keep it as another plan")).toBeVisible();
    await expect(footer(planner)).toContainText(/Example Awards as read on 3 March 2026/);
    await expect(planner.scope).not.toContainText(SHIPPED);

    await planner.leave();
    await planner.card("8604-award").getByRole("button").click();
    await expect(unofficial(planner)).toContainText(/City and Guilds.* as read on 22 November 2026/);
    await expect(planner.scope).not.toContainText(/3 March|Example Awards/);
  });

  test("makes way for another that is named, and goes with the attribute", async ({ page }) => {
    const planner = await centre(page, OWN);
    await expect(award(planner)).toBeVisible();
    const one = { ...OWN, id: "another", qualifications: [{ ...small.qualifications[0], id: "another", title: "Another Award" }] };
    await page.route("**/another.json", (route) => route.fulfill({ body: JSON.stringify(one) }));
    await planner.withElement((element) => element.setAttribute("catalogue", "another.json"));
    await expect(planner.scope.getByRole("button", { name: "Another Award" })).toBeVisible();
    await expect(award(planner)).toHaveCount(0);
    await planner.withElement((element) => element.removeAttribute("catalogue"));
    await expect(planner.scope.getByRole("button", { name: "Another Award" })).toHaveCount(0);
    await expect(planner.card("8607-diploma")).toBeVisible();
  });
});

test.describe("only the centre’s own qualifications", () => {
  const foreign = (planner) => planner.scope.getByRole("button").filter({ hasText: new RegExp(qualifications.map(({ title }) => title).join("|")) });
  const alone = async (planner) => {
    await expect(award(planner)).toBeVisible();
    await expect(foreign(planner)).toHaveCount(0);
    await expect(planner.scope).not.toContainText(SHIPPED);
    await expect(footer(planner)).toContainText("documents of Example Awards as read on 3 March 2026");
    await expect(planner.scope.getByText("From your centre: Gardening with us (Example Awards), as read on 3 March 2026.")).toBeVisible();
  };

  test("are shown where the element says so", async ({ page }) => {
    const planner = await centre(page, OWN, { only: "" });
    await alone(planner);
    await planner.withElement((element) => element.removeAttribute("only"));
    await expect(planner.card("8607-diploma")).toBeVisible();
    await planner.withElement((element) => element.setAttribute("only", ""));
    await alone(planner);
  });

  test("are shown where the file says so", async ({ page }) => {
    await alone(await centre(page, { ...OWN, only: true }));
  });

  test("are shown on a page that is nothing but the planner", async ({ page }) => {
    const planner = await centre(page, OWN, { only: "", page: "" });
    await expect(planner.scope.getByRole("link", { name: "Small Award" })).toBeVisible();
    await expect(planner.scope.getByRole("link")).not.toContainText(qualifications.map(({ title }) => title));
    await page.evaluate(() => (location.hash = "/8607-diploma"));
    await expect(title(planner, "This qualification is not here")).toBeVisible();
    await expect(planner.scope).not.toContainText("open that file");
  });

  test("are all that is there, whatever the element or a learner opens", async ({ page }) => {
    const planner = await centre(page, OWN, { only: "", qualification: "8607-diploma" });
    await expect(title(planner, "This qualification is not here")).toBeVisible();
    await planner.button("See all qualifications").click();
    await alone(planner);
    const other = { ...small, id: "other", qualifications: [{ ...small.qualifications[0], id: "other", title: "Other Award" }] };
    await openFile(planner, "other.json", JSON.stringify(other));
    await expect(planner.came("“other.json” cannot be opened")).toContainText("shows the qualifications of your centre and no others");
    await expect(planner.scope.getByRole("button", { name: "Other Award" })).toHaveCount(0);
    await alone(planner);
  });

  test("are not asked for where no catalogue file is named", async ({ page }) => {
    const planner = await element(page, { only: "" });
    await expect(planner.card("8607-diploma")).toBeVisible();
  });

  test("are waited for, and no others are shown meanwhile", async ({ page }) => {
    let answer;
    await page.route("**/late.json", (route) => (answer = () => route.fulfill({ body: JSON.stringify({ ...OWN, only: true }) })));
    for (const qualification of ["", "small-award"]) {
      const planner = await element(page, { catalogue: "late.json", qualification });
      await expect(planner.scope.getByText("The list of qualifications of your centre is on its way.")).toBeVisible();
      await expect(foreign(planner)).toHaveCount(0);
      await expect(planner.scope).not.toContainText(SHIPPED);
      await expect(planner.notices).toHaveCount(0);
      await answer();
      if (qualification) await expect(title(planner, "Small Award")).toBeVisible();
      else await alone(planner);
    }
  });

  test("say which date is theirs in a file that a learner opens by hand, and stand beside the others there", async ({ planner }) => {
    await planner.open();
    await openFile(planner, "own.json", JSON.stringify({ ...OWN, only: true }));
    await expect(planner.came("own.json was added")).toBeVisible();
    await planner.closeFile();
    await expect(planner.scope.getByRole("link", { name: "Small Award" })).toBeVisible();
    await expect(planner.card("8607-diploma")).toBeVisible();
    await planner.scope.getByRole("link", { name: "Small Award" }).click();
    await expect(unofficial(planner)).toContainText("Example Awards as read on 3 March 2026");
  });
});

test.describe("of a catalogue file that cannot be used", () => {
  /** That a learner reads this and nothing that is for the centre. */
  const plain = async (planner, words) => {
    await expect(planner.notices).toHaveCount(1);
    await expect(planner.notices).toContainText(words);
    await expect(planner.notices).not.toContainText(/json|JSON|\[\d|server|404|MiB|line \d/);
  };
  /** What the centre heard in the one event. */
  const heard = async (planner) => {
    await expect.poll(() => planner.events("error")).toHaveLength(1);
    return (await planner.events("error"))[0].detail;
  };

  test("the paths are for the centre, and what could be read is there", async ({ page, troubles }) => {
    troubles.expect(/console error: 1 qualification of the catalogue file one-of-two\.json was left out\.\n.*rule overall-credits, at_least/);
    const planner = await element(page, { catalogue: "../catalogues/broken/one-of-two.json" });
    await expect(planner.scope.getByRole("button", { name: "Small Diploma" })).toBeVisible();
    await expect(award(planner)).toHaveCount(0);
    await expect(planner.card("8607-diploma")).toBeVisible();
    await plain(planner, "1 qualification of your centre could not be loaded");
    const { message, problems } = await heard(planner);
    expect(message).toContain("one-of-two.json");
    expect(problems).toEqual([expect.stringMatching(/rule overall-credits, at_least \(line \d+, column \d+\): this should be a whole number/)]);
  });

  for (const [what, attributes, works] of [
    ["the others can be planned", {}, true],
    ["no others are shown where it was to stand alone", { only: "" }, false],
  ]) {
    test(`a learner reads one sentence, and ${what}`, async ({ page, troubles }) => {
      troubles.expect(/console error: Nothing of the catalogue file centre\.json can be used/);
      const planner = await centre(page, "{ \"format\": 1,", attributes);
      await plain(planner, FAILED);
      const { message, problems } = await heard(planner);
      expect(message).toContain("centre.json");
      expect(problems).toHaveLength(1);
      await expect(planner.scope.getByRole("button", { name: qualifications[0].title })).toHaveCount(works ? 1 : 0);
      if (works) return;
      await expect(planner.scope).not.toContainText(SHIPPED);
      const offers = planner.scope.getByRole("listitem").filter({ has: page.getByRole("button") });
      await expect(offers, "nothing can be opened").toHaveCount(0);
      await expect(unofficial(planner)).toHaveText("Unofficial: confirm your choice with your centre.");
    });
  }

  test("a learner reads it also in place of the qualification that was to open", async ({ page, troubles }) => {
    troubles.expect(/console error: Nothing of the catalogue file centre\.json can be used/);
    const planner = await centre(page, "[]", { only: "", qualification: "small-award" });
    await expect(title(planner, "This qualification is not here")).toBeVisible();
    await plain(planner, FAILED);
  });

  test("plans are there, and can be downloaded, where it was to stand alone", async ({ page, troubles }) => {
    const planner = await centre(page, OWN, { only: "" });
    await award(planner).click();
    await planner.tick("First");
    await expect(planner.saving).toHaveText("Saved in this browser");
    await page.unroute("**/centre.json");
    troubles.expect(/console error: Nothing of the catalogue file centre\.json can be used/);
    const again = await centre(page, "", { only: "" });
    await plain(again, FAILED);
    await expect(again.drafts).toHaveCount(1);
    const { text } = await again.download(again.button("Save all plans as a file"));
    expect(JSON.parse(text).drafts[0].plan.qualification).toBe("small-award");
  });

  test("that is not there the centre reads what the server answered", async ({ page, troubles }) => {
    troubles.expect(/answer 404: .*missing\.json/, /console error: Failed to load resource.*404/, /console error: The catalogue file missing\.json could not be fetched: the server answered 404\./);
    const planner = await element(page, { catalogue: "missing.json?edition=3" });
    await plain(planner, FAILED);
    expect(await heard(planner)).toEqual({ message: "The catalogue file missing.json could not be fetched: the server answered 404.", problems: [] });
    await expect(planner.card("8607-diploma")).toBeVisible();
  });

  test("that is no text at all the centre reads what it is", async ({ page, troubles }) => {
    troubles.expect(/console error: Nothing of the catalogue file centre\.json can be used\.\nIt is a PDF/);
    const planner = await centre(page, "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    await plain(planner, FAILED);
    expect((await heard(planner)).problems).toEqual(["It is a PDF, and no text."]);
  });

  test("that is too long is refused before it is read", async ({ page, troubles }) => {
    troubles.expect(/console error: The catalogue file centre\.json could not be fetched: it is longer than 2 MiB\./);
    const planner = await centre(page, " ".repeat(LONGEST + 1));
    await plain(planner, FAILED);
    expect((await heard(planner)).message).toContain("longer than 2 MiB");
  });

  test("that the host’s own policy forbids is said not to be loaded", async ({ page, troubles }) => {
    troubles.expect(/console error: .*Content Security Policy/, /console error: The catalogue file small\.json could not be fetched/);
    const planner = await element(page, { catalogue: "../catalogues/small.json" }, servers.host);
    await plain(planner, FAILED);
    await heard(planner);
    await expect(planner.card("8607-diploma")).toBeVisible();
  });

  test("that never comes is not waited for without end", async ({ page, troubles }) => {
    troubles.expect(/console error: The catalogue file never\.json could not be fetched: late/);
    await page.addInitScript(() => {
      AbortSignal.timeout = (milliseconds) => (milliseconds <= 60_000 ? AbortSignal.abort(new DOMException("late", "TimeoutError")) : undefined);
    });
    const planner = await element(page, { catalogue: "never.json" });
    await plain(planner, FAILED);
    await heard(planner);
  });
});
