// The fewest hours and exact counts, beside other solvers: node tests/bench/search.mjs WASM NATIVE [PYTHON]
//
// WASM is the folder with the engine as WebAssembly, NATIVE the native program, PYTHON one with ortools.
// Answers are compared before times: who is wrong or gives up is named and not taken for the fastest.
// SIZES and SEEDS choose others than 70,1000,5000 and 1,2.

import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { engine, median, timed } from "./engine.mjs";
import { catalogue, counted, countedByPolynomials, instance, KINDS, program } from "./instances.mjs";
import { cpSat, glpk, highs, javascriptLpSolver, SECONDS } from "./peers.mjs";

const [wasm, native, python] = process.argv.slice(2);
const list = (text) => text.split(",").map(Number);
const sizes = list(process.env.SIZES ?? "70,1000,5000");
const seeds = list(process.env.SEEDS ?? "1,2");
const kinds = process.env.KINDS?.split(",") ?? Object.keys(KINDS);

const { Engine } = await engine(wasm);
const folder = await mkdtemp(join(tmpdir(), "qp-bench-"));
const peers = { "glpk.js": await glpk(), highs: await highs(), "javascript-lp-solver": await javascriptLpSolver() };
const cp = python ? cpSat(python) : null;
if (!cp) console.log("CP-SAT is left out: there is no Python with ortools.");

const shown = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(2));
const line = (cells, widths) => {
  const padded = cells.map((cell, at) => String(cell)[at ? "padStart" : "padEnd"](widths[at]));
  console.log(padded.join("  "));
};
const natively = (question, file) => {
  const { answer, nanoseconds } = JSON.parse(execFileSync(native, [question, file], { encoding: "utf8" }));
  return { answer, time: nanoseconds / 1e6 };
};
const write = async (made) => {
  const file = join(folder, "instance.json");
  await writeFile(file, JSON.stringify(catalogue(made)));
  return file;
};

/** How long each peer takes that is right, the fastest first; the others are remarked on. */
async function rightPeers(made, hours, remarks) {
  const asked = program(made);
  const runs = made.size > 70 ? { runs: 3, budget: 0 } : { runs: 9, budget: 300 };
  const found = [];
  for (const [name, peer] of Object.entries(peers)) {
    // It needs minutes where others need milliseconds.
    if (name === "javascript-lp-solver" && made.size > 70) continue;
    const { answer, time } = timed(peer(asked), made.kind === "infeasible" ? { runs: 1, budget: 0 } : runs);
    found.push({ name, answer, time });
  }
  if (cp) {
    const [answer, time] = await cp.ask(asked, 3);
    found.push({ name: "CP-SAT", answer, time });
  }
  const told = `${made.kind} ${made.size} seed ${made.seed}`;
  for (const { name, answer } of found.filter(({ answer }) => answer !== hours)) {
    remarks.push(`${told}: ${name} ${answer === "?" ? `gave up after ${SECONDS} s` : `says ${answer}, not ${hours}`}`);
  }
  return found.filter(({ answer }) => answer === hours).sort((one, two) => one.time - two.time);
}

console.log("\nThe fewest hours in milliseconds, and how many times as long the fastest right peer takes\n");
const widths = [22, 6, 9, 9, 21, 9, 9, 9];
line(["instance", "hours", "native", "wasm", "peer", "its time", "x native", "x wasm"], widths);
const remarks = [];
const middle = new Map();
for (const size of sizes) {
  const all = { native: [], wasm: [], ours: [] };
  for (const kind of kinds) {
    for (const seed of seeds) {
      const made = instance(kind, size, seed);
      const file = await write(made);
      const asked = Engine.read(await readFile(file, "utf8"), "");
      const inWasm = timed(() => asked.fewest_hours());
      const onItsOwn = natively("hours", file);
      asked.free();
      const of = new Map(made.units.map((unit) => [unit.code, unit.guided_learning_hours]));
      const total = (codes) => codes.split(" ").reduce((sum, code) => sum + of.get(code), 0);
      const hours = ["-", "?"].includes(inWasm.answer) ? inWasm.answer : total(inWasm.answer);
      if (inWasm.answer !== onItsOwn.answer) remarks.push(`${kind} ${size} ${seed}: native and wasm differ`);
      const [peer] = await rightPeers(made, hours, remarks);
      const ratio = (ours) => (peer ? peer.time / ours.time : NaN);
      all.native.push(ratio(onItsOwn));
      all.wasm.push(ratio(inWasm));
      all.ours.push(onItsOwn.time);
      line(
        [
          `${kind} ${size} seed ${seed}`,
          hours,
          shown(onItsOwn.time),
          shown(inWasm.time),
          peer?.name ?? "none",
          peer ? shown(peer.time) : "",
          peer ? shown(ratio(onItsOwn)) : "",
          peer ? shown(ratio(inWasm)) : "",
        ],
        widths,
      );
    }
  }
  middle.set(size, median(all.ours));
  const of = (ratios) => shown(median(ratios.filter((ratio) => !Number.isNaN(ratio))));
  line([`median of ${size}`, "", shown(median(all.ours)), "", "", "", of(all.native), of(all.wasm)], widths);
}
const [least, most] = [sizes[0], sizes.at(-1)];
console.log(`\n${most} units take ${shown(middle.get(most) / middle.get(least))} times as long as ${least}.`);
for (const remark of remarks) console.log(remark);

console.log("\nHow many valid combinations: milliseconds, and whether every digit is right\n");
line(["instance", "digits", "native", "wasm", "right"], [26, 7, 9, 9, 7]);
const shipped = fileURLToPath(new URL("../../src/catalogue/data/8607.json", import.meta.url));
const diploma = Engine.read(await readFile(shipped, "utf8"), "8607-diploma");
const times = timed(() => diploma.count());
line(["8607-diploma", times.answer.length, "", shown(times.time), "tests"], [26, 7, 9, 9, 7]);
for (const size of [62, ...sizes]) {
  for (const seed of seeds) {
    const made = counted(size, seed);
    const file = await write(made);
    const asked = Engine.read(await readFile(file, "utf8"), "");
    const inWasm = timed(() => asked.count());
    const onItsOwn = natively("count", file);
    const right = String(countedByPolynomials(made)) === inWasm.answer && inWasm.answer === onItsOwn.answer;
    const cells = [`${size} units, seed ${seed}`, inWasm.answer.length, shown(onItsOwn.time), shown(inWasm.time)];
    line([...cells, right ? "yes" : "NO"], [26, 7, 9, 9, 7]);
  }
}
cp?.end();
await rm(folder, { recursive: true });
