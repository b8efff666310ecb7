// Files from outside, and how a learner opens one.

import { expect } from "@playwright/test";
import { readFileSync } from "node:fs";

export const file = (name) => readFileSync(new URL(`../../catalogues/${name}`, import.meta.url), "utf8");

/** Two small qualifications of three units. */
export const small = JSON.parse(file("small.json"));

/** A qualification of six groups, one unit of two credits each. */
export const six = (() => {
  const letters = [..."ABCDEF"];
  const [first] = small.qualifications;
  const units = letters.map((letter) => ({ ...small.units[0], code: `${letter}-1`, title: `Unit ${letter}`, credits: 2 }));
  const groups = letters.map((letter) => ({ id: letter.toLowerCase(), title: `Group ${letter}`, units: [`${letter}-1`] }));
  const rules = [{ id: "all", kind: "amount", measure: "credits", at_least: 12, heading: "Structure" }];
  const { id, title, size } = first;
  return JSON.stringify({ ...small, units, qualifications: [{ id, title, size, groups, rules }] });
})();

/** Opens a text as a file, in the sheet for that, until what came of it is there. */
export async function openFile(planner, name, text) {
  if ((await planner.fileSheet.count()) === 0) await planner.button("Open a file").click();
  const field = planner.fileSheet.getByLabel(/^Choose (a|another) file$/);
  const came = planner.fileSheet.locator("#qp-file-came");
  if ((await came.count()) > 0) await came.evaluate((last) => last.setAttribute("data-last", ""));
  await field.setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(planner.fileSheet.locator("#qp-file-came:not([data-last])")).toBeVisible();
}
