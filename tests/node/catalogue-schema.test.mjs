// The schema of catalogue files against the same files as the reader: tests/catalogue_files.rs
// reads them in Rust. Together they keep docs/catalogue.schema.json true.
//
// Run with `node --test tests/node` after `npm install`.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import Ajv from "ajv/dist/2020.js";

const root = new URL("../../", import.meta.url);
const text = (path) => readFileSync(new URL(path, root), "utf8");
const json = (path) => JSON.parse(text(path));
const filesIn = (folder) =>
  readdirSync(new URL(folder, root)).filter((name) => name.endsWith(".json"));

const schema = json("docs/catalogue.schema.json");
const page = text("docs/catalogue-format.md");
// Strict: a keyword that is misspelt in the schema is an error too.
const accepts = new Ajv({ strict: true, allErrors: true }).compile(schema);

function assertAccepted(value, name) {
  const accepted = accepts(value);
  const errors = (accepts.errors ?? []).map((error) => `${error.instancePath}: ${error.message}`);
  assert.ok(accepted, `${name}\n${errors.join("\n")}`);
}

/** "accepts" or "refuses": what a tool with the schema says to this text. */
function verdict(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return "refuses";
  }
  return accepts(value) ? "accepts" : "refuses";
}

test("every shipped catalogue file is accepted", () => {
  const files = filesIn("src/catalogue/data/");
  assert.equal(files.length, 5);
  for (const file of files) assertAccepted(json(`src/catalogue/data/${file}`), file);
});

test("every whole file of the tests is accepted", () => {
  assertAccepted(json("tests/catalogues/small.json"), "small.json");
  for (const file of filesIn("tests/catalogues/whole/")) {
    assertAccepted(json(`tests/catalogues/whole/${file}`), file);
  }
});

test("the catalogue file of every form of rules is accepted", () => {
  const files = filesIn("tests/forms/").filter((name) => name.endsWith(".catalogue.json"));
  assert.ok(files.length > 0);
  for (const file of files) assertAccepted(json(`tests/forms/${file}`), file);
});

test("the examples in the documentation are accepted", () => {
  const blocks = page.split("```json\n").slice(1).map((block) => JSON.parse(block.split("```")[0]));
  const whole = blocks.filter((block) => block.format);
  assert.equal(whole.length, 2);
  for (const example of whole) assertAccepted(example, "docs/catalogue-format.md");
});

test("a broken file is refused where a schema can see the fault", () => {
  const expected = json("tests/catalogues/broken/expected.json");
  for (const [file, { schema }] of Object.entries(expected)) {
    assert.equal(verdict(text(`tests/catalogues/broken/${file}`)), schema, file);
  }
});

/** The tree with `value` at `path`, which is written as in problems: `units[0].credits`. */
function having(tree, path, value) {
  const copy = structuredClone(tree);
  const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
  const last = keys.pop();
  const parent = keys.reduce((place, key) => place[key], copy);
  assert.ok(last in parent, `no ${path} in every-key.json`);
  parent[last] = value(parent[last]);
  return copy;
}

test("every limit is where the reader's is", () => {
  const base = json("tests/catalogues/whole/every-key.json");
  for (const { path, text, name, item, least, most } of json("tests/catalogues/limits.json")) {
    const check = (expected, value) => {
      const tree = having(base, path, typeof value === "function" ? value : () => value);
      assert.equal(accepts(tree), expected, `${path}, ${JSON.stringify(value)?.slice(0, 80)}`);
    };
    if (text ?? name) {
      const letter = text ? "🎓" : "x";
      check(true, letter.repeat(text ?? name));
      check(false, letter.repeat((text ?? name) + 1));
      check(false, text ? "a\u0007" : "a,b");
      check(false, text ? " " : "");
    } else if (item) {
      const numbered = (number) => JSON.parse(JSON.stringify(item).replaceAll("{n}", number));
      const filled = (length) => (list) => {
        const more = Array.from({ length: length - list.length }, (_, number) => numbered(number));
        return [...list, ...more];
      };
      check(true, filled(most));
      check(false, filled(most + 1));
    } else {
      check(true, least);
      check(true, most);
      check(false, least - 1);
      check(false, most + 1);
    }
  }
});

/** Every key that the schema knows of a file. */
function keysOf(part, found = new Set()) {
  if (part === null || typeof part !== "object") return found;
  for (const [keyword, value] of Object.entries(part)) {
    if (keyword === "properties") Object.keys(value).forEach((key) => found.add(key));
    keysOf(value, found);
  }
  return found;
}

test("the documentation explains every key of the schema", () => {
  const keys = keysOf(schema);
  assert.ok(keys.has("guided_learning_hours") && keys.has("open_if_achieved"));
  for (const key of keys) {
    assert.ok(page.includes(`\`${key}\``) || page.includes(`{"${key}":`), `${key} is not explained`);
  }
});

test("the documentation has an example of every kind of rule and names every word", () => {
  const examples = page.split("```json\n").slice(2).map((block) => block.split("```")[0]);
  for (const kind of schema.$defs.rule.properties.kind.enum) {
    assert.ok(page.includes(`\n### \`${kind}\``), `no heading on ${kind}`);
    const shown = examples.some((example) => example.includes(`"kind": "${kind}"`));
    assert.ok(shown, `no example of ${kind}`);
  }
  const earned = ["study", "prior-learning", "transfer", "exemption"];
  for (const word of [...schema.$defs.measure.enum, ...earned]) {
    assert.ok(page.includes(`\`"${word}"\``), `${word} is not explained`);
  }
});

/** Every key in a tree, and every kind of rule. */
function used(part, found = new Set()) {
  if (part === null || typeof part !== "object") return found;
  for (const [key, value] of Object.entries(part)) {
    found.add(key === "kind" ? `kind ${value}` : key);
    used(value, found);
  }
  return found;
}

test("every-key.json has every key and every kind of rule of the schema", () => {
  const there = used(json("tests/catalogues/whole/every-key.json"));
  const kinds = schema.$defs.rule.properties.kind.enum.map((kind) => `kind ${kind}`);
  for (const key of [...keysOf(schema), ...kinds]) {
    assert.ok(key === "kind" || there.has(key), `no ${key} in every-key.json`);
  }
});

test("every key and every kind of object in the schema says what it is", () => {
  const visit = (part, path) => {
    if (part === null || typeof part !== "object") return;
    if (part.additionalProperties === false) {
      for (const [key, property] of Object.entries(part.properties)) {
        const told = (property.title && property.description) || property.$ref || property.const;
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
