// Files from outside, and how a learner opens one.

import { readFileSync } from "node:fs";

export const file = (name) => readFileSync(new URL(`../../catalogues/${name}`, import.meta.url), "utf8");

/** Two small qualifications of three units. */
export const small = JSON.parse(file("small.json"));

/** Opens a text as a file, on the choice of all qualifications. */
export async function openFile(planner, name, text) {
  const field = planner.scope.getByLabel("Plan file or catalogue file (JSON)");
  if (!(await field.isVisible())) await planner.scope.getByText("Open a file: saved plans").click();
  await field.setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}
