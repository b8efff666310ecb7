// docs/plan.schema.json against plans, and against what qualification-check says of the same plans.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const accepts = new Ajv({ strict: true, strictTypes: false }).compile(JSON.parse(readFileSync(join(root, "docs/plan.schema.json"), "utf8")));
const program = join(resolve(root, process.env.CARGO_TARGET_DIR ?? "target"), "debug/qualification-check");
// As `cargo test` compiles it, which has mostly been done by then.
const build = "build --quiet --profile test --no-default-features --features cli --bin qualification-check";
assert.equal(spawnSync("cargo", build.split(" "), { cwd: root }).status, 0, "the program was not built");

const folder = mkdtempSync(join(tmpdir(), "plan-schema-"));
after(() => rmSync(folder, { recursive: true }));

/** Whether the program reads it as a plan. */
function isRead(plan) {
  const path = join(folder, "plan.json");
  writeFileSync(path, JSON.stringify(plan));
  return spawnSync(program, ["assess", "--plan", path], { cwd: root }).status !== 2;
}

const documented = /```json\n([^]*?)```/.exec(readFileSync(join(root, "docs/plan-format.md"), "utf8"))[1];
const plan = JSON.parse(documented);
const unit = (more) => ({ ...plan, units: [{ code: "8607-501", ...more }] });

for (const [what, one] of [
  ["the documented one", plan],
  ["one with all keys", { ...plan, $schema: "x", note: "Ask\nSiân", pathway: "p", nation: "n", conditions: ["c"], wished: ["A"], avoided: ["B"] }],
  ["one with nothing but nulls", { ...plan, name: null, note: null, registered: null, pathway: null, nation: null, conditions: null, wished: null, avoided: null }],
  ["every way to earn", { ...plan, units: ["study", "prior-learning", "transfer", "exemption", null].map((earned, at) => ({ code: `U-${at}`, earned, achieved: null, group: null, start: at ? "2025-09" : null, planned: at ? "2026-06-30" : "2026-06", note: at ? "Ask\nSiân" : null })) }],
  ["every state", { ...plan, units: [{ code: "U-1", working: true, evidence: null }, { code: "U-2", achieved: true, achieved_on: "2026-06", evidence: "Coleg Gŵyr, 12/345" }, { code: "U-3", earned: "exemption", without_credit: true, achieved_on: "2024-02-29", working: null }, { code: "U-4", without_credit: null, achieved_on: null }] }],
  ["no units", { ...plan, units: [] }],
]) {
  test(`schema and program take ${what}`, () => {
    assert.ok(accepts(one), JSON.stringify(accepts.errors));
    assert.ok(isRead(one));
  });
}

for (const [what, one] of [
  ["a plan without units", { qualification: "8607-diploma" }],
  ["units that are no list", { ...plan, units: "8607-501" }],
  ["a code with a semicolon", unit({ code: "8607;501" })],
  ["an unknown key", unit({ grade: 1 })],
  ["an unknown way to earn", unit({ earned: "luck" })],
  ["an achievement that is no truth", unit({ achieved: "yes" })],
  ["work that is no truth", unit({ working: "now" })],
  ["an achievement in words", unit({ achieved_on: "last year" })],
  ["a day in words", { ...plan, registered: "1 May 2024" }],
  ["a name that is no text", { ...plan, name: 5 }],
  ["a month in words", unit({ start: "June 2025" })],
  ["a list", [plan]],
]) {
  test(`schema and program refuse ${what}`, () => {
    assert.equal(accepts(one), false);
    assert.equal(isRead(one), false);
  });
}
