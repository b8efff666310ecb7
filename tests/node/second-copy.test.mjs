// The second copy of what is kept, played at random: tabs that save and remove, host pages that clear
// localStorage, browsers that are killed, an IndexedDB that fails in every way. A fault put into the protocol
// has to be found.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as protocol from "../../src/app/second_copy.js";
import { play } from "./second-copy/play.mjs";

const RUNS = Number(process.env.SECOND_COPY_RUNS ?? 200);
const TURNS = 300;
const KINDS = {
  "nothing goes wrong": {},
  "the browser is killed": { kills: true },
  "IndexedDB fails": { troubles: true },
  "the browser is killed and IndexedDB fails": { kills: true, troubles: true },
};

for (const [what, may] of Object.entries(KINDS)) {
  test(`where ${what}, what was called saved is there, and what was deleted is not`, async () => {
    for (let seed = 0; seed < RUNS; seed++) {
      await play(protocol, seed, TURNS, may).catch((error) => {
        error.message = `seed ${seed}: ${error.message}`;
        throw error;
      });
    }
  });
}

const texts = (...keys) => new Map(keys.map((key) => [key, `text of ${key}`]));
const opened = (given) => protocol.opening({ local: texts(), copy: texts(), changed: new Map(), isBack: false, ...given });

test("a page that opens gives back what is missing, the newest first, and copies what is new", () => {
  const given = { local: texts("d/w-2", "d/w-9"), copy: texts("log", "d/w-2", "d/w-3", "d/w-10") };
  const { gone, missing, fresh } = opened(given);
  assert.deepEqual(gone, []);
  assert.deepEqual(missing.map(([key]) => key), ["d/w-10", "d/w-3", "log"]);
  assert.deepEqual(fresh, ["d/w-9"]);
});

test("what one key has for good stays as it is, and is copied where it differs", () => {
  const local = new Map([["log", "one"]]);
  assert.deepEqual(opened({ local, copy: texts("log") }), { gone: [], missing: [], fresh: ["log"] });
});

test("a page that waited in vain for its copy does not undo what was done meanwhile", () => {
  const changed = new Map([["away/x", true], ["d/w-4", false]]);
  assert.deepEqual(opened({ local: texts("d/w-4"), copy: texts("away/x"), changed }), { gone: [], missing: [], fresh: [] });
  const { gone } = opened({ local: texts("d/w-3", "d/w-4"), changed, isBack: true });
  assert.deepEqual(gone, ["d/w-3"]);
});

test("where localStorage is from before everything was deleted, it becomes what the copy is", () => {
  const local = new Map([["log", "from before"], ["d/w-1", "from before"]]);
  const { gone, missing, fresh } = opened({ local, copy: texts("log", "e/w-1"), isBack: true });
  assert.deepEqual(gone, ["log", "d/w-1"]);
  assert.deepEqual(missing.map(([key]) => key).sort(), ["e/w-1", "log"]);
  assert.deepEqual(fresh, []);
});

const source = readFileSync(new URL("../../src/app/second_copy.js", import.meta.url), "utf8");
const FAULTS = {
  "calls saved what is not copied": ["await Promise.race([last, adapter.wait(4 * PATIENCE)]);", "await undefined;"],
  "calls saved what was saved since": ["if (mine === saves) ", ""],
  "forgets what could not be copied": ["if (!changed.has(key)) changed.set(key, isRemoved);", "void isRemoved;"],
  "takes what is cleared by others out of the copy": ["else if (isRemoved) store.delete(key);", "else store.delete(key);"],
  "leaves what a page has given back meanwhile": ["if (isRemoved && isSave(key)) adapter.remove(key);", ""],
  "gives nothing back": ["for (const [key, text] of missing) put(key, text);", ""],
  "copies nothing at the start": ["for (const key of fresh) changed.set(key, false);", ""],
  "takes for kept what came back after a deletion": ["const isBack = ", "const isBack = false && "],
  "leaves its number with a deletion": ["adapter.remove(LIFE);\n    };", "};"],
  "waits for the copy without end": ["const opened = Promise.race([last, adapter.wait(PATIENCE)]);", "const opened = last;"],
  "waits for a save without end": ["await Promise.race([last, adapter.wait(4 * PATIENCE)]);", "await last;"],
  "waits for a deletion without end": ["Promise.race([deleteNow(deleted), late(20 * PATIENCE)])", "deleteNow(deleted)"],
};

for (const [fault, [from, to]] of Object.entries(FAULTS)) {
  test(`a protocol that ${fault} is found out`, async () => {
    assert.equal(source.split(from).length, 2, `${from} stands in the protocol once`);
    const faulty = await import(`data:text/javascript,${encodeURIComponent(source.replace(from, () => to))}`);
    for (let seed = 0; seed < 10 * RUNS; seed++) {
      for (const may of Object.values(KINDS)) {
        const isFound = await play(faulty, seed, TURNS, may).then(
          () => false,
          (error) => error.code === "ERR_ASSERTION",
        );
        if (isFound) return;
      }
    }
    assert.fail("nothing is found");
  });
}
