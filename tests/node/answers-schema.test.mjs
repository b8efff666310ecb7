// The schema of the answers of `qualification-check` against what the program prints. Every answer
// has to fit its part of the schema, and every word that the schema allows has to be seen in one, so
// that neither of them moves by itself.
//
// Run with `node --test tests/node` after `npm install`. It builds the program first.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const json = (path) => JSON.parse(readFileSync(resolve(root, path), "utf8"));
const filesIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => `${folder}/${name}`);

const schema = json("docs/answers.schema.json");
// Strict: a keyword that is misspelt in the schema is an error too.
const ajv = new Ajv({ strict: true, allErrors: true });
ajv.addSchema(schema);
const COMMANDS = ["show", "lint", "assess", "complete", "count", "repair", "ladder"];
const accepts = Object.fromEntries(
  COMMANDS.map((command) => [command, ajv.getSchema(`${schema.$id}#/$defs/${command}`)]),
);
const acceptsOther = Object.fromEntries(
  ["batch", "several", "failure"].map((name) => [name, ajv.getSchema(`${schema.$id}#/$defs/${name}`)]),
);
const acceptsAny = ajv.getSchema(schema.$id);

const folder = mkdtempSync(join(tmpdir(), "answers-schema-"));
after(() => rmSync(folder, { recursive: true }));
let written = 0;
/** The path of a new file with this value in it. */
function file(value) {
  written += 1;
  const path = join(folder, `${written}.json`);
  writeFileSync(path, JSON.stringify(value));
  return path;
}

const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
const program = join(target, "debug/qualification-check");
// As `cargo test` compiles it, which has mostly been done by then.
const build = "build --quiet --profile test --no-default-features --features cli --bin qualification-check";
const built = spawnSync("cargo", build.split(" "), { cwd: root, encoding: "utf8" });
assert.equal(built.status, 0, `the program was not built\n${built.stderr}${built.error ?? ""}`);

/** What was seen in the answers: `assess kind too-much`. */
const seen = new Set();

/** Notes every text and null in an answer, with its key. */
function note(command, part) {
  if (part === null || typeof part !== "object") return;
  for (const [key, value] of Object.entries(part)) {
    if (typeof value === "string" || value === null) seen.add(`${command} ${key} ${value}`);
    note(command, value);
  }
}

const TODAY = "2026-11-22";

/** What is said where that is none of a command's own answers, with its status. */
function askOther(name, ...args) {
  const all = [...args, "--today", TODAY, "--json"];
  const { status, stdout } = spawnSync(program, all, { cwd: root, encoding: "utf8" });
  const answer = JSON.parse(stdout);
  const accepted = acceptsOther[name](answer);
  assert.ok(accepted, `${all.join(" ")}\n${JSON.stringify(acceptsOther[name].errors)}`);
  assert.ok(acceptsAny(answer));
  return { answer, status };
}

