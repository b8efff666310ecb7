// Long texts that are expected, each in a file of its own in tests/browser/expected, to be read as they are.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "@playwright/test";

/** Such files are written anew where this is set: what has changed in them is then to be read, not only the tests to be green. */
const anew = Boolean(process.env.UPDATE);

/** What is read comes to be what is written in this file. */
export async function expectWritten(name, read) {
  const path = new URL(`../expected/${name}`, import.meta.url);
  if (anew) return writeFileSync(path, await settled(read));
  const written = existsSync(path) ? readFileSync(path, "utf8") : "";
  const how = `tests/browser/expected/${name} says otherwise. If this is right, UPDATE=1 before the command writes it anew`;
  await expect.poll(read, how).toBe(written);
}

/** What is read twice in the same words. */
async function settled(read) {
  let last;
  await expect.poll(async () => last === (last = await read())).toBe(true);
  return last;
}
