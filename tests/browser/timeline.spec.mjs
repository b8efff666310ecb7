// The plan in time.

import { inspect } from "./support/inspect.mjs";
import { press } from "./support/focus.mjs";
import { expect, test } from "./support/test.mjs";

const UNITS = ["8603-300", "8603-301", "8603-302"];
const TITLE = "Developing Own Leadership Capability Using Action Learning";

async function open(planner) {
  await planner.open("8603-certificate");
  await planner.tick(...UNITS);
  await planner.register("2026-01-10");
  await planner.scope.getByRole("button", { name: /^Timeline/ }).click();
  await expect(planner.scope.getByRole("heading", { level: 2, name: "Timeline" })).toBeFocused();
  const bar = planner.scope.getByRole("slider", { name: `When: ${TITLE}` });
  const when = (words) => expect(bar).toHaveAttribute("aria-valuetext", words);
  return { bar, when, button: (name) => planner.scope.getByRole("region", { name: "Timeline" }).getByRole("button", { name }) };
}

test("units are spread over the months in one step, moved by key, mouse and choice, and named where they end too late", async ({ planner, page }) => {
  const { bar, when, button } = await open(planner);
  await planner.scope.getByRole("spinbutton", { name: "Spread the units at hours a week" }).fill("2");
  await button("Spread them").click();
  await expect(bar).toBeVisible();
  const first = await bar.getAttribute("aria-valuetext");

  // By key: a month later, and two months longer.
  await bar.focus();
  await press(page, "ArrowRight");
  await expect(bar).not.toHaveAttribute("aria-valuetext", first);
  await press(page, "ArrowLeft");
  await when(first);

  // By mouse, as far as the page says that a month is wide.
  const { x, y, height } = await bar.boundingBox();
  const track = await bar.evaluate((element) => element.parentElement.clientWidth);
  const months = Number(await bar.getAttribute("aria-valuemax"));
  await page.mouse.move(x + 4, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 4 + (2 * track) / months, y + height / 2, { steps: 3 });
  await page.mouse.up();
  await expect(bar).not.toHaveAttribute("aria-valuetext", first);
  await planner.undo.click();
  await when(first);

  // By choice in the table.
  await planner.scope.getByText("The same as a table").click();
  await planner.scope.getByRole("combobox", { name: `From: ${TITLE}` }).selectOption("2028-12");
  await planner.scope.getByRole("combobox", { name: `By: ${TITLE}` }).selectOption("2029-03");
  await when("Dec 2028 to Mar 2029");
  await expect(planner.scope.getByText(`${TITLE} ends after your last day. It is planned to March 2029.`)).toBeVisible();
  await expect(planner.button("Timeline 2 months too late")).toBeVisible();
  await inspect(page);
  await button("Move it to end in January 2029").click();
  await when("Oct 2028 to Jan 2029");
  await expect(planner.scope.getByText("ends after your last day")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(planner.summary.getByRole("listitem").filter({ hasText: TITLE })).toContainText("by Jan 2029");
});