/** The answer to a command, after it has been held to the schema. */
function ask(command, ...args) {
  const day = args.includes("--today") ? [] : ["--today", TODAY];
  const all = [command, ...args, ...day, "--json"];
  const { status, stdout, stderr } = spawnSync(program, all, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const asked = all.join(" ");
  const answer = JSON.parse(stdout);
  const answered = all.includes("nowhere.json") ? [2] : [0, 1, 3];
  assert.ok(answered.includes(status), `${asked}\n${stderr}`);
  const accepted = accepts[command](answer);
  const errors = (accepts[command].errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath}: ${message} ${JSON.stringify(params)}`,
  );
  assert.ok(accepted, `${asked}\n${errors.join("\n")}`);
  assert.ok(acceptsAny(answer), `${asked}: accepted by its own part only`);
  note(command, answer);
  return answer;
}

/** Every command that takes a plan, with this one. */
function askAll(...args) {
  for (const command of ["assess", "complete", "count", "repair", "ladder"]) ask(command, ...args);
}

/** Every qualification of some files, each with how to name it and the codes of its file. */
function qualificationsOf(files, isShipped) {
  return files.flatMap((path) => {
    const { units, qualifications } = json(path);
    const codes = units.map(({ code }) => code);
    return qualifications.map(({ id }) => {
      const named = ["--qualification", id];
      return { id, codes, named: isShipped ? named : [...named, "--catalogue", path] };
    });
  });
}

const SHIPPED = filesIn("src/catalogue/data");
const WHOLE = [...filesIn("tests/catalogues/whole"), "tests/catalogues/small.json"];

for (const [name, files, isShipped] of [
  ["shipped", SHIPPED, true],
  ["made-up", WHOLE, false],
]) {
  test(`every answer on the ${name} qualifications is as the schema says`, () => {
    for (const { codes, named } of qualificationsOf(files, isShipped)) {
      ask("show", ...named);
      askAll(...named, "--units", "");
      askAll(...named, "--units", codes.join(","));
      askAll(...named, "--units", `${codes[0]},no-such-unit,${codes[0]}`, "--achieved", `${codes[0]},no-unit-of-the-plan`);
      askAll(...named, "--units", codes.slice(0, 3).join(","), "--registered", "2019-01-01");
      const { plans } = ask("complete", ...named, "--registered", "2024-09-01", "--best", "1");
      if (plans.length > 0) {
        const met = ["--units", plans[0].units.join(","), "--registered", "2024-09-01"];
        askAll(...named, ...met);
      }
      for (const objective of ["fewest-credits", "fewest-hours", "fewest-units", "preferred"]) {
        const wishes = ["--prefer", codes[0], "--avoid", codes.at(-1)];
        ask("complete", ...named, "--objective", objective, ...wishes);
      }
      for (const limit of ["0", "10"]) askAll(...named, "--limit", limit);
    }
  });
}

test("every state of the shipped qualifications is answered as the schema says", () => {
  const state = (id, units, ...more) =>
    ask("assess", "--qualification", id, "--units", units, ...more).state;
  assert.equal(state("8604-award", "308,401", "--registered", "2024-09-01"), "met");
  assert.equal(state("8604-award", "308"), "can-be-met");
  assert.equal(state("8607-award", "521,530"), "can-be-met");
  assert.equal(state("8607-certificate", "531"), "can-be-met");
  assert.equal(state("8607-diploma", "530,550", "--registered", "2019-01-01"), "can-be-met");
  const broken = ["--qualification", "8607-certificate", "--units", "400,401,521,523,524,520,528,601"];
  assert.equal(ask("assess", ...broken).state, "cannot-be-met");
  const { repairs, conflict } = ask("repair", ...broken);
  assert.ok(repairs.length > 0 && conflict.length > 0);
  // Too much of Group 2 and nothing of Group 1: less is not enough.
  const group2 = ["--qualification", "8607-certificate", "--units", "400,401,402,403"];
  assert.equal(ask("repair", ...group2).repairs[0].leads_to, "can-be-met");
  const stopped = ask("count", "--qualification", "8607-diploma", "--limit", "10");
  assert.equal(stopped.fully_searched, false);
});

test("plans in files, dates and pathways give every other kind of finding", () => {
  const whole = (name) => ["--catalogue", `tests/catalogues/whole/${name}.json`];
  const care = [...whole("pathways-and-nations"), "--qualification", "care"];
  const dementia = { qualification: "care", pathway: "dementia", nation: "wales" };
  const units = ["D-1", "D-2", "D-3", "D-4", "D-8"].map((code) => ({ code }));
  const registered = "2024-09-01";
  for (const plan of [
    { ...dementia, units: [] },
    { ...dementia, pathway: "no-such-pathway", units: [] },
    { ...dementia, units: [{ code: "D-1", group: "no-such-group" }] },
    { ...dementia, units, registered },
    { ...dementia, units: [{ code: "D-1", working: true }, { code: "D-2", earned: "exemption", without_credit: true }], registered },
    { ...dementia, units, registered, conditions: ["placement"] },
  ]) {
    askAll(...whole("pathways-and-nations"), "--plan", file(plan));
  }
  askAll(...care, "--units", "D-6", "--registered", "2021-10-01");
  askAll(...care, "--units", "D-6", "--registered", "2026-06-01");
  askAll(...care, "--units", "D-6", "--registered", "2030-01-01");
  askAll(...care, "--today", "2035-01-01");
  askAll(...whole("levels-and-shares"), "--qualification", "access", "--units", "E-4");
  const site = [...whole("groups-within-groups"), "--qualification", "site-management"];
  askAll(...site, "--units", "C-5,C-6,C-7,C-8");
  askAll(...site, "--units", "C-1,C-2,C-3,C-4,C-5,C-6");
});

/** The small catalogue with other rules for its first qualification. */
function smallWith(rules) {
  const value = json("tests/catalogues/small.json");
  value.qualifications = [value.qualifications[0]];
  value.qualifications[0].rules = rules.map((rule, number) => ({
    id: `rule-${number}`,
    heading: "Rules",
    ...rule,
  }));
  return file(value);
}

test("rules that collide, and mandatory units that are barred, are told as the schema says", () => {
  const colliding = smallWith([
    { kind: "amount", measure: "credits", at_least: 6 },
    { kind: "amount", measure: "units", at_most: 1 },
  ]);
  assert.ok(ask("lint", colliding).some(({ kind }) => kind === "contradiction"));
  askAll("--catalogue", colliding, "--qualification", "small-award");
  const barred = smallWith([
    { kind: "mandatory", units: ["A-1", "A-2"] },
    { kind: "barred", units: ["A-1", "A-2"] },
  ]);
  assert.ok(ask("lint", barred).some(({ kind }) => kind === "mandatory-barred"));
});

test("every answer of lint is as the schema says", () => {
  const lint = filesIn("tests/catalogues/lint").filter((path) => !path.endsWith("/expected.json"));
  assert.ok(lint.length > 40);
  ask("lint", ...lint);
  assert.deepEqual(ask("lint", ...SHIPPED), []);
  assert.ok(ask("lint", "--limit", "1", ...SHIPPED).length > 0);
  ask("lint", ...WHOLE);
  const broken = filesIn("tests/catalogues/broken").filter((path) => !path.endsWith("/expected.json"));
  assert.ok(broken.length > 60);
  for (const path of broken) ask("lint", path);
  ask("lint", ...broken);
});

test("a file that cannot be read hides no other, and what stands in the way is told as JSON", () => {
  const old = join(folder, "old.json");
  const text = readFileSync(join(root, "tests/catalogues/small.json"), "utf8");
  writeFileSync(old, Buffer.from(text.replace("A small catalogue", "Caf\u00e9s").replace(/[\u0100-\uffff]/g, ""), "latin1"));
  const small = ["--catalogue", "tests/catalogues/small.json", "--qualification", "small-award"];
  const found = ask("lint", "nowhere.json", old, "tests/catalogues/small.json");
  assert.ok(found.some(({ kind }) => kind === "unreadable"));
  askAll(...small, "--catalogue", "nowhere.json");
  assert.equal(ask("show", ...small, "--catalogue", "nowhere.json").errors[0].file, "nowhere.json");
  const plan = file({ qualification: "8604-award", units: [{ code: "8604-308" }] });
  for (const command of ["assess", "complete", "count", "repair", "ladder"]) {
    const both = askOther("several", command, "--plan", "nowhere.json", "--plan", plan);
    assert.deepEqual([both.answer.answers.length, both.answer.errors.length, both.status], [1, 1, 2]);
  }
  const batch = askOther("batch", "batch", "examples/cohort.csv");
  assert.deepEqual([batch.answer.layout, batch.answer.plans.length, batch.status], ["row-per-learner", 4, 1]);
  const error = join(folder, "error.csv");
  writeFileSync(error, "learner;qualification;registered;unit\rAna;8604;;308\r");
  assert.equal(askOther("batch", "batch", error).status, 2);
  for (const args of [["assess", "--plan", "nowhere.json"], ["assess", "--nonsense"], ["show"]]) {
    assert.equal(askOther("failure", ...args).status, 2);
  }
});

/** The part of the schema that a reference leads to. */
function part(reference) {
  return schema.$defs[reference.slice("#/$defs/".length)];
}

/** Every word that a property may be, and null. */
function words(property) {
  const here = property.enum ?? ("const" in property ? [property.const] : []);
  const nothing = property.type === "null" ? [null] : [];
  const elsewhere = [...(property.anyOf ?? []), ...(property.oneOf ?? [])];
  if (property.$ref) elsewhere.push(part(property.$ref));
  return [...here, ...nothing, ...elsewhere.flatMap(words)];
}

/** Every word and null that the answer to a command may have, with its key. */
function allowed(command, tree, found = new Set(), visited = new Set()) {
  if (visited.has(tree)) return found;
  visited.add(tree);
  for (const [key, property] of Object.entries(tree.properties ?? {})) {
    for (const word of words(property)) found.add(`${command} ${key} ${word}`);
    allowed(command, property, found, visited);
  }
  const below = [...(tree.anyOf ?? []), ...(tree.oneOf ?? [])];
  if (tree.items) below.push(tree.items);
  if (tree.$ref) below.push(part(tree.$ref));
  for (const one of below) allowed(command, one, found, visited);
  return found;
}

// What the schema allows and no answer above can have. Each needs its reason.
const OUT_OF_REACH = [
  // A rule may be in these, a whole qualification is not.
  "show measure groups",
  "show measure subjects",
  "complete measure groups",
  "complete measure subjects",
  "ladder measure groups",
  "ladder measure subjects",
];

test("a class of which two count, and a former code, are told as the schema says", () => {
  const small = JSON.parse(readFileSync(join(root, "tests/catalogues/small.json"), "utf8"));
  const [, diploma] = small.qualifications;
  diploma.rules[2] = { ...diploma.rules[2], units: ["A-1", "A-2", "A-3"], at_most: 2 };
  small.units[2].former_codes = ["OLD-3"];
  const named = ["--catalogue", file(small), "--qualification", "small-diploma", "--registered", "2024-09-01"];
  const { units, findings } = ask("assess", ...named, "--units", "A-1,A-2,OLD-3");
  assert.ok(units.some(({ reason }) => reason === "class-full"), JSON.stringify(units));
  assert.ok(findings.some(({ kind }) => kind === "called-otherwise"), JSON.stringify(findings));
});

test("every word of the schema was seen in an answer", () => {
  const all = COMMANDS.flatMap((command) => [...allowed(command, schema.$defs[command])]);
  for (const word of [
    "show kind bars",
    "lint severity warning",
    "assess kind collision",
    "assess reason surplus",
    "ladder state met",
    "ladder credits_short null",
    "repair leads_to met",
  ]) {
    assert.ok(all.includes(word), `${word} is not looked for`);
  }
  assert.deepEqual(all.filter((word) => !seen.has(word)), OUT_OF_REACH);
});

test("every object of the schema is strict, and every part of it says what it is", () => {
  const visit = (part, path) => {
    if (part === null || typeof part !== "object") return;
    if (part.type === "object") {
      assert.equal(part.additionalProperties, false, path);
      assert.deepEqual(part.required, Object.keys(part.properties), path);
      for (const [key, property] of Object.entries(part.properties)) {
        const told = (property.title && property.description) || property.$ref;
        assert.ok(told, `${path}/${key}`);
      }
    }
    for (const [keyword, value] of Object.entries(part)) visit(value, `${path}/${keyword}`);
  };
  visit(schema, "");
  for (const [name, part] of Object.entries(schema.$defs)) {
    assert.ok(part.title && part.description, name);
  }
});

test("the page of the command line points to the schema", () => {
  assert.ok(readFileSync(join(root, "docs/qualification-check.md"), "utf8").includes("(answers.schema.json)"));
});
